import type { Told } from "./cloud.js";

/** Lists that an estate is still an estate without. Interfaces keep their addresses and groups. */
const LISTS = [
  "Routes",
  "Entries",
  "IpPermissions",
  "IpPermissionsEgress",
  "IpRanges",
  "Ipv6Ranges",
  "UserIdGroupPairs",
  "PrefixListIds",
  "Ipv6Addresses",
  "Associations",
  "Groups",
  "SubnetIds",
];

type Path = readonly (string | number)[];

/**
 * Makes an estate smaller while something still holds of it: leaves out answers, items of their lists, and
 * items of the lists in those, halves first, as long as there is time.
 *
 * @param holds whether the smaller estate still shows what it is kept for
 */
export async function minimize(
  answers: readonly Told[],
  holds: (smaller: readonly Told[]) => Promise<boolean>,
  milliseconds: number,
): Promise<readonly Told[]> {
  const end = performance.now() + milliseconds;
  let best = answers;
  for (let before = -1; before !== sizeOf(best) && performance.now() < end; ) {
    before = sizeOf(best);
    for (const id of idsOf(best)) {
      const smaller = withoutThing(best, id);
      if (performance.now() < end && (await holds(smaller))) best = smaller;
    }
    for (const path of listsIn(best)) {
      let step = Math.max(1, lengthAt(best, path) >> 1);
      for (;;) {
        for (let at = 0; at < lengthAt(best, path) && performance.now() < end; ) {
          const smaller = without(best, path, { at, count: step });
          if (await holds(smaller)) best = smaller;
          else at += step;
        }
        if (step === 1) break;
        step >>= 1;
      }
    }
  }
  return best;
}

export const sizeOf = (answers: readonly Told[]): number => JSON.stringify(answers).length;

/** The things of an estate by their own ids, those that others lie in first. */
function idsOf(answers: readonly Told[]): string[] {
  const items = answers.flatMap(({ output }) => Object.values(output).filter(Array.isArray).flat());
  return [...new Set(items.flatMap((item) => ownId(item) ?? []))];
}

function ownId(item: unknown): string | undefined {
  const [first] = Object.entries(item as Record<string, unknown>);
  return first !== undefined && /Id$/.test(first[0]) ? String(first[1]) : undefined;
}

/** The estate without a thing, what lies in it, and all that names one of them. */
function withoutThing(answers: readonly Told[], id: string): readonly Told[] {
  const gone = new Set([id]);
  let left: Told[] = answers.map((answer) => answer);
  for (let size = -1; size !== gone.size; ) {
    size = gone.size;
    left = left
      .filter(({ input = {} }) => !Object.values(input).some((value) => gone.has(String(value))))
      .map((answer) => {
        const output = Object.entries(answer.output).map(([member, value]) => [
          member,
          Array.isArray(value) ? survivors(value, gone, true) : value,
        ]);
        return { ...answer, output: Object.fromEntries(output) as Told["output"] };
      });
  }
  return left;
}

/** Items of a list that do not name what is gone; of the widest list, what goes takes its own id along. */
function survivors(items: readonly unknown[], gone: Set<string>, top: boolean): unknown[] {
  return items.flatMap((item) => {
    if (item === null || typeof item !== "object") return gone.has(String(item)) ? [] : [item];
    if (names(item, gone)) {
      const own = top ? ownId(item) : undefined;
      if (own !== undefined) gone.add(own);
      return [];
    }
    const members = Object.entries(item).map(([member, value]) => [
      member,
      Array.isArray(value) ? survivors(value, gone, false) : value,
    ]);
    return [Object.fromEntries(members)];
  });
}

/** By a member of its own, or of an object in it; lists in it are looked through by themselves. */
function names(item: object, gone: ReadonlySet<string>): boolean {
  return Object.values(item).some((value) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? names(value, gone)
      : typeof value === "string" && gone.has(value),
  );
}

/** The lists of an estate, the widest first. */
function listsIn(answers: readonly Told[]): Path[] {
  const found: Path[] = [[]];
  const enter = (value: unknown, path: Path): void => {
    if (Array.isArray(value)) {
      const name = path.at(-1);
      if (path.length === 3 || LISTS.includes(String(name))) found.push(path);
      for (const [index, item] of value.entries()) enter(item, [...path, index]);
    } else if (value !== null && typeof value === "object")
      for (const [name, item] of Object.entries(value)) enter(item, [...path, name]);
  };
  for (const [index, { output }] of answers.entries()) enter(output, [index, "output"]);
  return found.sort((a, b) => a.length - b.length);
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, name) => (value as Record<string | number, unknown> | undefined)?.[name],
    root,
  );
}

function lengthAt(answers: readonly Told[], path: Path): number {
  const list = valueAt(answers, path);
  return Array.isArray(list) ? list.length : 0;
}

function without(
  answers: readonly Told[],
  path: Path,
  { at, count }: { at: number; count: number },
): readonly Told[] {
  const copy = structuredClone(answers) as Told[];
  (valueAt(copy, path) as unknown[]).splice(at, count);
  return copy;
}
