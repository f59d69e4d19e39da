import type { Clause } from "./clause.js";

const MOST_ALIKE = 4;
const MOST_KEPT = 100_000;

/**
 * What was worked out for a list of clauses, for as long as one filter is read: most protocols and many
 * ports are spoken of by the same clauses. Lists are compared, not turned into keys, so that a filter of
 * thousands of rules does not pay for text; only so much is kept.
 */
export class ClauseMemo<T> {
  private readonly buckets = new Map<Clause | null, { clauses: readonly Clause[]; value: T }[]>();
  private kept = 0;

  of(clauses: readonly Clause[], make: () => T): T {
    const bucket = clauses[clauses.length - 1] ?? null;
    const entries = this.buckets.get(bucket) ?? [];
    const known = entries.find((entry) => alike(entry.clauses, clauses));
    if (known !== undefined) return known.value;
    const value = make();
    this.kept += clauses.length;
    if (this.kept > MOST_KEPT) {
      this.buckets.clear();
      this.kept = clauses.length;
    }
    this.buckets.set(bucket, [{ clauses, value }, ...entries.slice(0, MOST_ALIKE - 1)]);
    return value;
  }
}

/** The same clauses in the same order? */
export function alike(a: readonly Clause[], b: readonly Clause[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false;
  return true;
}
