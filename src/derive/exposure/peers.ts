import type { Graph } from "../../graph/index.js";
import type { EstateNode, Peer } from "../../model/index.js";
import { type AddressRange, AddressSet, cidrRange, parseCidr, parseRange } from "../../net/index.js";

/** Whom a rule names: addresses that are certain, whether more may be meant, and whether members of filters are. */
export interface Peers {
  readonly known: AddressSet;
  /** Some part could not be resolved: a prefix list without entries, a text that is no address. */
  readonly open: boolean;
  readonly members: boolean;
}

const ANY: Peers = { known: AddressSet.ALL, open: false, members: false };
const parsed = new Map<string, AddressSet | null>();
const MOST_PARSED = 200_000;

/** The union of a rule's peers; a prefix list counts as its entries. */
export function peersOf(graph: Graph, rule: EstateNode<"rule">): Peers {
  const peers = rule.is.peers ?? [];
  if (peers.some((peer) => "any" in peer)) return ANY;
  const sets: AddressSet[] = [];
  let open = rule.is.peers === undefined;
  let members = false;
  for (const peer of peers) {
    if ("filter" in peer) members = true;
    else {
      const set = addressesOf(graph, rule, peer);
      if (set === null) open = true;
      else sets.push(set);
    }
  }
  return { known: AddressSet.unionOf(sets), open, members };
}

function addressesOf(graph: Graph, rule: EstateNode, peer: Peer): AddressSet | null {
  if ("cidr" in peer) return blockOf(peer.cidr);
  if ("range" in peer) return rangeOf(parseRange(`${peer.range.from}-${peer.range.to}`));
  return "prefixList" in peer ? listOf(graph, rule, peer.prefixList) : null;
}

function blockOf(text: string): AddressSet | null {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const cidr = parseCidr(text);
  const set = cidr === null ? null : rangeOf(cidrRange(cidr));
  if (parsed.size >= MOST_PARSED) parsed.clear();
  parsed.set(text, set);
  return set;
}

const rangeOf = (range: AddressRange | null) => (range === null ? null : AddressSet.ofRange(range));

/** The entries of a prefix list; null where they were not collected or one of them is no block. */
function listOf(graph: Graph, rule: EstateNode, name: string): AddressSet | null {
  const lists = graph.step(rule.id, "prefix_lists")?.ids ?? [];
  const list =
    lists.find((id) => id === name || graph.node(id)?.aliases.includes(name)) ??
    (lists.length === 1 ? lists[0] : undefined);
  const sets = list === undefined ? [] : (graph.step(list, "prefix_sets")?.ids ?? []);
  if (sets.length === 0) return null;
  const entries: AddressSet[] = [];
  for (const id of sets) {
    const node = graph.node(id) as EstateNode<"prefix-set"> | undefined;
    if (node?.is.entries === undefined) return null;
    for (const { cidr } of node.is.entries) {
      const block = blockOf(cidr);
      if (block === null) return null;
      entries.push(block);
    }
  }
  return AddressSet.unionOf(entries);
}
