import type { AclStep } from "../../../model/index.js";

/** An entry under its number. */
export type Entry = Omit<AclStep, "deed">;

/** Numbers go from 1 to 32766 (EC2 API, CreateNetworkAclEntry). */
const LAST = 32_766;

/**
 * The entries with new ones, in their order, ahead of the one with a number. Free numbers below it will do; where
 * there are too few, entries from it on move up as far as they must. Undefined where there is no room.
 */
export function ahead(
  entries: readonly Entry[],
  fresh: readonly Omit<Entry, "number">[],
  before: number,
): Entry[] | undefined {
  const taken = new Set(entries.map(({ number }) => number));
  const free: number[] = [];
  for (let number = before - 1; number >= 1 && free.length < fresh.length; number--)
    if (!taken.has(number)) free.unshift(number);
  const missing = fresh.length - free.length;
  const moved = movedUp(entries, before, missing);
  if (moved === undefined) return undefined;
  const vacant = Array.from({ length: missing }, (_, index) => before + index);
  const numbers = [...free, ...vacant];
  const put = fresh.flatMap((entry, index) => {
    const number = numbers[index];
    return number === undefined ? [] : [{ ...entry, number }];
  });
  return [...moved, ...put].sort((a, b) => a.number - b.number);
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

/**
 * Steps from entries to others, highest numbers first: an entry that moves up is there before its old number says
 * something else. Deletions come last.
 */
export function stepsTo(before: readonly Entry[], after: readonly Entry[]): AclStep[] {
  const was = new Map(before.map((entry) => [entry.number, JSON.stringify(entry)]));
  const is = new Set(after.map(({ number }) => number));
  const written = [...after]
    .sort((a, b) => b.number - a.number)
    .flatMap((entry): AclStep[] => {
      const old = was.get(entry.number);
      if (old === undefined) return [{ deed: "create", ...entry }];
      return old === JSON.stringify(entry) ? [] : [{ deed: "replace", ...entry }];
    });
  const gone = before.filter(({ number }) => !is.has(number));
  return [...written, ...gone.map((entry): AclStep => ({ deed: "delete", ...entry }))];
}
