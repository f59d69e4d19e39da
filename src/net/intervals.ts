/**
 * A set of points of one line, as the sorted, strictly ascending list of the places where membership
 * changes: a point is inside if an odd number of bounds is ≤ it. `[10, 20]` is 10 … 19. Every set has
 * exactly one such list, so equal sets are equal lists, and every operation is one sweep.
 */
export type Bounds<P extends number | bigint> = readonly P[];

/** Truth tables of `combine`: bit 1 = only in the left set, bit 2 = only in the right, bit 3 = in both. */
export const UNION = 0b1110;
export const INTERSECTION = 0b1000;
export const DIFFERENCE = 0b0010;

const LEFT_ONLY = 0b0010;
const RIGHT_ONLY = 0b0100;

/**
 * Sweeps two sets at once; `table` says which of left-only, right-only and both stay in. What lies before
 * the first or behind the last bound of the other set is skipped or copied in one piece, so that a small
 * set against a large one costs little more than the copy.
 */
export function combine<P extends number | bigint>(
  left: Bounds<P>,
  right: Bounds<P>,
  table: number,
): Bounds<P> {
  if (left.length === 0) return (table & RIGHT_ONLY) === 0 ? [] : right;
  if (right.length === 0) return (table & LEFT_ONLY) === 0 ? [] : left;
  let i = lowerBound(left, right[0] as P);
  let j = i > 0 ? 0 : lowerBound(right, left[0] as P);
  const out: P[] =
    (table & LEFT_ONLY) !== 0 && i > 0
      ? left.slice(0, i)
      : (table & RIGHT_ONLY) !== 0 && j > 0
        ? right.slice(0, j)
        : [];
  let inside = out.length & 1;
  while (i < left.length && j < right.length) {
    const a = left[i] as P;
    const b = right[j] as P;
    const first = a <= b;
    if (first) i++;
    if (b <= a) j++;
    const now = (table >> ((i & 1) | ((j & 1) << 1))) & 1;
    if (now === inside) continue;
    out.push(first ? a : b);
    inside = now;
  }
  if (i < left.length) return (table & LEFT_ONLY) === 0 ? out : out.concat(left.slice(i));
  return (table & RIGHT_ONLY) === 0 || j === right.length ? out : out.concat(right.slice(j));
}

/** The position of the first bound that is not below the point. */
export function lowerBound<P extends number | bigint>(bounds: Bounds<P>, point: P): number {
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((bounds[middle] as P) < point) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The union of many half-open intervals `[from, end)`, in any order, empty ones ignored. */
export function fromIntervals<P extends number | bigint>(intervals: readonly (readonly [P, P])[]): P[] {
  const sorted = intervals.filter(([from, end]) => from < end);
  sorted.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const out: P[] = [];
  for (const [from, end] of sorted) {
    const last = out[out.length - 1];
    if (last === undefined || from > last) out.push(from, end);
    else if (end > last) out[out.length - 1] = end;
  }
  return out;
}

/** Does the set hold the point? */
export function holds<P extends number | bigint>(bounds: Bounds<P>, point: P): boolean {
  const at = lowerBound(bounds, point);
  return ((bounds[at] === point ? at + 1 : at) & 1) === 1;
}

/** Is every point of `inner` in `outer`? */
export function covers<P extends number | bigint>(outer: Bounds<P>, inner: Bounds<P>): boolean {
  if (inner.length === 0) return true;
  let i = lowerBound(outer, inner[0] as P) & ~1;
  for (let j = 0; j < inner.length; j += 2) {
    const from = inner[j] as P;
    const end = inner[j + 1] as P;
    while (i < outer.length && (outer[i + 1] as P) < end) i += 2;
    const start = outer[i];
    if (start === undefined || start > from) return false;
  }
  return true;
}

/** Have the two sets a point in common? */
export function meet<P extends number | bigint>(left: Bounds<P>, right: Bounds<P>): boolean {
  if (left.length === 0 || right.length === 0) return false;
  let i = lowerBound(left, right[0] as P) & ~1;
  let j = lowerBound(right, left[0] as P) & ~1;
  while (i < left.length && j < right.length) {
    if ((left[i + 1] as P) <= (right[j] as P)) i += 2;
    else if ((right[j + 1] as P) <= (left[i] as P)) j += 2;
    else return true;
  }
  return false;
}

export function same<P extends number | bigint>(left: Bounds<P>, right: Bounds<P>): boolean {
  if (left === right) return true;
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index++) if (left[index] !== right[index]) return false;
  return true;
}
