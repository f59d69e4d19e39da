import type { PacketSet, PacketSpace } from "../../net/index.js";
import type { Clause, Clauses, Turn } from "./clauses.js";

/** Which packets an ordered chain is asked about, and after how many jumps. */
export interface Asked {
  readonly direction: "ingress" | "egress";
  readonly turn: Turn;
  readonly depth: number;
}

/** What becomes of packets: disjoint sets. */
interface Run {
  readonly permit: PacketSet;
  readonly maybe: PacketSet;
  /** What may be sent on under another address or port. */
  readonly astray: PacketSet;
  readonly rest: PacketSet;
}

interface Taken extends Run {
  readonly on: PacketSet;
}

export const MOST_JUMPS = 64;

/** Chains whose first rule that matches decides, with jumps as in nft(8). */
export class Ordered {
  constructor(
    private readonly space: PacketSpace,
    private readonly clauses: Clauses,
  ) {}

  /** What becomes of a set in an ordered chain; `rest` falls off its end. What is in none of the three is refused. */
  run(id: string, set: PacketSet, how: Asked): Run {
    const { space } = this;
    if (how.depth > MOST_JUMPS) return { ...this.nothing, maybe: set };
    let run: Run = this.nothing;
    let left = set;
    const unsure: { hit: PacketSet; taken: Taken }[] = [];
    for (const clause of this.clauses.of(id, how.direction)) {
      if (space.isEmpty(left)) break;
      if (!speaks(clause, how.turn) || clause.action === "continue") continue;
      const hit = space.intersect(left, clause.match);
      if (space.isEmpty(hit)) continue;
      const taken = this.taken(clause, hit, how);
      // It may match, or not: what comes after it is asked as well.
      if (!clause.sure) unsure.push({ hit, taken });
      else {
        run = this.joined(run, taken);
        left = space.union(space.difference(left, hit), taken.on);
      }
    }
    run = { ...run, rest: space.union(run.rest, left) };
    return unsure.reduceRight((later, { hit, taken }) => this.eitherWay(later, taken, hit), run);
  }

  /** What becomes of packets that a rule matches; `on`: they go on to the next rule. */
  private taken({ action, target }: Clause, hit: PacketSet, how: Asked): Taken {
    const { nothing } = this;
    if (action === "allow" || action === "inspect") return { ...nothing, permit: hit };
    if (action === "return") return { ...nothing, rest: hit };
    if (action === "translate") return { ...nothing, astray: hit };
    if (action === "unknown") return { ...nothing, maybe: hit };
    if (action !== "jump" && action !== "goto") return nothing;
    if (target === null) return { ...nothing, maybe: hit };
    const inner = this.run(target, hit, { ...how, depth: how.depth + 1 });
    return action === "goto"
      ? { ...inner, on: nothing.on }
      : { ...inner, rest: nothing.rest, on: inner.rest };
  }

  private get nothing(): Taken {
    const { none } = this.space;
    return { permit: none, maybe: none, astray: none, rest: none, on: none };
  }

  private joined(a: Run, b: Run): Run {
    const { space } = this;
    return {
      permit: space.union(a.permit, b.permit),
      maybe: space.union(a.maybe, b.maybe),
      astray: space.union(a.astray, b.astray),
      rest: space.union(a.rest, b.rest),
    };
  }

  /** Certain is what comes of packets whether the rule matches them or not. */
  private eitherWay(later: Run, taken: Taken, hit: PacketSet): Run {
    const { space } = this;
    const through = (own: PacketSet, after: PacketSet) => space.union(own, space.intersect(taken.on, after));
    const met = {
      permit: through(taken.permit, later.permit),
      maybe: through(taken.maybe, later.maybe),
      rest: through(taken.rest, later.rest),
    };
    const outside = (of: PacketSet) => space.difference(of, hit);
    const permit = space.union(outside(later.permit), space.intersect(later.permit, met.permit));
    const rest = space.union(outside(later.rest), space.intersect(later.rest, met.rest));
    const astray = space.union(later.astray, through(taken.astray, later.astray));
    const some = space.unionOf([later.permit, later.maybe, later.rest, met.permit, met.maybe, met.rest]);
    const maybe = space.difference(some, space.unionOf([permit, rest, astray]));
    return { permit, rest, astray, maybe };
  }
}

/** Some rules never see answers, others see nothing else. */
export function speaks({ turns }: Clause, turn: Turn): boolean {
  return turns.includes(turn);
}
