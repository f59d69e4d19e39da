import { type Edge, type EstateNode, hostId, type Kind, type Provenance, siteId } from "../../model/index.js";
import { isPublic, parseAddress } from "../../net/index.js";
import { addressOf, blocksOf } from "./check.js";
import type { Entries, Entry, OnHost } from "./entries.js";
import { interfaceId, networkId } from "./ids.js";
import type { Host, Network, Site } from "./schema.js";

/** Nodes and edges of a checked inventory. */
export function nodesOf(entries: Entries): { nodes: EstateNode[]; edges: Edge[] } {
  const siteOf = new Map(entries.hosts.map(({ value }) => [value.id, value.site]));
  const told = new Map<string, string[]>();
  for (const { value } of entries.interfaces) {
    told.set(value.host, [
      ...(told.get(value.host) ?? []),
      ...canonical(value.value.addresses),
      ...canonical(value.value.publicAddresses),
    ]);
  }
  const parts = [
    ...entries.sites.map(siteNode),
    ...entries.networks.map(networkNode),
    ...entries.hosts.map((host) => hostNode(host, told.get(host.value.id) ?? [])),
    ...entries.interfaces.map((entry) => interfaceNode(entry, siteOf.get(entry.value.host))),
  ];
  return { nodes: parts.map(({ node }) => node), edges: parts.flatMap(({ edges }) => edges) };
}

interface Part {
  readonly node: EstateNode;
  readonly edges: readonly Edge[];
}

/** Where an entry was written. */
export function placeOf({ place, pointer }: Entry<unknown>): Provenance {
  const { path, line, column } = place;
  return {
    source: "inventory",
    uri: path,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    ...(pointer === undefined ? {} : { pointer }),
  };
}

interface Named {
  readonly id: string;
  readonly short: string;
  readonly name: string | undefined;
  readonly site: string | undefined;
}

function base<K extends Kind>(
  kind: K,
  { id, short, name, site }: Named,
  entry: Entry<{ tags?: Record<string, string> }>,
) {
  return {
    id,
    kind,
    type: `inventory.${kind}`,
    label: name === undefined || name === short ? short : `${name} (${short})`,
    aliases: kind === "interface" ? [] : [short],
    scope: { provider: "on-premises", ...(site === undefined ? {} : { site }) },
    tags: entry.value.tags ?? {},
    native: entry.value as EstateNode["native"],
    at: placeOf(entry),
  };
}

function siteNode(entry: Entry<Site>): Part {
  const { id, name, country = null, owner = null, ranges = [] } = entry.value;
  const named = { id: siteId(id), short: id, name, site: id };
  const is = { name: name ?? id, country, cidrs: blocksOf(ranges), owner };
  return { node: { ...base("site", named, entry), is }, edges: [] };
}

function networkNode(entry: Entry<Network>): Part {
  const { id, name, site, ranges = [] } = entry.value;
  const node: EstateNode<"network"> = {
    ...base("network", { id: networkId(id), short: id, name, site }, entry),
    is: { cidrs: blocksOf(ranges), isDefault: false, state: "available" },
  };
  return { node, edges: edgesOf(node, [["site", site === undefined ? null : siteId(site)]]) };
}

function hostNode(entry: Entry<Host>, told: readonly string[]): Part {
  const { id, name, site, owner = null, platform = null, state = "running" } = entry.value;
  const { addresses, publicAddresses } = addressFacts(entry.value, told);
  const node: EstateNode<"host"> = {
    ...base("host", { id: hostId(id), short: id, name, site }, entry),
    is: {
      ...{ name: name ?? id, state, platform, owner, addresses, publicAddresses },
      // These exist in the cloud alone.
      ...{ image: null, instanceProfile: null, tokensRequired: null },
    },
  };
  return { node, edges: edgesOf(node, [["site", site === undefined ? null : siteId(site)]]) };
}

function interfaceNode(entry: Entry<OnHost>, site: string | undefined): Part {
  const { host, value } = entry.value;
  const { name, network, description = "" } = value;
  const named = { id: interfaceId(host, name), short: `${host} ${name}`, name: undefined, site };
  const own = { ...entry, value };
  const node: EstateNode<"interface"> = {
    ...base("interface", named, own),
    is: { ...addressFacts(value, []), providerManaged: false, description },
  };
  return {
    node,
    edges: edgesOf(node, [
      ["host", hostId(host)],
      ["site", site === undefined ? null : siteId(site)],
      ["network", network === undefined ? null : networkId(network)],
    ]),
  };
}

function edgesOf(
  { id, at }: EstateNode,
  targets: readonly (readonly [relation: string, to: string | null])[],
): Edge[] {
  return targets.flatMap(([relation, to]) => (to === null ? [] : [{ from: id, relation, to, at }]));
}

/** What is told of a host's interfaces is true of the host; a public address is public wherever it is written. */
function addressFacts(
  { addresses, publicAddresses }: Pick<Host, "addresses" | "publicAddresses">,
  told: readonly string[],
): { addresses: string[]; publicAddresses: string[] } {
  const own = [...canonical(addresses), ...told];
  const outside = canonical(publicAddresses);
  const open = own.filter((text) => {
    const address = parseAddress(text);
    return address !== null && isPublic(address);
  });
  return { addresses: sorted(own), publicAddresses: sorted([...outside, ...open]) };
}

function canonical(texts: readonly string[] | undefined): string[] {
  return (texts ?? []).map(addressOf).filter((text) => text !== null);
}

function sorted(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}
