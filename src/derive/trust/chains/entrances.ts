import type { Admitted } from "../admitted.js";
import type { Condition } from "../condition.js";
import { TooManyStates } from "../language/language.js";
import { wordsBetween } from "../language/words.js";
import type { Party } from "../party.js";
import { covers } from "../party.js";
import type { Way } from "../ways.js";
import { PERSONAL } from "./callers.js";
import type { DoorKind } from "./doors.js";

/** What identity policies let somebody open: a role, or what has it. */
export interface Door {
  /** What the action is done to. */
  readonly resource: string;
  readonly vertex: number;
  /** Account of the role. */
  readonly account: string;
  /** Of roles that are taken or passed: how their trust policy lets the other side in. */
  readonly way: Way | null;
  /** The service that a role is passed to, or the thing that has it. */
  readonly by: string | null;
}

const MOST_NAMES = 20;

/** Doors by the account whose principals may open them, each list sorted by resource. */
export class Doors {
  private readonly lists = new Map<string, Door[]>();
  private sorted = false;

  add(kind: DoorKind, account: string, door: Door): void {
    const key = keyOf(kind, account);
    const list = this.lists.get(key);
    if (list === undefined) this.lists.set(key, [door]);
    else list.push(door);
  }

  /** Those that a text of a policy may mean. */
  meantBy(text: string, kind: DoorKind, account: string): readonly Door[] {
    const all = this.of(kind, account);
    const wild = text.search(/[*?$]/);
    const parts = text.split(":").length;
    const start = wild < 0 ? text : text.slice(0, wild);
    const from = lowerBound(all, start);
    let to = from;
    const fits = (door: Door) =>
      wild < 0 && parts >= 6 ? door.resource === text : door.resource.startsWith(start);
    while (to < all.length && fits(all[to] as Door)) to++;
    return all.slice(from, to);
  }

  of(kind: DoorKind, account: string): readonly Door[] {
    if (!this.sorted) for (const list of this.lists.values()) list.sort(byResource);
    this.sorted = true;
    return this.lists.get(keyOf(kind, account)) ?? [];
  }
}

function keyOf({ action, services }: DoorKind, account: string): string {
  return `${action} ${services[0] ?? ""} ${account}`;
}

function byResource(a: Door, b: Door): number {
  return a.resource < b.resource ? -1 : a.resource > b.resource ? 1 : a.vertex - b.vertex;
}

function lowerBound(doors: readonly Door[], start: string): number {
  let [low, high] = [0, doors.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((doors[middle] as Door).resource < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a way asks who of an account it is. */
export function isPersonal({ keys, except }: Way): boolean {
  return except.length > 0 || [...keys.keys()].some((key) => PERSONAL.test(key));
}

/** The few values that a key may have; null: there are more, or it may be missing. */
export function valuesOf(way: Way, key: string): readonly string[] | null {
  const admitted: Admitted | undefined = way.keys.get(key);
  if (admitted === undefined || admitted.absent) return null;
  const only = onlyCondition(way, admitted);
  if (only !== undefined && isPositive(only) && only.values.every((value) => !/[*?$]/.test(value)))
    return only.values;
  try {
    return wordsBetween(admitted.values, { beginning: "", until: "", most: MOST_NAMES });
  } catch (error) {
    if (error instanceof TooManyStates) return null;
    throw error;
  }
}

/** How the values of a key must begin, where that is easily told: whatever begins otherwise need not be looked at. */
export function startsOf(way: Way, key: string): readonly string[] | null {
  const admitted = way.keys.get(key);
  const only = admitted === undefined || admitted.absent ? undefined : onlyCondition(way, admitted);
  if (only === undefined || !isPositive(only)) return null;
  return only.values.map((value) => value.replace(/[*?$].*$/s, ""));
}

/** The one condition that says what a key may hold, where it is of the statement that allows. */
function onlyCondition({ statement }: Way, { stated }: Admitted): Condition | undefined {
  const [only] = stated;
  return stated.length === 1 && only !== undefined && statement.conditions.includes(only) ? only : undefined;
}

/** A value must be like one of its texts. */
function isPositive({ comparison, negated, ignoresCase }: Condition): boolean {
  return !negated && !ignoresCase && (comparison === "string" || comparison === "arn");
}

/** Whether a way is closed to somebody by name: true, false, or null where that is not known. */
export function keptOut({ except }: Way, party: Party): boolean | null {
  const answers = except.map((each) => covers(each, party));
  return answers.includes(true) ? true : answers.includes(null) ? null : false;
}
