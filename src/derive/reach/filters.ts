import type { Graph } from "../../graph/index.js";
import type { EstateNode, Gap, Provenance } from "../../model/index.js";
import type { AddressSet, Packet, PacketSet, PacketSpace } from "../../net/index.js";
import { type Clause, Clauses } from "./clauses.js";
import type { Holes } from "./holes.js";

/** What a filter does to packets of one direction. The two sets are disjoint. */
export interface Pass {
  readonly permit: PacketSet;
  /** What may pass, for all that is known. */
  readonly maybe: PacketSet;
  readonly gaps: readonly Gap[];
}

export type Direction = "ingress" | "egress";

/** Which packets a stateful filter is asked about: those that begin a connection, or answers. */
export type Turn = "new" | "reply";

/** Who decided on a packet. */
export interface Decider {
  readonly id: string;
  readonly label: string;
  readonly at?: Provenance;
  readonly permits: boolean | "unknown";
}

/**
 * Filters as packet sets. A security group admits what any of its rules does; an ordered filter what its
 * first rule that matches says, with jumps as in nft(8): `return` and the end of a chain go back to the
 * chain that jumped, `goto` does not come back.
 */
export class Filters {
  private readonly passes = new Map<string, Pass>();
  private readonly clauses: Clauses;

  private readonly graph: Graph;
  private readonly space: PacketSpace;
  private readonly holes: Holes;

  constructor({ graph, space, holes, members }: Ground) {
    this.graph = graph;
    this.space = space;
    this.holes = holes;
    this.clauses = new Clauses(graph, space, members);
  }

  /** What several filters on one card let through: groups add up, ordered filters must all agree. */
  together(ids: readonly string[], direction: Direction, turn: Turn): Pass {
    const key = `${direction} ${turn} ${ids.join(" ")}`;
    const known = this.passes.get(key);
    if (known !== undefined) return known;
    const { space } = this;
    const groups = ids.filter((id) => this.node(id)?.is.evaluation === "any-match");
    const ordered = ids.filter((id) => !groups.includes(id));
    let pass: Pass = { permit: space.all, maybe: space.none, gaps: [] };
    if (groups.length > 0)
      pass = groups.map((id) => this.pass(id, direction, turn)).reduce((a, b) => this.either(a, b));
    for (const id of ordered) pass = this.both(pass, this.pass(id, direction, turn));
    this.passes.set(key, pass);
    return pass;
  }

  /** What groups let in besides, by rules that name a group of the load balancer through which packets come. */
  naming(ids: readonly string[], pass: Pass, through: readonly string[]): Pass {
    const { space } = this;
    const named = ids.flatMap((id) => this.clauses.naming(id, through));
    if (named.length === 0) return pass;
    const permit = space.union(pass.permit, space.unionOf(named.map(({ match }) => match)));
    return { ...pass, permit, maybe: space.difference(pass.maybe, permit) };
  }

  /** One filter by itself. */
  pass(id: string, direction: Direction, turn: Turn): Pass {
    const key = `${direction} ${turn} ${id}`;
    const known = this.passes.get(key);
    if (known !== undefined) return known;
    const pass = this.worked(id, direction, turn);
    this.passes.set(key, pass);
    return pass;
  }

  /** The rule that decides on one packet at several filters on one card; the first that refuses where all must agree. */
  decider(
    ids: readonly string[],
    packet: Packet,
    how: { direction: Direction; turn: Turn; through?: readonly string[] },
  ): Decider | undefined {
    let last: Decider | undefined;
    const groups = ids.filter((id) => this.node(id)?.is.evaluation === "any-match");
    const { through = [] } = how;
    for (const id of groups) {
      const named = how.direction === "ingress" && through.length > 0 ? this.clauses.naming(id, through) : [];
      const found = [...this.clauses.of(id, how.direction), ...named].find(({ match }) =>
        this.space.contains(match, packet),
      );
      if (found !== undefined) return said(found, how.turn);
    }
    if (groups.length > 0)
      last = this.byDefault(groups[0] ?? "", how.direction, "no rule of its groups admits it");
    for (const id of ids.filter((one) => !groups.includes(one))) {
      const family = seenBy(this.node(id));
      if (family !== undefined && family !== packet.source.family) continue;
      last =
        this.firstMatch(id, packet, { ...how, depth: 0 }) ??
        this.byDefault(id, how.direction, "no rule matches, and that is its default");
      if (last.permits !== true) return last;
    }
    return last;
  }

