/** A provider's constant as one word in lower case: `BucketOwnerEnforced` and `BUCKET_OWNER_ENFORCED` are bucket-owner-enforced. */
export function word(text: string): string {
  return text
    .replace(/(?<=[a-z\d])(?=[A-Z])/g, "-")
    .replace(/[_\s]+/g, "-")
    .toLowerCase();
}

/** The same of what may be absent. */
export function wordOrNull(text: string | null): string | null {
  return text === null || text === "" ? null : word(text);
}

const DAYS: ReadonlyMap<string, number> = new Map([
  ["days", 1],
  ["weeks", 7],
  ["months", 30],
  ["years", 365],
]);

/** How long, in days; months count as 30 and years as 365. Null where it is not told. */
export function daysOf(count: number | null, unit: string | null): number | null {
  const days = DAYS.get((unit ?? "").toLowerCase());
  return count === null || days === undefined ? null : count * days;
}

/** Bytes as GiB, to the third decimal. */
export function gibOf(bytes: number | null): number | null {
  return bytes === null ? null : Math.round((bytes / 2 ** 30) * 1000) / 1000;
}
