/** Raised whenever a table changes its meaning; a snapshot of another version is not read. */
export const SCHEMA_VERSION = 2;

/**
 * The tables of a snapshot, in a schema of their own: what users ask are the views (see views.ts).
 * `exact` holds the row as JSON where its text is no valid Unicode (lone surrogates), which the other
 * columns cannot carry; it is null in all other rows. Long texts of answers lie in `pieces` (see pieces.ts).
 */
export const TABLES = {
  meta: ["key VARCHAR", "value VARCHAR"],
  // `key` is the place and a hash: unique, so that answers can be read in order a few at a time.
  answers: [
    "key VARCHAR",
    "source VARCHAR",
    "service VARCHAR",
    "operation VARCHAR",
    "account VARCHAR",
    "region VARCHAR",
    "uri VARCHAR",
    "time VARCHAR",
    "input VARCHAR",
    "output VARCHAR",
    "lines VARCHAR",
    "exact VARCHAR",
  ],
  pieces: ["id INTEGER", "number INTEGER", `"text" VARCHAR`],
  // `weight` orders several descriptions of one node: the views show the one that says most.
  nodes: ["id VARCHAR", "kind VARCHAR", "weight INTEGER", "body VARCHAR", "exact VARCHAR"],
  edges: [
    `"from" VARCHAR`,
    "relation VARCHAR",
    `"to" VARCHAR`,
    "to_scope VARCHAR",
    "place VARCHAR",
    "exact VARCHAR",
  ],
  gaps: ["id VARCHAR", "body VARCHAR", "exact VARCHAR"],
  ledger: ["body VARCHAR", "exact VARCHAR"],
} as const;

export function tableStatements(): string[] {
  const tables = Object.entries(TABLES).map(
    ([name, columns]) => `CREATE TABLE stored.${name} (${columns.join(", ")})`,
  );
  return ["CREATE SCHEMA stored", ...tables];
}
