import type { Item } from "./item.js";

/** RFC 3339, as SDKs and the CLI write it; every part is bounded, so that no text takes long. */
const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})$/;

/**
 * A member that holds a point in time, as RFC 3339 text in UTC; null where it is absent, with a gap where it is
 * none. Services that speak JSON write seconds since 1970, which version 1 of the CLI hands on as they are.
 */
export function momentOf(item: Item, name: string): string | null {
  const value = item.json[name];
  const seconds = typeof value === "number" ? value * 1000 : null;
  const text = seconds === null ? item.text(name) : null;
  if (seconds === null && text === null) return null;
  const moment = seconds !== null ? plain(seconds) : RFC_3339.test(text ?? "") ? plain(text ?? "") : null;
  if (moment === null)
    item.gap("unparsed", `${item.draft.place.call} answered with a ${name} that is no date`);
  return moment;
}

/** @param date anything that names a point in time @returns RFC 3339 text to the second; null for no date */
export function plain(date: string | number): string | null {
  const parsed = new Date(date);
  return Number.isNaN(parsed.getTime()) ? null : parsed.toISOString().replace(/\.\d+Z$/, "Z");
}
