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

/** Sweeps two sets at once; `table` says which of left-only, right-only and both stay in. */
export function combine<P extends number | bigint>(left: Bounds<P>, right: Bounds<P>, table: number): P[] {
  const out: P[] = [];
  let i = 0;
  let j = 0;
  let inside = 0;
  while (true) {
    const a = left[i];
    const b = right[j];
    if (a === undefined && b === undefined) return out;
    const takeLeft = b === undefined || (a !== undefined && a <= b);
    const takeRight = a === undefined || (b !== undefined && b <= a);
    if (takeLeft) i++;
    if (takeRight) j++;
    const now = (table >> ((i & 1) | ((j & 1) << 1))) & 1;
    if (now === inside) continue;
    out.push((takeLeft ? a : b) as P);
    inside = now;
  }
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
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((bounds[middle] as P) <= point) low = middle + 1;
    else high = middle;
  }
  return (low & 1) === 1;
}

/** Is every point of `inner` in `outer`? */
export function covers<P extends number | bigint>(outer: Bounds<P>, inner: Bounds<P>): boolean {
  let i = 0;
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
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    if ((left[i + 1] as P) <= (right[j] as P)) i += 2;
    else if ((right[j + 1] as P) <= (left[i] as P)) j += 2;
    else return true;
  }
  return false;
}

export function same<P extends number | bigint>(left: Bounds<P>, right: Bounds<P>): boolean {
  return left.length === right.length && left.every((bound, index) => bound === right[index]);
}
