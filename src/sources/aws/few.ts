/**
 * A set that nothing was put into yet. Of one organization a hundred thousand sets are kept, most of which stay empty:
 * each with a table of its own would take as much memory as all that is in the others.
 */
export const NONE: ReadonlySet<string> = new Set();

/** The set with this text too: the same one, or a new one where there was none. */
export function having(set: ReadonlySet<string>, text: string): ReadonlySet<string> {
  if (set === NONE) return new Set([text]);
  (set as Set<string>).add(text);
  return set;
}
