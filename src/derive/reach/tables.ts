import type { Graph } from "../../graph/index.js";
import type { EstateNode, FactsByKind, Gap } from "../../model/index.js";
import { AddressSet, type Cidr, PUBLIC_SPACE, parseCidr } from "../../net/index.js";
import type { Holes } from "./holes.js";
import { setOf } from "./nics.js";

export type Route = FactsByKind["route-table"]["routes"][number];

/** Destinations that one route of a table gets, after all that goes before it. */
export interface Piece {
  readonly to: AddressSet;
  readonly route: Route;
  /** As it stands in the table, for people. */
  readonly label: string;
  /** Others share the traffic, or nobody can tell which of them is taken. */
  readonly rivals: boolean;
  /** It may be more specific than any other, for nobody knows its destination in full. */
  readonly maybeFirst: boolean;
}

export interface Table {
  readonly id: string;
  readonly node: EstateNode<"route-table">;
  readonly pieces: readonly Piece[];
  /** What keeps the table from being certain. */
  readonly gaps: readonly Gap[];
}

/**
 * Route tables, most specific destination first. Of equal destinations a static route goes before one by a
 * prefix list, and that before a propagated one; the local route goes before propagated routes, more specific
 * ones too (docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html). Tables of transit gateways
 * prefer static over propagated (docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html).
 */
export class Tables {
  private readonly known = new Map<string, Table | undefined>();

  constructor(
    private readonly graph: Graph,
    private readonly holes: Holes,
  ) {}

  of(id: string): Table | undefined {
    if (this.known.has(id)) return this.known.get(id);
    const node = this.graph.node(id) as EstateNode<"route-table"> | undefined;
    const table = node === undefined ? undefined : this.read(node);
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    this.known.set(id, table);
    return table;
  }

  private read(node: EstateNode<"route-table">): Table {
    const { routes } = node.is;
    const lists = this.graph.step(node.id, "prefix_lists")?.ids ?? [];
    const gaps = [
      ...this.holes.at(node.id, "prefix_lists"),
      ...lists.flatMap((list) => [...this.holes.at(list), ...this.holes.at(list, "prefix_sets")]),
    ];
    const entries = (routes ?? []).flatMap((route) => this.entries(node, route));
    const locals = AddressSet.unionOf(entries.filter(isLocal).map(({ to }) => to));
    const ranked = entries
      .map((entry) => {
        if (entry.length === UNKNOWN_FIRST) return { ...entry, to: this.within(entry, locals) };
        return entry.route.origin === "propagated" ? { ...entry, to: entry.to.difference(locals) } : entry;
      })
      .sort((a, b) => b.length - a.length || rank(a) - rank(b) || (a.label < b.label ? -1 : 1));
    return { id: node.id, node, pieces: piecesOf(ranked), gaps };
  }

  private entries(node: EstateNode<"route-table">, route: Route): Entry[] {
    if (route.destination !== null) {
      const cidr = parseCidr(route.destination);
      if (cidr === null) return anywhere(route, route.destination, BOTH);
      const length = cidr.family === "ipv4" ? cidr.prefix : cidr.prefix + IPV6_APART;
      return [
        {
          to: setOf([route.destination]),
          length,
          route,
          label: labelOf(route.destination, route),
          listed: route.prefixList !== null,
        },
      ];
    }
    if (route.prefixList === null) return anywhere(route, "a destination that cannot be read", BOTH);
    const label = labelOf(route.prefixList, route);
    const { blocks: listed, open } = this.listed(node, route.prefixList);
    // Every entry counts with its own length, as if it stood in the table itself.
    const blocks = listed.map((cidr): Entry => {
      const length = cidr.family === "ipv4" ? cidr.prefix : cidr.prefix + IPV6_APART;
      return { to: AddressSet.ofCidr(cidr), length, route, label, listed: true };
    });
    return [...blocks, ...anywhere(route, route.prefixList, open)];
  }