  /** The rules of a filter, in order. */
  rules(id: string, direction: Direction): readonly Clause[] {
    return this.clauses.of(id, direction);
  }

  private byDefault(id: string, direction: Direction, why: string): Decider {
    const node = this.node(id);
    const permits = node?.is.evaluation === "first-match" && node.is.defaults?.[direction] === "allow";
    return {
      id,
      label: `${node?.label ?? id}: ${why}`,
      ...(node === undefined ? {} : { at: node.at }),
      permits,
    };
  }

  private firstMatch(
    id: string,
    packet: Packet,
    how: { direction: Direction; turn: Turn; depth: number },
  ): Decider | undefined {
    if (how.depth > MOST_JUMPS) return undefined;
    for (const clause of this.clauses.of(id, how.direction)) {
      if (!speaks(clause, how.turn) || !this.space.contains(clause.match, packet)) continue;
      const { action, target } = clause;
      if (action === "return") return undefined;
      if ((action === "jump" || action === "goto") && target !== null) {
        const inner = this.firstMatch(target, packet, { ...how, depth: how.depth + 1 });
        if (inner !== undefined || action === "goto")
          return inner ?? this.byDefault(id, how.direction, "no rule matches, and that is its default");
      } else if (action !== "continue") return said(clause, how.turn);
    }
    return undefined;
  }

  private worked(id: string, direction: Direction, turn: Turn): Pass {
    const { space } = this;
    const node = this.node(id);
    const near = this.holes.at(id, "rules");
    const hidden = this.holes.hidingNear("rule", id, RULE_TYPES.get(node?.type ?? ""));
    const gaps = [...near, ...hidden];
    if (node === undefined || node.is.evaluation === undefined || node.is.defaults === undefined)
      return { permit: space.none, maybe: space.all, gaps };
    if (!(node.is.directions ?? [direction]).includes(direction) && node.is.evaluation === "first-match")
      return { permit: space.all, maybe: space.none, gaps: [] };
    if (node.is.evaluation === "any-match") {
      const clauses = this.clauses.of(id, direction);
      const doubtful = clauses.filter(({ sure }) => !sure);
      const sure = space.unionOf(
        clauses.map(({ sure, match, certain }) => (sure ? match : (certain ?? space.none))),
      );
      const unsure = space.unionOf(doubtful.map(({ match }) => match));
      // A rule that was not seen can only admit more.
      const maybe = gaps.length > 0 ? space.complement(sure) : space.difference(unsure, sure);
      return { permit: sure, maybe, gaps: [...gaps, ...doubtful.flatMap((clause) => [...clause.gaps])] };
    }
    const run = this.run(id, space.all, { direction, turn, depth: 0 });
    const rest = node.is.defaults[direction] === "allow";
    const family = seenBy(node);
    // A chain of one family never sees packets of the other: they are not its to refuse.
    const unseen = family === undefined ? space.none : space.complement(space.box({ family }));
    const permit = space.union(rest ? space.union(run.permit, run.rest) : run.permit, unseen);
    // Of an ordered filter with unseen rules nothing is certain.
    return gaps.length > 0
      ? { permit: space.none, maybe: space.all, gaps }
      : { permit, maybe: space.difference(run.maybe, permit), gaps: [] };
  }

