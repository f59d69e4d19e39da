import { canonicalJson, type Gap, type GapReason, gapOf, type Provenance } from "../model/index.js";

/** One hole that resolving found, before equal holes are joined. */
export interface Hole {
  readonly reason: GapReason;
  /** Holes of one reason with the same key are one gap. */
  readonly key: string;
  readonly nodes: readonly string[];
  readonly relations: readonly string[];
  readonly at: Provenance;
  readonly message: (from: string, count: number) => string;
}

interface Found {
  readonly hole: Hole;
  readonly from: Set<string>;
  readonly nodes: Set<string>;
  at: Provenance;
  place: string;
}

/**
 * Collects holes and joins those with the same cause: when a region's groups were refused, ten
 * thousand interfaces point nowhere, and that is a gap for each missing group, not for each arrow.
 */
export class AssemblyGaps {
  private readonly found = new Map<string, Found>();

  /** `from` is the id of the node that the hole is seen from. */
  add(from: string, hole: Hole): void {
    const key = JSON.stringify([hole.reason, hole.key]);
    const place = canonicalJson(hole.at);
    let found = this.found.get(key);
    if (found === undefined) {
      found = { hole, from: new Set(), nodes: new Set(), at: hole.at, place };
      this.found.set(key, found);
    }
    found.from.add(from);
    for (const node of [from, ...hole.nodes]) found.nodes.add(node);
    if (place < found.place) {
      found.at = hole.at;
      found.place = place;
    }
  }

  gaps(): Gap[] {
    return [...this.found.values()].map(({ hole, from, nodes, at }) => {
      const [first = ""] = [...from].sort();
      return gapOf({
        reason: hole.reason,
        message: hole.message(first, from.size),
        at,
        touches: { nodes: [...nodes].sort(), relations: [...hole.relations] },
      });
    });
  }
}

/** "a", or "a and 3 more". */
export function andMore(first: string, count: number): string {
  return count === 1 ? first : `${first} and ${count - 1} more`;
}
