import type { Graph } from "../../graph/index.js";
import type { EstateNode, FactsByKind, Gap, Provenance } from "../../model/index.js";
import { AddressSet, type PacketBox, type PacketSet, type PacketSpace, PortSet } from "../../net/index.js";
import { PeerReader } from "../exposure/peers.js";
import type { Holes } from "./holes.js";
import { setOf } from "./nics.js";
import { Kept, type Reads } from "./reads.js";

type Facts = Partial<FactsByKind["rule"]>;

/** Which packets a filter is asked about: those that begin a connection, or answers. */
export type Turn = "new" | "reply";
/** What a firewall holds to be at home. */
export interface Home {
  /** Names it, to remember what was read with it. */
  readonly id: string;
  readonly set: AddressSet;
}

/** A rule as the packets it matches. */
export interface Clause {
  readonly id: string;
  readonly label: string;
  readonly at: Provenance;
  readonly match: PacketSet;
  readonly action: NonNullable<Facts["action"]> | "unknown";
  /** False where it may match fewer packets, for a condition or list that is not known. */
  readonly sure: boolean;
  /** Answers disagree on whether there is such a rule. */
  readonly disputed: boolean;
  /** What it matches for certain, where that is not all. */
  readonly certain?: PacketSet;
  /** What keeps it from being certain. */
  readonly gaps: readonly Gap[];
  /** The packets of a connection that it can match. */
  readonly turns: readonly Turn[];
  readonly target: string | null;
  /** It matches packets with the two ends exchanged as well. */
  readonly twoWay: boolean;
  /** Packets of a connection that it looks at; null is all. */
  readonly connection: NonNullable<Facts["connection"]> | null;
}

/** What reading rules takes. */
interface Ground {
  readonly graph: Graph;
  readonly space: PacketSpace;
  readonly holes: Holes;
  /** Addresses that a rule means by naming a group; undefined: it may mean any. */
  members(filter: string, rule: string): AddressSet | undefined;
  readonly reads?: Reads | undefined;
}

/** Reads the rules of filters, in the order in which they are tried. */
export class Clauses {
  private readonly known: Kept<readonly Clause[]>;
  private readonly peers: PeerReader;
  private readonly members: Ground["members"];

  private readonly holes: Holes;

  private readonly graph: Graph;
  private readonly space: PacketSpace;

  constructor({ graph, space, holes, members, reads }: Ground) {
    this.graph = graph;
    this.space = space;
    // Rules are the most of an estate: what is remembered of them must not grow with it.
    this.known = new Kept(reads, MOST_KNOWN);
    this.peers = new PeerReader(graph);
    this.members = members;
    this.holes = holes;
  }

  /** @param home what is at home, for rules that say so */
  of(filter: string, direction: "ingress" | "egress", home?: Home): readonly Clause[] {
    return this.known.get(`${direction} ${home?.id ?? ""} ${filter}`, () => {
      const rules = (this.graph.step(filter, "rules")?.ids ?? [])
        .flatMap((id) => (this.graph.node(id) as EstateNode<"rule"> | undefined) ?? [])
        .filter(({ is }) => (is.direction ?? direction) === direction)
        .sort((a, b) => (a.is.order ?? 0) - (b.is.order ?? 0) || (a.id < b.id ? -1 : 1));
      return rules.map((rule) => this.clause(rule, { direction, home }));
    });
  }

  /** The rules of a group that let in what members of one of these send: as they are, whoever is the sender. */
  naming(filter: string, groups: readonly string[]): readonly Clause[] {
    const rules = (this.graph.step(filter, "rules")?.ids ?? []).flatMap(
      (id) => (this.graph.node(id) as EstateNode<"rule"> | undefined) ?? [],
    );
    return rules
      .filter(({ id, is }) => {
        const named = this.graph.step(id, "peer_filters")?.ids ?? [];
        return is.direction === "ingress" && named.some((group) => groups.includes(group));
      })
      .map((rule) => ({
        ...this.clause(rule, { direction: "ingress", home: undefined }),
        match: this.match(rule.is, AddressSet.ALL, AddressSet.ALL),
      }));
  }

  private clause(rule: EstateNode<"rule">, { direction, home }: Reading): Clause {
    const { is, id, label, at } = rule;
    const far = this.side(rule, is.peers ?? [{ any: true }], home);
    const near = is.localPeers == null ? EVERYBODY : this.side(rule, is.localPeers, home);
    const [source, destination] = direction === "ingress" ? [far, near] : [near, far];
    const jumps = is.action === "jump" || is.action === "goto";
    const target = jumps ? (this.graph.step(id, "jumps_to")?.ids[0] ?? null) : null;
    // Where one answer has the rule and another has not, all that it matches is in doubt.
    const disputes = this.graph.gaps.length === 0 ? [] : this.holes.disputes(id);
    const gaps = [...this.gapsOf(id), ...disputes];
    const known =
      far.known === undefined || disputes.length > 0
        ? undefined
        : this.match(is, ...turned(direction, far.known, near.set));
    return {
      ...{ id, label, at, target, gaps, ...(known === undefined ? {} : { certain: known }) },
      match: this.match(is, source.set, destination.set),
      action: is.action === undefined || (jumps && target === null) ? "unknown" : is.action,
      sure: source.sure && destination.sure && disputes.length === 0 && isWhole(is),
      turns: is.turns ?? (is.established === true ? ANSWERS : ALL),
      twoWay: is.twoWay === true,
      disputed: disputes.length > 0,
      connection: is.connection ?? null,
    };
  }

