import type { AclStep } from "../../../model/index.js";

/** An entry under its number. */
export type Entry = Omit<AclStep, "deed">;

/** Numbers go from 1 to 32766 (EC2 API, CreateNetworkAclEntry). */
const LAST = 32_766;

/**
 * Steps that put new entries, in their order, ahead of the one with a number. Free numbers below it will do; where
 * there are too few, entries from it on move up as far as they must. Undefined where there is no room. Whoever moves
 * is there before its old number says something else, and of what is new the first comes first: nothing opens or
 * closes for a moment that would not in the end.
 */
export function stepsAhead(
  entries: readonly Entry[],
  fresh: readonly Omit<Entry, "number">[],
  before: number,
): AclStep[] | undefined {
  const taken = new Set(entries.map(({ number }) => number));
  const free: number[] = [];
  for (let number = before - 1; number >= 1 && free.length < fresh.length; number--)
    if (!taken.has(number)) free.unshift(number);
  const missing = fresh.length - free.length;
  const moved = movedUp(entries, before, missing);
  if (moved === undefined) return undefined;
  const numbers = [...free, ...Array.from({ length: missing }, (_, index) => before + index)];
  const put = fresh.map((entry, index) => ({ ...entry, number: numbers[index] ?? before }));
  const was = new Map(entries.map((entry) => [entry.number, entry]));
  const steps = [...moved].sort((a, b) => b.number - a.number).flatMap((entry) => stepTo(was, entry));
  for (const { number, ...entry } of moved) was.set(number, { number, ...entry });
  return [...steps, ...put.flatMap((entry) => stepTo(was, entry))];
}

function stepTo(was: ReadonlyMap<number, Entry>, entry: Entry): AclStep[] {
  const old = was.get(entry.number);
  if (old === undefined) return [{ deed: "create", ...entry }];
  return JSON.stringify(old) === JSON.stringify(entry) ? [] : [{ deed: "replace", ...entry }];
}

/** So many numbers from one on made free, in order. */
function movedUp(entries: readonly Entry[], from: number, count: number): Entry[] | undefined {
  let next = from + count;
  const out = [...entries]
    .sort((a, b) => a.number - b.number)
    .map((entry) => {
      if (entry.number < from) return entry;
      const number = Math.max(entry.number, next);
      next = number + 1;
      return { ...entry, number };
    });
  return out.some(({ number }) => number > LAST) ? undefined : out;
}
