import { AddressSet, type Family } from "../../net/index.js";
import { meets } from "./box.js";
import type { Clause, Side } from "./clause.js";
import type { Refusals } from "./refusals.js";
import { both, Cutter, type Region } from "./regions.js";

/** `certain` counts what is admitted whatever the unknowns are; `possible` all that may be. */
export type Bound = "certain" | "possible";

/** One segment (family, protocol, run of ports) and the clauses that speak of it. */
export interface Segment {
  readonly family: Family;
  readonly bound: Bound;
  /** The clauses of a filter, in the order in which they are tried. */
  readonly clauses: (filter: string) => readonly Clause[];
  readonly refusals: Refusals;
}

/** The kernel refuses rulesets that jump deeper (NFT_JUMP_STACK_SIZE, linux/include/net/netfilter/nf_tables.h). */
const MOST_JUMPS = 16;
const MOST_STEPS = 200_000;

/**
 * Sends everybody through a filter. Permits take nobody away from later permits, so that each shows whom
 * it would admit alone, behind the refusals before it; together they admit the same.
 */
export class Walk {
  readonly admitted = new Map<Clause, AddressSet>();
  /** Permits for members of other filters that nothing refuses before. */
  readonly members = new Set<Clause>();
  /** Clauses whose effect is not certain and that somebody met. */
  readonly doubtful = new Set<Clause>();
  private readonly everyone: AddressSet;
  private readonly cutter: Cutter;
  private readonly path: string[] = [];
  private steps = 0;

  constructor(private readonly segment: Segment) {
    this.everyone = AddressSet.allOf(segment.family);
    this.cutter = new Cutter(segment.family, segment.bound);
  }

  /** Some sets are bounds, not exact, though every rule is understood. */
  get blurred(): boolean {
    return this.cutter.blurred;
  }

  /** Whom no rule decided. Where nothing admits them anyhow, refusals at the end need not be gone through. */
  from(filter: string, fallback: boolean): AddressSet {
    const all = this.segment.clauses(filter);
    const end = fallback ? all.length : all.findLastIndex(({ action }) => action !== "deny") + 1;
    const start = [{ peers: this.everyone, members: true, packets: null }];
    const left = this.through(filter, start, end === all.length ? all : all.slice(0, end));
    return AddressSet.unionOf(left.map(({ peers }) => peers));
  }

  private through(
    filter: string,
    start: readonly Region[],
    clauses = this.segment.clauses(filter),
  ): readonly Region[] {
    let pending = start;
    const returned: Region[] = [];
    this.path.push(filter);
    for (let at = 0; at < clauses.length && pending.length > 0; ) {
      const clause = clauses[at] as Clause;
      const refused = clause.action === "deny" ? this.refuse(clauses, at, pending) : null;
      pending = refused?.pending ?? this.meet(clause, pending, returned);
      at += refused?.length ?? 1;
    }
    this.path.pop();
    return returned.length === 0 ? pending : [...pending, ...returned];
  }

  /** Takes the refusals that follow each other from here at once; null where there is just one. */
  private refuse(clauses: readonly Clause[], from: number, pending: readonly Region[]) {
    const { refusals } = this.segment;
    const length = refusals.length(clauses, from);
    if (length > 1)
      return { length, pending: refusals.take(clauses.slice(from, from + length), pending, this.cutter) };
    const narrow = length === 0 ? refusals.narrow(clauses, from) : null;
    if (narrow === null || narrow.length === 1) return null;
    return { length: narrow.length, pending: this.cutter.cut(pending, narrow.cut).outside };
  }

