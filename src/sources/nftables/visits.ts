import { FAMILIES } from "../../net/index.js";
import type { Chain, Direction } from "./chain.js";
import type { Next } from "./hooks.js";

/** A way in which the rules of a chain are met, from some base chain. */
export interface Visit {
  readonly direction: Direction;
  /** What an accept leads to. */
  readonly next: Next;
  /** Whether connections are tracked before it. */
  readonly tracking: "before" | "after" | "unknown";
}

export function sameVisit(a: Visit, b: Visit): boolean {
  return (
    a.direction === b.direction &&
    a.tracking === b.tracking &&
    FAMILIES.every((family) => a.next.get(family) === b.next.get(family))
  );
}

/**
 * The filters that a chain becomes: one, with its rules as they are met by what comes in and by what goes
 * out; more where base chains share it whose accepts lead on to different chains, a copy for each.
 */
export function copiesOf(chain: Chain, visits: readonly Visit[]): readonly { id: string; visits: Visit[] }[] {
  const copies: { id: string; visits: Visit[] }[] = [];
  for (const visit of visits) {
    const free = copies.find((copy) => copy.visits.every(({ direction }) => direction !== visit.direction));
    if (free !== undefined) free.visits.push(visit);
    else
      copies.push({
        id: copies.length === 0 ? chain.id : `${chain.id}@${copies.length + 1}`,
        visits: [visit],
      });
  }
  return copies;
}
