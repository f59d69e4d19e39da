import { groupBy } from "./columns.js";
import type { NameTable } from "./name-table.js";
import { sharedInts } from "./shared-arrays.js";

/**
 * Names in the order of code units. Those with one head lie together, for no head begins another: so heads are put in
 * order, and what lies behind each; and names without one are sorted in between.
 */
export function sortedNames(names: NameTable, unsorted: Int32Array): Int32Array {
  const inOrder = (a: number, b: number) => names.compare(a, b);
  const { start, items } = groupBy(
    unsorted.map((name) => names.headNumber(name)),
    names.headCount,
  );
  const sorted = sharedInts(unsorted.length);
  const plain = start[1] ?? 0;
  let end = plain;
  for (const head of headsInOrder(names)) {
    const group = items.subarray(start[head] ?? 0, start[head + 1] ?? 0).map((place) => unsorted[place] ?? 0);
    sorted.set(group.sort(inOrder), end);
    end += group.length;
  }
  if (plain === 0) return sorted;
  const headless = items
    .subarray(0, plain)
    .map((place) => unsorted[place] ?? 0)
    .sort(inOrder);
  return merged(headless, sorted, inOrder);
}

/** Numbers of all heads but the empty one, which is the first. */
function headsInOrder(names: NameTable): number[] {
  const texts = names.headTexts();
  const numbers = Array.from({ length: names.headCount - 1 }, (_, index) => index + 1);
  return numbers.sort((a, b) => ((texts[a] ?? "") < (texts[b] ?? "") ? -1 : 1));
}

/** Into the second list, whose front has room for the first one. */
function merged(
  first: Int32Array,
  second: Int32Array,
  inOrder: (a: number, b: number) => number,
): Int32Array {
  let [left, right] = [0, first.length];
  for (let place = 0; left < first.length; place++) {
    const [one, other] = [first[left] ?? 0, second[right] ?? 0];
    const isFirst = right >= second.length || inOrder(one, other) < 0;
    second[place] = isFirst ? one : other;
    if (isFirst) left++;
    else right++;
  }
  return second;
}