  /** Whom peers name; where that is not known, everybody, unsurely. */
  private side(rule: EstateNode<"rule">, peers: Peers, home: Home | undefined): Side {
    if (home === undefined) return this.named(rule, peers);
    const rest = this.named(
      rule,
      peers.filter((peer) => !("home" in peer)),
    );
    const ours = peers.flatMap((peer) => ("home" in peer ? [atHome(peer, home.set)] : []));
    if (ours.length === 0) return rest;
    const { known } = rest;
    return {
      ...rest,
      set: AddressSet.unionOf([rest.set, ...ours]),
      ...(known === undefined ? {} : { known: AddressSet.unionOf([known, ...ours]) }),
    };
  }

  private named(rule: EstateNode<"rule">, peers: Peers): Side {
    const { known, open: unread, members } = this.peers.peersOf(rule, peers);
    const open = this.listsOf(rule.id).some((list) => this.holes.at(list).length > 0) ? BOTH : unread;
    const wide = AddressSet.unionOf([known, ...open.map((family) => AddressSet.allOf(family))]);
    if (!members) return { set: wide, sure: open.length === 0, ...(open.length === 0 ? {} : { known }) };
    const groups = this.graph.step(rule.id, "peer_filters")?.ids ?? [];
    const named = peers.filter((peer) => "filter" in peer).length;
    const theirs = groups.flatMap((group) => this.members(group, rule.id) ?? []);
    // A group that was not collected has members that nobody knows.
    if (groups.length < named || theirs.length < groups.length) return { set: AddressSet.ALL, sure: false };
    return { set: AddressSet.unionOf([wide, ...theirs]), sure: open.length === 0 };
  }

  private listsOf(rule: string): readonly string[] {
    return this.graph.step(rule, "prefix_lists")?.ids ?? [];
  }

  private gapsOf(rule: string): Gap[] {
    if (this.graph.gaps.length === 0) return [];
    const own = ["peer_filters", "prefix_lists"].flatMap((segment) => this.holes.at(rule, segment));
    return [
      ...new Set([...own, ...this.listsOf(rule).flatMap((list) => this.holes.at(list, "prefix_sets"))]),
    ];
  }

  private match(is: Facts, source: AddressSet, destination: AddressSet): PacketSet {
    const { space } = this;
    const box: PacketBox = {
      source,
      destination,
      ...(is.family == null ? {} : { family: is.family }),
      ...(is.protocols == null ? {} : { protocols: is.protocols }),
      ...(is.ports == null ? {} : { destinationPorts: PortSet.ofRanges(is.ports) }),
      ...(is.sourcePorts == null ? {} : { sourcePorts: PortSet.ofRanges(is.sourcePorts) }),
    };
    if (is.icmp == null) return space.box(box);
    const { type, code } = is.icmp;
    return space.box({
      ...box,
      ...(is.protocols == null ? { protocols: [1, 58] } : {}),
      ...(type === null ? {} : { icmpTypes: [type] }),
      ...(code === null ? {} : { icmpCodes: [code] }),
    });
  }
}

/** Read in full, as far as its own words go. */
function isWhole({ unmodelled, peers }: Facts): boolean {
  return (unmodelled ?? []).length === 0 && peers !== undefined;
}

/** Filters whose rules are remembered. */
const MOST_KNOWN = 4096;
const ALL: readonly Turn[] = ["new", "reply"];
const ANSWERS: readonly Turn[] = ["reply"];

function atHome({ home, cidr }: { home: boolean; cidr: string }, set: AddressSet): AddressSet {
  const block = setOf([cidr]);
  return home ? block.intersect(set) : block.difference(set);
}

type Peers = NonNullable<Facts["peers"]>;

interface Reading {
  readonly direction: "ingress" | "egress";
  readonly home: Home | undefined;
}

interface Side {
  readonly set: AddressSet;
  readonly sure: boolean;
  /** Addresses that are certain, where others may be meant too. */
  readonly known?: AddressSet;
}

/** The families that a list may name beside what was read of it. */
const BOTH = ["ipv4", "ipv6"] as const;

function turned(
  direction: "ingress" | "egress",
  far: AddressSet,
  near: AddressSet,
): readonly [source: AddressSet, destination: AddressSet] {
  return direction === "ingress" ? [far, near] : [near, far];
}

const EVERYBODY: Side = { set: AddressSet.ALL, sure: true };