  /**
   * What a list of unknown entries may name: services of the provider are on public addresses, and only to what
   * inspects packets may a route be more specific than the local one (VPC user guide, "Configure route tables").
   */
  private within({ to, route }: Entry, locals: AddressSet): AddressSet {
    const { type, id } = route.via;
    const [target] = id === null ? [] : this.graph.find(id);
    const { endpointType = "" } = (target as EstateNode<"endpoint"> | undefined)?.is ?? {};
    if (type === "endpoint" && endpointType === "Gateway") return to.intersect(PUBLIC_SPACE);
    return BEFORE_LOCAL.has(type) ? to : to.difference(locals);
  }

  /** The entries of a prefix list; `open` where some of them were not collected or cannot be read. */
  private listed(node: EstateNode, name: string): { blocks: Cidr[]; open: readonly ("ipv4" | "ipv6")[] } {
    const { graph } = this;
    const lists = graph.step(node.id, "prefix_lists")?.ids ?? [];
    const named = lists.filter((id) => id === name || graph.node(id)?.aliases.includes(name));
    const [list] = named.length === 0 && lists.length === 1 ? lists : named;
    const parts = list === undefined ? [] : (graph.step(list, "prefix_sets")?.ids ?? []);
    const entries = parts.map((id) => (graph.node(id) as EstateNode<"prefix-set"> | undefined)?.is.entries);
    const blocks = entries.flatMap((some) => (some ?? []).map(({ cidr }) => parseCidr(cidr)));
    const read = entries.every((some) => some !== undefined) && !blocks.includes(null);
    const whole = parts.length > 0 && read && list !== undefined && this.holes.at(list).length === 0;
    return { blocks: blocks.filter((cidr) => cidr !== null), open: whole ? [] : BOTH };
  }
}

/** The families that a prefix list may name when its entries are not known. */
const BOTH = ["ipv4", "ipv6"] as const;

interface Entry {
  readonly to: AddressSet;
  readonly length: number;
  readonly route: Route;
  readonly label: string;
  readonly listed: boolean;
}

/** Tables that are remembered, so that memory does not grow with the estate. */
const MOST_KNOWN = 8192;

/** A route of which the destination is not known in full may name anything: it stands before all others, unsurely. */
function anywhere(route: Route, destination: string, open: readonly ("ipv4" | "ipv6")[]): Entry[] {
  const label = labelOf(destination, route);
  return open.map((family) => ({
    ...{ to: AddressSet.allOf(family), route: { ...route, state: "unknown" }, label, listed: true },
    length: UNKNOWN_FIRST,
  }));
}

/** Targets of routes that may be more specific than the local one (VPC user guide, "Route table concepts"). */
const BEFORE_LOCAL: ReadonlySet<string> = new Set([
  "interface",
  "host",
  "endpoint",
  "nat-gateway",
  "unknown",
]);

/** Keeps the two families from being compared; they never overlap. */
const IPV6_APART = 1000;
const UNKNOWN_FIRST = 10_000;

const isLocal = ({ route }: Entry) => route.via.type === "local";

function rank({ route, listed }: Entry): number {
  if (route.via.type === "local") return 0;
  if (route.origin === "propagated") return 3;
  return listed ? 2 : 1;
}

function labelOf(destination: string, { via, state }: Route): string {
  const target = via.type === "local" ? "local" : (via.id ?? via.type);
  return `${destination} → ${target}${state === "active" ? "" : ` (${state})`}`;
}

/**
 * What each entry gets of what is left; entries with one destination and rank share it. What comes after a list
 * of unknown entries gets only perhaps what that may name.
 */
function piecesOf(entries: readonly Entry[]): Piece[] {
  const pieces: Piece[] = [];
  let taken = AddressSet.NONE;
  for (let start = 0; start < entries.length; ) {
    const first = entries[start] as Entry;
    let end = start + 1;
    while (end < entries.length && isRival(first, entries[end] as Entry)) end++;
    const to = first.to.difference(taken);
    const rivals = entries.slice(start, end);
    const maybeFirst = first.length === UNKNOWN_FIRST;
    if (!to.isEmpty())
      for (const { route, label } of rivals)
        pieces.push({ to, route, label, maybeFirst, rivals: rivals.length > 1 });
    if (!maybeFirst) taken = taken.union(to);
    start = end;
  }
  return pieces;
}

function isRival(a: Entry, b: Entry): boolean {
  return a.length === b.length && rank(a) === rank(b) && a.to.equals(b.to);
}