  /** What is still pending behind the clause. */
  private meet(clause: Clause, pending: readonly Region[], returned: Region[]): readonly Region[] {
    const side = this.side(clause);
    const certain = this.segment.bound === "certain";
    const surely = clause.conditional ? AddressSet.NONE : side.known;
    const perhaps = side.open ? this.everyone : side.known;
    const action = this.action(clause);
    if (clause.doubt !== null || action === "unknown") this.doubtful.add(clause);
    if (action === "allow") {
      this.permit(clause, pending, certain ? surely : perhaps);
      return pending;
    }
    if (action === "unknown" && !certain) {
      this.permit(clause, pending, perhaps);
      return pending;
    }
    const { box } = side;
    if (action === "deny" || action === "unknown")
      return this.cutter.cut(pending, { peers: certain ? perhaps : surely, box }).outside;
    return surely === perhaps
      ? this.turn(clause, pending, returned)
      : this.turnPerhaps(clause, { pending, returned, surely, perhaps });
  }

  /** A jump that cannot be followed decides nobody knows what. */
  private action({ action, target }: Clause): Clause["action"] {
    this.steps += 1;
    if (action !== "jump" && action !== "goto") return this.steps > MOST_STEPS ? "unknown" : action;
    const lost = target === null || this.path.includes(target) || this.path.length > MOST_JUMPS;
    return lost || this.steps > MOST_STEPS ? "unknown" : action;
  }

  private permit(clause: Clause, pending: readonly Region[], whom: AddressSet): void {
    const { box, members } = this.side(clause);
    for (const region of pending) {
      if (!meets(region.packets, box)) continue;
      const met = both(region.peers, whom, this.everyone);
      if (!met.isEmpty()) this.admit(clause, met);
      if (members && region.members && !(clause.conditional && this.segment.bound === "certain"))
        this.members.add(clause);
    }
  }

  private admit(clause: Clause, whom: AddressSet): void {
    const before = this.admitted.get(clause);
    this.admitted.set(clause, before === undefined ? whom : before.union(whom));
  }

  /** Jump, goto or return, certainly taken by those whom the clause names. */
  private turn(clause: Clause, pending: readonly Region[], returned: Region[]): readonly Region[] {
    const { known, box } = this.side(clause);
    const { inside, outside } = this.cutter.cut(pending, { peers: known, box });
    if (inside.length === 0) return pending;
    const back = clause.action === "return" ? inside : this.through(clause.target ?? "", inside);
    if (clause.action !== "jump") {
      returned.push(...back);
      return outside;
    }
    return back === inside ? pending : [...outside, ...back];
  }

  /**
   * The same where it may be taken or not. For certain stays only who is safe on both ways: behind a jump
   * those whom the other filter lets come back, behind a goto or return nobody.
   */
  private turnPerhaps(clause: Clause, { pending, returned, surely, perhaps }: Turn): readonly Region[] {
    const { box } = this.side(clause);
    const { inside, outside } = this.cutter.cut(pending, { peers: perhaps, box });
    if (inside.length === 0) return pending;
    const certain = this.segment.bound === "certain";
    if (clause.action === "return") {
      if (!certain) returned.push(...inside);
      return certain ? outside : this.cutter.cut(pending, { peers: surely, box }).outside;
    }
    const permitted = new Map(this.admitted);
    const members = new Set(this.members);
    const back = this.through(clause.target ?? "", inside);
    if (!certain) {
      if (clause.action === "goto") returned.push(...back);
      return pending;
    }
    this.forget(permitted, members);
    return clause.action === "jump" ? [...outside, ...back] : outside;
  }

  private forget(permitted: ReadonlyMap<Clause, AddressSet>, members: ReadonlySet<Clause>): void {
    this.admitted.clear();
    for (const [clause, whom] of permitted) this.admitted.set(clause, whom);
    this.members.clear();
    for (const clause of members) this.members.add(clause);
  }

  private side(clause: Clause): Side {
    return (
      clause.sides[this.segment.family] ?? { known: AddressSet.NONE, open: false, members: false, box: null }
    );
  }
}

interface Turn {
  readonly pending: readonly Region[];
  readonly returned: Region[];
  readonly surely: AddressSet;
  readonly perhaps: AddressSet;
}
