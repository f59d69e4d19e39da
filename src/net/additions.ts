import type { AddressSet } from "./address-set.js";
import { type Bounds, lowerBound } from "./intervals.js";

/**
 * For each set, whether it holds an address that no set before it holds. The sets together are cut where
 * any of them begins or ends, and each piece is taken once: n log n in the ranges of all of them.
 */
export function additions(sets: readonly AddressSet[]): boolean[] {
  const adds = new Array<boolean>(sets.length).fill(false);
  take(
    sets.map(({ ipv4 }) => ipv4),
    adds,
  );
  take(
    sets.map(({ ipv6 }) => ipv6),
    adds,
  );
  return adds;
}

function take<P extends number | bigint>(lists: readonly Bounds<P>[], adds: boolean[]): void {
  const cuts = cutsOf(lists);
  /** The nearest piece at or behind each that is not taken; paths are halved as they are walked. */
  const free = Int32Array.from({ length: cuts.length + 1 }, (_, index) => index);
  const next = (start: number): number => {
    let at = start;
    while (free[at] !== at) {
      free[at] = free[free[at] as number] as number;
      at = free[at] as number;
    }
    return at;
  };
  for (const [index, bounds] of lists.entries()) {
    for (let i = 0; i < bounds.length; i += 2) {
      const end = lowerBound(cuts, bounds[i + 1] as P);
      for (let at = next(lowerBound(cuts, bounds[i] as P)); at < end; at = next(at)) {
        adds[index] = true;
        free[at] = at + 1;
      }
    }
  }
}

// Not by way of a Set: V8 hashes a bigint by its lowest 64 bits, which are zero for most IPv6 blocks.
function cutsOf<P extends number | bigint>(lists: readonly Bounds<P>[]): P[] {
  const all = lists.flat().sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return all.filter((cut, index) => index === 0 || cut !== all[index - 1]);
}
