import type { Graph } from "../../graph/index.js";
import type { DataRules, EstateNode } from "../../model/index.js";
import { partsOf, regionAt, UNKNOWN, type Where, whereIs, zoneAt } from "./where.js";

/** Countries by the names under which the provider lists the geographies of zones. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ["Argentina", "AR"],
  ["Australia", "AU"],
  ["Chile", "CL"],
  ["Denmark", "DK"],
  ["Finland", "FI"],
  ["Germany", "DE"],
  ["India", "IN"],
  ["Japan", "JP"],
  ["Mexico", "MX"],
  ["Morocco", "MA"],
  ["New Zealand", "NZ"],
  ["Nigeria", "NG"],
  ["Oman", "OM"],
  ["Peru", "PE"],
  ["Philippines", "PH"],
  ["Poland", "PL"],
  ["Taiwan", "TW"],
  ["Thailand", "TH"],
  ["United States of America", "US"],
]);

/** Caches of a content network stand in many countries, and none can be told beforehand. */
export const EDGE: Where = whereIs("edge", "caches around the world");

/** Knows where things of an estate lie on earth. */
export class Atlas {
  private readonly regions = new Map<string, Where>();
  private readonly outposts = new Map<string, Where>();
  private readonly zones = new Map<string, Where | null>();
  private readonly tellsOfZones: ReadonlyMap<string, string>;
  private machines: ReadonlyMap<string, string> | undefined;

  constructor(
    private readonly graph: Graph,
    private readonly rules: DataRules | undefined,
  ) {
    this.tellsOfZones = geographies(graph);
  }

  region(region: string): Where {
    const known = this.regions.get(region) ?? regionAt(region);
    this.regions.set(region, known);
    return known;
  }

  /** Where a store or copy lies: on its Outpost, in its special zones, in its Region, at its site. */
  of(node: EstateNode): readonly Where[] {
    const { outpost, zones } = node.is as { outpost?: string | null; zones?: readonly string[] };
    if (outpost !== undefined && outpost !== null) return [this.outpost(outpost)];
    const { region, site } = node.scope;
    const special = (zones ?? []).map((zone) => this.zone(zone));
    const plain = special.length === 0 || special.includes(null);
    const found = special.filter((zone) => zone !== null);
    if (plain && region !== undefined) found.push(this.region(region));
    if (found.length > 0) return found;
    return [site === undefined ? UNKNOWN : this.site(site)];
  }

  /** An Outpost lies at its site, whichever its Region. https://docs.aws.amazon.com/outposts/latest/userguide/what-is-outposts.html */
  outpost(name: string): Where {
    const known = this.outposts.get(name) ?? this.findOutpost(name);
    this.outposts.set(name, known);
    return known;
  }

  /** What configuration says of a machine or server, or the inventory that knows its name or address. */
  told(...names: readonly (string | null | undefined)[]): Where | null {
    for (const name of names) {
      const written = name == null ? undefined : this.rules?.whereabouts?.[name];
      if (written !== undefined) return this.written(written);
    }
    for (const name of names) {
      const site = name == null ? undefined : this.sites().get(name);
      if (site !== undefined) return this.site(site);
    }
    return null;
  }

  private written(text: string): Where {
    if (/^[A-Z]{2}$/.test(text)) return whereIs("elsewhere", text, { country: text });
    return /^[a-z]{2,4}(-[a-z]+)+-\d$/.test(text) ? this.region(text) : this.site(text);
  }

  private site(name: string): Where {
    const found = this.graph.find(name).find(({ kind }) => kind === "site") as EstateNode<"site"> | undefined;
    return whereIs("site", found?.is.name ?? name, {
      site: idOf(found) ?? name,
      country: found?.is.country ?? null,
    });
  }

  private zone(name: string): Where | null {
    const known = this.zones.get(name);
    if (known !== undefined) return known;
    const zone = zoneAt(name, this.tellsOfZones.get(name) ?? null);
    this.zones.set(name, zone);
    return zone;
  }

  private findOutpost(name: string): Where {
    const node = this.graph.find(name).find(({ kind }) => kind === "outpost");
    const region = node?.scope.region ?? partsOf(name).region ?? null;
    const [site] = node === undefined ? [] : (this.graph.step(node.id, "site")?.ids ?? []);
    const found = site === undefined ? undefined : (this.graph.node(site) as EstateNode<"site"> | undefined);
    const { country = null } = found?.is ?? {};
    return whereIs("outpost", node?.label ?? name, { region, country, site: idOf(found) });
  }

  /** Sites by names and addresses of the machines that an inventory holds. */
  private sites(): ReadonlyMap<string, string> {
    this.machines ??= machinesOf(this.graph);
    return this.machines;
  }
}

/** By which inventories and people name a site: its short id. */
function idOf(site: EstateNode | undefined): string | null {
  return site === undefined ? null : (site.aliases[0] ?? site.id);
}

function machinesOf(graph: Graph): Map<string, string> {
  const found = new Map<string, string>();
  for (const id of graph.each("host")) {
    const host = graph.node(id) as EstateNode<"host"> | undefined;
    const site = host?.scope.site;
    if (host === undefined || site === undefined) continue;
    for (const name of [host.id, ...host.aliases, host.is.name, ...(host.is.addresses ?? [])])
      if (name !== undefined && !found.has(name)) found.set(name, site);
  }
  return found;
}

/** What the provider itself says of the country of each zone. */
function geographies(graph: Graph): Map<string, string> {
  const found = new Map<string, string>();
  for (const id of graph.each("region")) {
    const { zones = [] } = (graph.node(id) as EstateNode<"region"> | undefined)?.is ?? {};
    for (const { name, geographies: places } of zones) {
      const countries = new Set(places.map((place) => NAMED.get(place.split(", ").at(-1) ?? "")));
      const [only] = countries;
      if (countries.size === 1 && only !== undefined) found.set(name, only);
    }
  }
  return found;
}
