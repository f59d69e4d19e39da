import type { AddressSet } from "../../net/index.js";
import type { Clause } from "./clause.js";

/** `certain` counts what is admitted whatever the unknowns are; `possible` what may be. */
export type Bound = "certain" | "possible";

/** The clauses that speak of one segment (family, protocol, run of ports), by filter. */
export interface Segment {
  readonly everyone: AddressSet;
  readonly bound: Bound;
  /** Jumps taken so far. */
  readonly depth: number;
  readonly clauses: (filter: string) => readonly Clause[];
}

/** What a filter does with a set of peers. */
export interface Decision {
  /** By clause: whom it admits, were the other permits not there. */
  readonly admitted: Map<Clause, AddressSet>;
  /** Permits that name only members of other filters. */
  readonly members: Clause[];
  /** Whom no clause decided. */
  readonly left: AddressSet;
}

const MOST_JUMPS = 16;

/**
 * First match wins: each clause sees whom no refusal before it has taken. Permits do not take anybody
 * away from later permits, so that each shows what it would admit alone; their union is the same.
 */
export function decide(segment: Segment, filter: string, start: AddressSet): Decision {
  const decision = { admitted: new Map<Clause, AddressSet>(), members: [] as Clause[], left: start };
  if (segment.depth > MOST_JUMPS)
    return { ...decision, left: segment.bound === "certain" ? start.difference(start) : start };
  let pending = start;
  let returned = start.difference(start);
  for (const clause of segment.clauses(filter)) {
    if (pending.isEmpty() && !clause.peers.members) continue;
    const [sure, perhaps] = matched(clause, segment, pending);
    if (clause.action === "allow") {
      const whom = segment.bound === "certain" ? sure : perhaps;
      if (!whom.isEmpty()) decision.admitted.set(clause, whom);
      else if (clause.peers.members && (segment.bound === "possible" || !clause.uncertain))
        decision.members.push(clause);
    } else if (clause.action === "deny") {
      // To be on the safe side of each bound: a refusal that may not match refuses nothing for sure.
      pending = pending.difference(
        segment.bound === "certain" ? refusable(clause, perhaps) : refusable(clause, sure),
      );
    } else if (clause.action === "return") {
      const whom = segment.bound === "certain" ? sure : perhaps;
      returned = returned.union(whom);
      pending = pending.difference(sure);
    } else {
      const below = decide({ ...segment, depth: segment.depth + 1 }, clause.target ?? "", perhaps);
      [pending, returned] = joined({ clause, segment, decision, below, pending, returned, sure, perhaps });
    }
  }
  return { ...decision, left: pending.union(returned) };
}

interface Jump {
  readonly clause: Clause;
  readonly segment: Segment;
  readonly decision: Decision;
  readonly below: Decision;
  readonly pending: AddressSet;
  readonly returned: AddressSet;
  readonly sure: AddressSet;
  readonly perhaps: AddressSet;
}

/** Brings a jump's outcome back; where it is not certain that the jump is taken, the safe side of the bound. */
function joined({
  clause,
  segment,
  decision,
  below,
  pending,
  returned,
  sure,
  perhaps,
}: Jump): [AddressSet, AddressSet] {
  const certain = segment.bound === "certain";
  const doubtful = !sure.equals(perhaps);
  if (!(certain && doubtful)) {
    for (const [inner, whom] of below.admitted) {
      decision.admitted.set(inner, whom.union(decision.admitted.get(inner) ?? whom));
    }
    decision.members.push(...below.members);
  }
  const stays = pending.difference(perhaps);
  const back = below.left;
  if (doubtful) return [certain ? stays.union(back) : pending, returned];
  return clause.action === "goto" ? [stays, returned.union(back)] : [stays.union(back), returned];
}

/** Whom a clause surely matches and whom it may match, of those still pending. */
function matched(clause: Clause, segment: Segment, pending: AddressSet): [AddressSet, AddressSet] {
  const known = clause.peers.known.intersect(pending);
  const perhaps = clause.peers.open ? segment.everyone.intersect(pending) : known;
  return [clause.uncertain || clause.peers.open ? known.difference(known) : known, perhaps];
}

/** A refusal of some of a peer's packets leaves the peer others: it takes nobody away. */
const refusable = (clause: Clause, whom: AddressSet) => (clause.partial ? whom.difference(whom) : whom);
