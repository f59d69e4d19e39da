import type { EstateNode, Fact, Gap, Json, Standing } from "../../model/index.js";
import { isWithin, parentName } from "../../net/index.js";
import { apexOf } from "./apex.js";
import { idsOf } from "./candidates.js";
import { hidingZones, isProviders, sharesServers } from "./public-names.js";
import type { Names } from "./resolution.js";
import type { RecordNode } from "./zone-book.js";

type ZoneNode = EstateNode<"zone">;
type Delegation = Standing["delegation"];

interface Above {
  readonly by: { readonly id: string; readonly label: string };
  readonly servers: readonly string[];
  readonly signers: NonNullable<RecordNode["is"]["signers"]>;
  readonly below?: string;
}

/** Names that a shadow is shown by. */
const MOST_SHOWN = 5;

/** The fact `standing` of zones: what stands above, below and beside them. */
export function standing(names: Names): (id: string) => Fact {
  return (id) => {
    const zone = names.graph.node(id) as ZoneNode;
    const gaps: Gap[] = [];
    const of = new Zone(names, zone, gaps);
    gaps.push(...names.estate.unread(zone));
    const value: Standing = {
      delegation: of.delegation(),
      apex: of.apex(),
      lame: of.lame(),
      twins: of.twins(),
      covers: of.covers(),
    };
    return { value: value as unknown as Json, gaps };
  };
}

class Zone {
  constructor(
    private readonly names: Names,
    private readonly zone: ZoneNode,
    private readonly gaps: Gap[],
  ) {}

  /** What its own name tells; what is told for it by other servers is not known. */
  apex(): Standing["apex"] {
    const parent = this.zone.is.private === false ? parentName(this.zone.is.name ?? ".") : null;
    const above = parent === null ? [] : this.names.estate.publicAbove(parent);
    const books = above.flatMap((zones) => zones.flatMap((id) => this.names.estate.book(id) ?? []));
    const { told, moved } = apexOf(this.names.estate.book(this.zone.id), books);
    if (moved !== undefined)
      this.gaps.push(this.names.estate.untold(moved, "what it tells receivers of mail stands elsewhere"));
    return told;
  }

  /** Who names the servers of a public zone: the zone above it, else the registrar. */
  delegation(): Delegation {
    const { is, id } = this.zone;
    const own = [...(is.nameServers ?? [])].sort();
    const base = { by: null, named: [], own, trusted: "unknown" } as const;
    if (is.private !== false || is.name === undefined) return { ...base, status: "private", named: [] };
    const above = this.above(is.name);
    if (above !== undefined) {
      const named = [...new Set(above.servers)].sort();
      if (above.below !== undefined) return { ...base, status: "unknown", by: above.by, named };
      if (named.length === 0) return { ...base, status: "none", by: above.by, named };
      return {
        status: this.compared(named, own),
        by: above.by,
        named,
        own,
        trusted: this.trusted(above.signers),
      };
    }
    const domain = this.names.estate.domain(is.name);
    if (domain === undefined) return { ...base, status: "unknown", named: [] };
    const named = [...(domain.is.nameServers ?? [])].sort();
    if (named.length === 0) return { ...base, status: "unknown", named };
    const status =
      sharesServers(this.names.estate, id, named) || own.length > 0 ? this.compared(named, own) : "unknown";
    return { status, by: refOf(domain), named, own, trusted: this.trusted(domain.is.signers) };
  }

  private compared(named: readonly string[], own: readonly string[]): Delegation["status"] {
    if (own.length === 0) return "unknown";
    const shared = named.filter((server) => own.includes(server));
    if (shared.length === 0) return "elsewhere";
    return shared.length < named.length ? "partly" : "here";
  }

  /** Whether some key that is told above is one that signs. RFC 4035 section 5. */
  private trusted(
    signers: readonly { keyTag: number | null; digest: string | null }[] | undefined,
  ): Delegation["trusted"] {
    if (signers === undefined) return "unknown";
    if (signers.length === 0) return "no";
    if (this.zone.is.signing === undefined) return "unknown";
    const keys = this.zone.is.signing?.keys.filter(({ status }) => status === "active") ?? [];
    const matches = signers.some(({ keyTag, digest }) =>
      keys.some(
        (key) => key.keyTag === keyTag && (digest === null || key.digest === null || digest === key.digest),
      ),
    );
    return matches ? "yes" : "mismatch";
  }

