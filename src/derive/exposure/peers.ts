import type { Graph } from "../../graph/index.js";
import type { EstateNode, Peer } from "../../model/index.js";
import {
  type AddressRange,
  AddressSet,
  cidrRange,
  type Family,
  parseCidr,
  parseRange,
} from "../../net/index.js";

/** Why a rule cannot be taken at its word. */
export type Doubt = "unmodelled" | "not-collected" | "unparsed";

/** Whom a list of peers names. */
export interface Peers {
  /** Addresses that are certain. */
  readonly known: AddressSet;
  /** Families of which more may be meant: a prefix list without entries, a text that is no address. */
  readonly open: readonly Family[];
  readonly why: Doubt | null;
  /** Members of other filters are named; their addresses are not known. */
  readonly members: boolean;
}

const EVERYBODY: Peers = { known: AddressSet.ALL, open: [], why: null, members: false };
const BOTH: readonly Family[] = ["ipv4", "ipv6"];
const MOST_PARSED = 100_000;

/** What one peer adds: addresses, or the families in which it may mean any, and why. */
type Part = AddressSet | { readonly open: readonly Family[]; readonly why: Doubt };

/** Reads peer lists; blocks that were met before are not parsed again. */
export class PeerReader {
  private readonly parsed = new Map<string, AddressSet | null>();

  constructor(private readonly graph: Graph) {}

  /** The union of the peers; a prefix list counts as its entries. */
  peersOf(rule: EstateNode<"rule">, peers: readonly Peer[]): Peers {
    const [only] = peers;
    if (peers.length === 1 && only !== undefined && "cidr" in only) {
      const set = this.block(only.cidr);
      if (set !== null) return { known: set, open: [], why: null, members: false };
    }
    if (peers.some((peer) => "any" in peer)) return EVERYBODY;
    const sets: AddressSet[] = [];
    let open: readonly Family[] = [];
    let why: Doubt | null = null;
    for (const peer of peers) {
      const part = "filter" in peer ? null : this.part(rule, peer);
      if (part === null) continue;
      if (part instanceof AddressSet) sets.push(part);
      else {
        open = [...new Set([...open, ...part.open])];
        why ??= part.why;
      }
    }
    const members = peers.some((peer) => "filter" in peer);
    return { known: AddressSet.unionOf(sets), open, why, members };
  }

  private part(rule: EstateNode<"rule">, peer: Peer): Part {
    if ("prefixList" in peer) return this.list(rule, peer.prefixList);
    // What is at home hangs on the firewall that uses the rule.
    if ("home" in peer) return { open: BOTH, why: "unmodelled" };
    const set =
      "cidr" in peer
        ? this.block(peer.cidr)
        : "range" in peer
          ? setOf(parseRange(`${peer.range.from}-${peer.range.to}`))
          : null;
    return set ?? { open: BOTH, why: "unparsed" };
  }

  private block(text: string): AddressSet | null {
    const known = this.parsed.get(text);
    if (known !== undefined) return known;
    const cidr = parseCidr(text);
    // The whole of a family is one object, so that it is recognized at a glance.
    const set = cidr?.prefix === 0 ? AddressSet.allOf(cidr.family) : setOf(cidr && cidrRange(cidr));
    if (this.parsed.size >= MOST_PARSED) this.parsed.clear();
    this.parsed.set(text, set);
    return set;
  }

  /** The entries of a prefix list, where all of them were collected and can be read. */
  private list(rule: EstateNode<"rule">, name: string): Part {
    const { graph } = this;
    const lists = graph.step(rule.id, "prefix_lists")?.ids ?? [];
    const named = lists.filter((id) => id === name || graph.node(id)?.aliases.includes(name));
    const list = named.length === 1 ? named[0] : lists.length === 1 ? lists[0] : undefined;
    if (list === undefined) return { open: BOTH, why: "not-collected" };
    const node = graph.node(list) as EstateNode<"prefix-list"> | undefined;
    const open = familiesOf(node?.is.family);
    const sets = graph.step(list, "prefix_sets")?.ids ?? [];
    if (sets.length === 0) return { open, why: "not-collected" };
    const blocks: AddressSet[] = [];
    for (const id of sets) {
      const { entries } = (graph.node(id) as EstateNode<"prefix-set"> | undefined)?.is ?? {};
      if (entries === undefined) return { open, why: "not-collected" };
      for (const { cidr } of entries) {
        const block = this.block(cidr);
        if (block === null) return { open, why: "unparsed" };
        blocks.push(block);
      }
    }
    return AddressSet.unionOf(blocks);
  }
}

function setOf(range: AddressRange | null): AddressSet | null {
  return range === null ? null : AddressSet.ofRange(range);
}

/** AWS gives a list one address family, `IPv4` or `IPv6` (EC2 API, ManagedPrefixList). */
function familiesOf(text: string | undefined): readonly Family[] {
  const family = text?.toLowerCase();
  return family === "ipv4" || family === "ipv6" ? [family] : BOTH;
}
