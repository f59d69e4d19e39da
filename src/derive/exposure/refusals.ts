import { AddressSet, type Family } from "../../net/index.js";
import type { Box } from "./box.js";
import type { Clause, Side } from "./clause.js";
import { alike } from "./memo.js";
import type { Cut, Cutter, Region } from "./regions.js";

const RUNG = 64;

interface Rung {
  readonly clauses: readonly Clause[];
  readonly before: AddressSet;
  readonly after: AddressSet;
}

/**
 * Takes refusals that follow each other. The segments of a filter meet mostly the same refusals in the same
 * order, so what a stretch of them leaves is kept: the next segment climbs the same rungs without arithmetic.
 */
export class Refusals {
  private readonly rungs = new Map<Clause, Rung>();

  constructor(private readonly family: Family) {}

  /** How many plain refusals of whole peers follow each other from here. */
  length(clauses: readonly Clause[], from: number): number {
    let at = from;
    for (; at < clauses.length; at++) {
      const clause = clauses[at] as Clause;
      if (clause.action !== "deny" || clause.doubt !== null || this.side(clause)?.box !== null) break;
    }
    return at - from;
  }

  /** Whom they leave. */
  take(clauses: readonly Clause[], pending: readonly Region[], cutter: Cutter): readonly Region[] {
    const [region, ...others] = pending;
    if (region === undefined || others.length > 0 || region.packets !== null) {
      return cutter.cut(pending, { peers: this.named(clauses), box: null }).outside;
    }
    let peers = region.peers;
    for (let at = 0; at < clauses.length && !peers.isEmpty(); at += RUNG)
      peers = this.climb(clauses.slice(at, at + RUNG), peers);
    if (peers.isEmpty()) return [];
    return [{ ...region, peers }];
  }

  /** How many refusals from here on differ only in the hosts that they guard, and the one cut that they make together. */
  narrow(clauses: readonly Clause[], from: number): { readonly length: number; readonly cut: Cut } | null {
    const first = this.guards(clauses[from]);
    if (first === null) return null;
    const guarded = [first.box.local];
    for (let at = from + 1; at < clauses.length; at++) {
      const next = this.guards(clauses[at]);
      if (next === null || !next.known.equals(first.known)) break;
      if (!next.box.source.equals(first.box.source) || !next.box.code.equals(first.box.code)) break;
      guarded.push(next.box.local);
    }
    const box = { ...first.box, local: AddressSet.unionOf(guarded) };
    return { length: guarded.length, cut: { peers: first.known, box } };
  }

  private guards(clause: Clause | undefined): { known: AddressSet; box: Box } | null {
    if (clause === undefined || clause.action !== "deny" || clause.doubt !== null) return null;
    const side = this.side(clause);
    return side === null || side.box === null ? null : { known: side.known, box: side.box };
  }

  private climb(clauses: readonly Clause[], before: AddressSet): AddressSet {
    const first = clauses[0] as Clause;
    const known = this.rungs.get(first);
    if (known !== undefined && known.before === before && alike(known.clauses, clauses)) return known.after;
    const after = before.difference(this.named(clauses));
    this.rungs.set(first, { clauses, before, after });
    return after;
  }

  private named(clauses: readonly Clause[]): AddressSet {
    return AddressSet.unionOf(clauses.map((clause) => this.side(clause)?.known ?? AddressSet.NONE));
  }

  private side(clause: Clause): Side | null {
    return clause.sides[this.family];
  }
}
