import { type Connection, literal, rowsOf } from "./database.js";

/** A table to be read in the order of a column, and then of others. */
export interface Sorting {
  readonly table: string;
  /** What is read of each row. */
  readonly columns: string;
  /** The column that sorts first; never null. */
  readonly key: string;
  /** The columns that sort rows of the same key. */
  readonly rest: string;
}

const SHARE = 32_768;
const SAMPLE = 512;

/**
 * Reads a table sorted without sorting it whole: DuckDB's sort holds whole rows, which for a million
 * nodes is a gigabyte. Every 512th key is looked at to cut the keys into ranges of some 32 000 rows,
 * and each range is sorted by itself. Where the cuts fall has no influence on the order.
 */
export async function* sortedRows(
  connection: Connection,
  sorting: Sorting,
): AsyncIterable<readonly (string | null)[][]> {
  const { table, columns, key, rest } = sorting;
  for (const range of await ranges(connection, sorting)) {
    const sql = `SELECT ${columns} FROM stored.${table} ${range} ORDER BY ${key}, ${rest}`;
    for await (const rows of rowsOf(connection, sql)) yield rows;
  }
}

async function ranges(connection: Connection, { table, key }: Sorting): Promise<string[]> {
  const sample = `SELECT ${key} FROM stored.${table} WHERE rowid % ${SAMPLE} = 0 ORDER BY 1`;
  const cuts: string[] = [];
  let seen = 0;
  for await (const rows of rowsOf(connection, sample)) {
    for (const [cell] of rows) {
      seen += SAMPLE;
      if (seen < SHARE || typeof cell !== "string") continue;
      if (cell !== cuts.at(-1)) cuts.push(cell);
      seen = 0;
    }
  }
  const [first] = cuts;
  if (first === undefined) return [""];
  const bounds = cuts.map((cut, index) => {
    const next = cuts[index + 1];
    const end = next === undefined ? "" : ` AND ${key} < ${literal(next)}`;
    return `WHERE ${key} >= ${literal(cut)}${end}`;
  });
  return [`WHERE ${key} < ${literal(first)}`, ...bounds];
}
