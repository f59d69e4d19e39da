import type { Item } from "../item.js";
import { plain } from "../moment.js";

/** `NON_COMPLIANT`, `Non Compliant` and `NonCompliant` are non-compliant; null where nothing is said. */
export function worded(text: string | null): string | null {
  if (text === null || text === "") return null;
  return text
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/[_ ]+/g, "-")
    .toLowerCase();
}

/** A name for what was not told. */
export function wordedOr(text: string | null): string {
  return worded(text) ?? "unknown";
}

/** `One_Hour`, `FIFTEEN_MINUTES` and their like, in seconds; null where absent, with a gap for other words. */
export function secondsOf(item: Item, member: string): number | null {
  const text = item.text(member);
  if (text === null) return null;
  const seconds = SECONDS.get(text.toLowerCase());
  if (seconds === undefined) item.gap("unmodelled", `How long a ${member} is, is not known here`);
  return seconds ?? null;
}

const HOUR = 3600;
const SECONDS: ReadonlyMap<string, number> = new Map([
  ["fifteen_minutes", 900],
  ["one_hour", HOUR],
  ["three_hours", 3 * HOUR],
  ["six_hours", 6 * HOUR],
  ["twelve_hours", 12 * HOUR],
  ["twentyfour_hours", 24 * HOUR],
]);

/** A member that holds milliseconds since 1970, as CloudWatch Logs writes time; like `momentOf`. */
export function millisOf(item: Item, member: string): string | null {
  const value = item.int(member);
  if (value === null) return null;
  const moment = plain(value);
  if (moment === null)
    item.gap("unparsed", `${item.draft.place.call} answered with a ${member} that is no date`);
  return moment;
}
