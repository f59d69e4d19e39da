import type { Graph } from "../../graph/index.js";
import type { EstateNode } from "../../model/index.js";
import { type Address, AddressSet, parseAddress, parseRange } from "../../net/index.js";

/** An address of a card and the one by which the world beyond a gateway knows it. */
export interface Pair {
  readonly inside: Address;
  readonly outside: Address;
  readonly by: "public" | "carrier" | "customer-owned";
}

/** Something that sends and receives: an interface, or a host of which no interface was told. */
export interface Nic {
  readonly id: string;
  readonly label: string;
  readonly subnet: string | undefined;
  readonly network: string | undefined;
  readonly site: string | undefined;
  readonly host: string | undefined;
  readonly filters: readonly string[];
  readonly addresses: AddressSet;
  readonly pairs: readonly Pair[];
  /** Only its own addresses may be the source or destination of what it sends and gets; undefined: not told. */
  readonly checks: boolean | undefined;
  /** `interface`, `nat_gateway`, `network_load_balancer` … ; `host` for a host without interfaces. */
  readonly type: string;
  /** Public and private addresses are told, and not which belongs to which. */
  readonly unpaired: boolean;
}

const RUNNING = new Set(["running", "pending", "unknown"]);

/** Every card of the estate, sorted by id. Hosts whose interfaces were not told stand for themselves. */
export function readNics(graph: Graph): Nic[] {
  const ids = [...graph.each("interface"), ...graph.each("host")];
  return ids.flatMap((id) => readNic(graph, id) ?? []).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The card that a node is; undefined where it is none, or a host that speaks through its interfaces. */
export function readNic(graph: Graph, id: string): Nic | undefined {
  const node = graph.node(id);
  if (node?.kind === "interface") return nicOf(graph, node as EstateNode<"interface">);
  if (node?.kind !== "host" || (graph.step(id, "interfaces")?.ids.length ?? 0) > 0) return undefined;
  const host = node as EstateNode<"host">;
  return RUNNING.has(host.is.state ?? "unknown") ? hostNic(graph, host) : undefined;
}

function nicOf(graph: Graph, node: EstateNode<"interface">): Nic {
  const { is } = node;
  const host = one(graph, node.id, "host");
  const addresses = setOf(is.addresses ?? []);
  const own = graph.step(node.id, "filters")?.ids ?? [];
  // On premises the chains guard the host, whichever card a packet comes by.
  const theirs = own.length === 0 && host !== undefined ? (graph.step(host, "filters")?.ids ?? []) : [];
  const site = one(graph, node.id, "site") ?? (host === undefined ? undefined : one(graph, host, "site"));
  return {
    id: node.id,
    label: node.label,
    subnet: one(graph, node.id, "subnet"),
    network: one(graph, node.id, "network"),
    site,
    host,
    filters: [...own, ...theirs].sort(),
    addresses,
    ...pairsOf(is.translations, is.addresses ?? [], is.publicAddresses ?? []),
    checks: is.sourceDestinationCheck === null ? undefined : (is.sourceDestinationCheck ?? true),
    type: is.interfaceType ?? "interface",
  };
}

function hostNic(graph: Graph, node: EstateNode<"host">): Nic {
  const { is, id, label } = node;
  return {
    ...{ id, label, host: id, type: "host", checks: true },
    subnet: one(graph, id, "subnet"),
    network: one(graph, id, "network"),
    site: one(graph, id, "site"),
    filters: [...(graph.step(id, "filters")?.ids ?? [])].sort(),
    addresses: setOf(is.addresses ?? []),
    ...pairsOf(undefined, is.addresses ?? [], is.publicAddresses ?? []),
  };
}

type Told = NonNullable<EstateNode<"interface">["is"]["translations"]>;

/** One private and one public IPv4 address belong together; of several nobody can tell without the pairs. */
function pairsOf(
  told: Told | undefined,
  inside: readonly string[],
  outside: readonly string[],
): { pairs: readonly Pair[]; unpaired: boolean } {
  if (told !== undefined) {
    const pairs = told.flatMap(({ inside: a, outside: b, by }) => pair(parseAddress(a), parseAddress(b), by));
    return { pairs, unpaired: false };
  }
  const ours = inside.map(parseAddress).filter((address) => address?.family === "ipv4");
  const theirs = outside.map(parseAddress).filter((address) => address?.family === "ipv4");
  if (ours.length === 1 && theirs.length === 1)
    return { pairs: pair(ours[0] ?? null, theirs[0] ?? null, "public"), unpaired: false };
  return { pairs: [], unpaired: theirs.length > 0 };
}

function pair(inside: Address | null, outside: Address | null, by: Pair["by"]): Pair[] {
  return inside === null || outside === null ? [] : [{ inside, outside, by }];
}

export function setOf(texts: readonly string[]): AddressSet {
  return AddressSet.ofRanges(texts.flatMap((text) => parseRange(text) ?? []));
}

export function setOfAddress(address: Address): AddressSet {
  return AddressSet.ofRange(
    address.family === "ipv4"
      ? { family: "ipv4", from: address.value, to: address.value }
      : { family: "ipv6", from: address.value, to: address.value },
  );
}

export function one(graph: Graph, id: string, segment: string): string | undefined {
  return graph.step(id, segment)?.ids[0];
}
