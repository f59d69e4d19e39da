import type { Graph } from "../../graph/index.js";
import type { EstateNode, Gap, Provenance } from "../../model/index.js";
import type { AddressSet, Packet, PacketSet, PacketSpace } from "../../net/index.js";
import { judges, seenBy } from "./chain-hooks.js";
import { type Clause, Clauses, type Home, type Turn } from "./clauses.js";
import type { Holes } from "./holes.js";
import { type Asked, MOST_JUMPS, Ordered, speaks } from "./ordered.js";
import { Kept, type Reads } from "./reads.js";

/** What a filter does to packets of one direction. The sets are disjoint. */
export interface Pass {
  readonly permit: PacketSet;
  /** What may pass, for all that is known. */
  readonly maybe: PacketSet;
  /** What may be sent on under another address or port: what judges it next sees other packets. */
  readonly astray: PacketSet;
  readonly gaps: readonly Gap[];
}

export type Direction = "ingress" | "egress";

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
  private readonly passes: Kept<Pass>;
  private readonly clauses: Clauses;
  private readonly ordered: Ordered;

  private readonly graph: Graph;
  private readonly space: PacketSpace;
  private readonly holes: Holes;

  constructor({ graph, space, holes, members, reads }: Ground) {
    this.passes = new Kept(reads, MOST_PASSES);
    this.graph = graph;
    this.space = space;
    this.holes = holes;
    this.clauses = new Clauses({ graph, space, holes, members, reads });
    this.ordered = new Ordered(space, this.clauses);
  }

  /** What several filters on one card let through: groups add up, ordered filters must all agree. */
  together(ids: readonly string[], direction: Direction, turn: Turn): Pass {
    return this.passes.get(`${direction} ${turn} ${ids.join(" ")}`, () => {
      const groups = ids.filter((id) => this.node(id)?.is.evaluation === "any-match");
      const ordered = ids.filter((id) => !groups.includes(id));
      let pass = this.open;
      if (groups.length > 0)
        pass = groups.map((id) => this.pass(id, direction, turn)).reduce((a, b) => this.either(a, b));
      for (const id of ordered) pass = this.both(pass, this.pass(id, direction, turn));
      return pass;
    });
  }

  /** What groups let in besides, by rules that name a group of the load balancer through which packets come. */
  naming(ids: readonly string[], pass: Pass, through: readonly string[]): Pass {
    const { space } = this;
    const named = ids.flatMap((id) => this.clauses.naming(id, through));
    if (named.length === 0) return pass;
    const matches = (some: readonly Clause[]) => space.unionOf(some.map(({ match }) => match));
    const permit = space.union(pass.permit, matches(named.filter(({ disputed }) => !disputed)));
    const doubtful = named.filter(({ disputed }) => disputed);
    const maybe = space.difference(space.union(pass.maybe, matches(doubtful)), permit);
    return { ...pass, permit, maybe, gaps: [...pass.gaps, ...doubtful.flatMap(({ gaps }) => [...gaps])] };
  }

  /** One filter by itself. */
  pass(id: string, direction: Direction, turn: Turn): Pass {
    return this.passes.get(`one ${direction} ${turn} ${id}`, () => this.worked(id, direction, turn));
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
      if (found !== undefined) return said(found);
    }
    if (groups.length > 0)
      last = this.byDefault(groups[0] ?? "", how.direction, "no rule of its groups admits it");
    for (const id of ids.filter((one) => !groups.includes(one))) {
      const node = this.node(id);
      const family = seenBy(node);
      if (node !== undefined && !judges(node, how.direction)) continue;
      if (family !== undefined && family !== packet.source.family) continue;
      const certain = !this.space.contains(this.pass(id, how.direction, how.turn).maybe, packet);
      last =
        this.firstMatch(id, packet, { ...how, depth: 0, certain }) ??
        this.byDefault(id, how.direction, "no rule matches, and that is its default");
      if (last.permits !== true) return last;
    }
    return last;
  }

  /** The rules of a filter, in order. */
  rules(id: string, direction: Direction, home?: Home): readonly Clause[] {
    return this.clauses.of(id, direction, home);
  }

  /** The rules of a group that admit what comes through a load balancer, whoever the client is. */
  named(id: string, through: readonly string[]): readonly Clause[] {
    return through.length === 0 ? [] : this.clauses.naming(id, through);
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
    how: Asked & { readonly certain: boolean },
  ): Decider | undefined {
    if (how.depth > MOST_JUMPS) return undefined;
    for (const clause of this.clauses.of(id, how.direction)) {
      if (!speaks(clause, how.turn) || !this.space.contains(clause.match, packet)) continue;
      if (how.certain && !clause.sure) continue;
      const { action, target } = clause;
      if (action === "return") return undefined;
      if ((action === "jump" || action === "goto") && target !== null) {
        const inner = this.firstMatch(target, packet, { ...how, depth: how.depth + 1 });
        if (inner !== undefined || action === "goto")
          return inner ?? this.byDefault(id, how.direction, "no rule matches, and that is its default");
      } else if (action !== "continue") return said(clause);
    }
    return undefined;
  }

  private worked(id: string, direction: Direction, turn: Turn): Pass {
    const { space } = this;
    const node = this.node(id);
    if (node !== undefined && !judges(node, direction)) return this.open;
    // Conditions of nftables that are not modelled are told by the rules themselves.
    const told = (gap: Gap) => node?.type === "nftables.chain" && gap.reason === "unmodelled";
    // Rules that only one of two answers has are in dispute themselves: the others are certain.
    const settled = ({ touches }: Gap) => touches.facts?.every((fact) => RULES.has(fact)) === true;
    const near = this.holes.at(id, "rules").filter((gap) => !told(gap) && !settled(gap));
    const hidden = this.holes.hidingNear("rule", id, RULE_TYPES.get(node?.type ?? ""));
    const gaps = [...near, ...hidden];
    if (node === undefined || node.is.evaluation === undefined || node.is.defaults === undefined)
      return { ...this.open, permit: space.none, maybe: space.all, gaps };
    if (node.is.evaluation === "any-match") {
      const clauses = this.clauses.of(id, direction);
      const doubtful = clauses.filter(({ sure }) => !sure);
      const sure = space.unionOf(
        clauses.map(({ sure, match, certain }) => (sure ? match : (certain ?? space.none))),
      );
      const unsure = space.unionOf(doubtful.map(({ match }) => match));
      // A rule that was not seen can only admit more.
      const maybe = gaps.length > 0 ? space.complement(sure) : space.difference(unsure, sure);
      const all = [...gaps, ...doubtful.flatMap((clause) => [...clause.gaps])];
      return { permit: sure, maybe, astray: space.none, gaps: all };
    }
    const run = this.ordered.run(id, space.all, { direction, turn, depth: 0 });
    const rest = node.is.defaults[direction] === "allow";
    const family = seenBy(node);
    // A chain of one family never sees packets of the other: they are not its to refuse.
    const unseen = family === undefined ? space.none : space.complement(space.box({ family }));
    const permit = space.union(rest ? space.union(run.permit, run.rest) : run.permit, unseen);
    // Of an ordered filter with unseen rules nothing is certain.
    if (gaps.length > 0) return { ...this.open, permit: space.none, maybe: space.all, gaps };
    // Whether packets come by a bridge is not told: what its chains refuse may come another way.
    const maybe = node.native["family"] === "bridge" ? space.all : run.maybe;
    const { astray } = run;
    const doubts = this.clauses.of(id, direction).filter(({ sure }) => !sure);
    const why = doubts.flatMap((clause) => [...clause.gaps]);
    return { permit, maybe: space.difference(maybe, space.union(permit, astray)), astray, gaps: why };
  }

  private get open(): Pass {
    const { all, none } = this.space;
    return { permit: all, maybe: none, astray: none, gaps: [] };
  }

  private either(a: Pass, b: Pass): Pass {
    const permit = this.space.union(a.permit, b.permit);
    const maybe = this.space.difference(this.space.union(a.maybe, b.maybe), permit);
    return { permit, maybe, astray: this.space.none, gaps: [...a.gaps, ...b.gaps] };
  }

  private both(a: Pass, b: Pass): Pass {
    const { space } = this;
    const astray = space.union(a.astray, b.astray);
    const permit = space.difference(space.intersect(a.permit, b.permit), astray);
    const [wideA, wideB] = [space.union(a.permit, a.maybe), space.union(b.permit, b.maybe)];
    const maybe = space.difference(space.intersect(wideA, wideB), space.union(permit, astray));
    return { permit, maybe, astray, gaps: [...a.gaps, ...b.gaps] };
  }

  private node(id: string): EstateNode<"filter"> | undefined {
    return this.graph.node(id) as EstateNode<"filter"> | undefined;
  }
}

interface Ground {
  readonly graph: Graph;
  readonly space: PacketSpace;
  readonly holes: Holes;
  /** Addresses of the cards that a group guards, as far as the rule that names it means them. */
  members(filter: string, rule: string): AddressSet | undefined;
  readonly reads: Reads | undefined;
}

/** Combinations of filters that are remembered, so that memory does not grow with the estate. */
const MOST_PASSES = 1 << 15;

/** Members of a description that tell rules, each of which is a node, and what uses the filter. */
const RULES: ReadonlySet<string> = new Set(
  ["IpPermissions", "IpPermissionsEgress", "Entries", "Associations"].map((member) => `native.${member}`),
);

const RULE_TYPES: ReadonlyMap<string, string> = new Map([
  ["aws.security-group", "aws.security-group-rule"],
  ["aws.network-acl", "aws.network-acl-entry"],
  ["nftables.chain", "nftables.rule"],
]);

function said({ id, label, at, action, sure }: Clause): Decider {
  const permits = !sure || action === "unknown" ? "unknown" : action === "allow" || action === "inspect";
  return { id, label, at, permits };
}