  /** What the zone above tells of it; undefined where that is not of the estate. */
  private above(name: string): Above | undefined {
    const parent = parentName(name);
    const [zones] = parent === null ? [] : this.names.estate.publicAbove(parent);
    const books = (zones ?? []).flatMap((id) => this.names.estate.book(id) ?? []);
    const [book] = books;
    if (book === undefined) return undefined;
    this.gaps.push(...this.names.estate.unread(book.zone));
    const source = books.find((each) => each.at(name, "NS").length > 0) ?? book;
    const found = source.find(name, "NS");
    return {
      by: refOf(source.zone),
      servers: source.at(name, "NS").flatMap(({ is }) => is.targets ?? []),
      signers: source.at(name, "DS").flatMap(({ is }) => is.signers ?? []),
      // A zone of others lies between the two.
      ...(found.kind === "referral" && found.owner !== name ? { below: found.owner } : {}),
    };
  }

  /** Delegations whose servers do not answer for the name. RFC 1912 section 2.8. */
  lame(): Standing["lame"] {
    const { is, id } = this.zone;
    const book = this.names.estate.book(id);
    if (book === null || is.private !== false) return [];
    const found: Standing["lame"] = [];
    for (const record of this.handed(id)) {
      const { name = "", targets = [] } = record.is;
      const hosted = targets.filter(isProviders);
      if (hosted.length === 0) continue;
      const zones = this.names.estate.publicZones(name);
      const answering = hosted.filter((server) => zones.some((zone) => this.serves(zone, server)));
      const unseen = [...hidingZones(this.names.estate), ...this.untold(zones)];
      if (answering.length === hosted.length) continue;
      this.gaps.push(...unseen);
      if (unseen.length > 0) continue;
      const why =
        zones.length === 0 ? "no zone of this name is there" : "the zone of this name has other servers";
      const servers = hosted.filter((server) => !answering.includes(server)).sort();
      found.push({ record: { id: record.id, label: record.label }, name, servers, why });
    }
    return found;
  }

  private handed(id: string): RecordNode[] {
    return idsOf(this.names.estate, id, "records")
      .map((each) => this.names.graph.node(each) as RecordNode)
      .filter(({ is }) => is.recordType === "NS" && is.name !== this.zone.is.name);
  }

  private serves(zone: string, server: string): boolean {
    return ((this.names.graph.node(zone) as ZoneNode).is.nameServers ?? []).includes(server);
  }

  private untold(zones: readonly string[]): Gap[] {
    return zones.flatMap((id) => {
      const node = this.names.graph.node(id) as ZoneNode;
      return node.is.nameServers === undefined
        ? [this.names.estate.untold(node, "its name servers were not told")]
        : [];
    });
  }

  /** Others of the same name: of a public zone all public ones, of a private one whatever its networks may ask. */
  twins(): Standing["twins"] {
    const { id, is } = this.zone;
    if (is.name === undefined) return [];
    const beside = idsOf(this.names.estate, id, "networks").flatMap(
      (network) => this.names.estate.privateZones(network).get(is.name ?? "") ?? [],
    );
    const all = new Set([...this.names.estate.publicZones(is.name), ...beside]);
    return [...all].sort().flatMap((each) => {
      const node = this.names.graph.node(each) as ZoneNode;
      if (each === id || node.is.name !== is.name) return [];
      return [{ ...refOf(node), private: node.is.private === true }];
    });
  }

  /** What this private zone keeps its networks from seeing of less specific private zones, and of public ones. */
  covers(): Standing["covers"] {
    const { id, is } = this.zone;
    const own = this.names.estate.book(id);
    const { name } = is;
    if (own === null || name === undefined || is.private !== true) return [];
    this.gaps.push(...this.names.estate.unread(this.zone));
    const open = this.names.estate.publicZones(name);
    const hiddenOf = new Map<string, string[]>();
    return idsOf(this.names.estate, id, "networks").flatMap((network) => {
      const place = this.names.graph.node(network) as EstateNode;
      return [...this.wider(network, name), ...open].flatMap((other) => {
        const hidden = hiddenOf.get(other) ?? this.hiddenIn(other, name);
        hiddenOf.set(other, hidden);
        if (hidden.length === 0) return [];
        const zone = refOf(this.names.graph.node(other) as EstateNode);
        return [{ zone, network: refOf(place), names: hidden.slice(0, MOST_SHOWN), missing: hidden.length }];
      });
    });
  }

  /** Private zones of a network whose names lie above a name. */
  private wider(network: string, name: string): string[] {
    const zones = this.names.estate.privateZones(network);
    const found: string[] = [];
    for (let at = parentName(name); at !== null; at = parentName(at)) found.push(...(zones.get(at) ?? []));
    return found;
  }

  /** Names of another zone that lie in this one and that it does not hold. */
  private hiddenIn(other: string, name: string): string[] {
    const book = this.names.estate.book(other);
    return [...(book?.names() ?? [])].filter((each) => isWithin(each, name) && this.missing(each)).sort();
  }

  private missing(name: string): boolean {
    return this.names.estate.book(this.zone.id)?.find(name, "A").kind === "nxdomain";
  }
}

function refOf({ id, label }: EstateNode): { id: string; label: string } {
  return { id, label };
}