  /** What becomes of a set in an ordered chain; `rest` falls off its end. */
  private run(id: string, set: PacketSet, how: { direction: Direction; turn: Turn; depth: number }): Run {
    const { space } = this;
    let permit = space.none;
    let maybe = space.none;
    let rest = space.none;
    let left = set;
    if (how.depth > MOST_JUMPS) return { permit, maybe: set, rest };
    for (const clause of this.clauses.of(id, how.direction)) {
      if (space.isEmpty(left)) break;
      if (!speaks(clause, how.turn)) continue;
      const hit = space.intersect(left, clause.match);
      if (space.isEmpty(hit)) continue;
      if (clause.action === "continue") continue;
      if (!isSure(clause, how.turn) || clause.action === "unknown") {
        // It may match, or not: what comes after it is uncertain for these packets.
        maybe = space.union(maybe, hit);
        left = space.difference(left, hit);
        continue;
      }
      if (clause.action === "allow" || clause.action === "inspect") permit = space.union(permit, hit);
      else if (clause.action === "return") rest = space.union(rest, hit);
      else if (clause.action === "jump" || clause.action === "goto") {
        const inner =
          clause.target === null
            ? { permit: space.none, maybe: hit, rest: space.none }
            : this.run(clause.target, hit, { ...how, depth: how.depth + 1 });
        permit = space.union(permit, inner.permit);
        maybe = space.union(maybe, inner.maybe);
        left = space.difference(left, hit);
        if (clause.action === "jump") left = space.union(left, inner.rest);
        else rest = space.union(rest, inner.rest);
        continue;
      }
      left = space.difference(left, hit);
    }
    return { permit, maybe, rest: space.union(rest, left) };
  }

  private either(a: Pass, b: Pass): Pass {
    const permit = this.space.union(a.permit, b.permit);
    const maybe = this.space.difference(this.space.union(a.maybe, b.maybe), permit);
    return { permit, maybe, gaps: [...a.gaps, ...b.gaps] };
  }

  private both(a: Pass, b: Pass): Pass {
    const permit = this.space.intersect(a.permit, b.permit);
    const [wideA, wideB] = [this.space.union(a.permit, a.maybe), this.space.union(b.permit, b.maybe)];
    const maybe = this.space.difference(this.space.intersect(wideA, wideB), permit);
    return { permit, maybe, gaps: [...a.gaps, ...b.gaps] };
  }

  private node(id: string): EstateNode<"filter"> | undefined {
    return this.graph.node(id) as EstateNode<"filter"> | undefined;
  }
}

/** The one address family that reaches a chain, by its table (nft(8), "ADDRESS FAMILIES"); undefined: both. */
function seenBy(node: EstateNode<"filter"> | undefined): "ipv4" | "ipv6" | undefined {
  if (node?.type !== "nftables.chain") return undefined;
  const { family } = node.native;
  return family === "ip" ? "ipv4" : family === "ip6" ? "ipv6" : undefined;
}

interface Ground {
  readonly graph: Graph;
  readonly space: PacketSpace;
  readonly holes: Holes;
  /** Addresses of the cards that a group guards, as far as the rule that names it means them. */
  members(filter: string, rule: string): AddressSet | undefined;
}

interface Run {
  readonly permit: PacketSet;
  readonly maybe: PacketSet;
  readonly rest: PacketSet;
}

const MOST_JUMPS = 64;

const RULE_TYPES: ReadonlyMap<string, string> = new Map([
  ["aws.security-group", "aws.security-group-rule"],
  ["aws.network-acl", "aws.network-acl-entry"],
]);

/** A rule for established connections speaks of answers alone. */
function speaks({ established }: Clause, turn: Turn): boolean {
  return !established || turn === "reply";
}

/** A rule for connections in some state says of answers what nobody here can tell, unless it is for them alone. */
function isSure({ sure, stateful, established }: Clause, turn: Turn): boolean {
  return sure && (turn === "new" || !stateful || established);
}

function said(clause: Clause, turn: Turn): Decider {
  const { id, label, at, action } = clause;
  const permits =
    !isSure(clause, turn) || action === "unknown" ? "unknown" : action === "allow" || action === "inspect";
  return { id, label, at, permits };
}
