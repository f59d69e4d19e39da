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
  /** The column with most of the bytes. */
  readonly bulk: string;
  /** Every how many rows the keys are looked at: 1 where rows are large. */
  readonly sample: number;
}

const MOST_ROWS = 32_768;
const MOST_BYTES = 32 << 20;

/**
 * Reads a table sorted without sorting it whole: DuckDB's sort holds whole rows, which for a million
 * nodes is a gigabyte. A sample of the keys is looked at to cut them into ranges of some 32 000 rows
 * or 32 MiB, and each range is sorted by itself. Where the cuts fall has no influence on the order.
 */
export async function* sortedRows(
  connection: Connection,
  sorting: Sorting,
): AsyncIterable<readonly (string | null)[][]> {
  const { table, columns, key, rest } = sorting;
  for (const range of rangesBetween(key, await cutsOf(connection, sorting))) {
    const sql = `SELECT ${columns} FROM stored.${table} ${range} ORDER BY ${key}, ${rest}`;
    for await (const rows of rowsOf(connection, sql)) yield rows;
  }
}

async function cutsOf(connection: Connection, { table, key, bulk, sample }: Sorting): Promise<string[]> {
  const size = `CAST(coalesce(strlen(${bulk}), 0) AS VARCHAR)`;
  const sql = `SELECT ${key}, ${size} FROM stored.${table} WHERE rowid % ${sample} = 0 ORDER BY 1`;
  const cuts: string[] = [];
  let [seen, bytes] = [0, 0];
  for await (const rows of rowsOf(connection, sql)) {
    for (const [cell, length] of rows) {
      seen += sample;
      bytes += sample * Number(length);
      if ((seen < MOST_ROWS && bytes < MOST_BYTES) || typeof cell !== "string") continue;
      if (cell !== cuts.at(-1)) cuts.push(cell);
      [seen, bytes] = [0, 0];
    }
  }
  return cuts;
}

function rangesBetween(key: string, cuts: readonly string[]): string[] {
  const [first] = cuts;
  if (first === undefined) return [""];
  const ranges = cuts.map((cut, index) => {
    const next = cuts[index + 1];
    const end = next === undefined ? "" : ` AND ${key} < ${literal(next)}`;
    return `WHERE ${key} >= ${literal(cut)}${end}`;
  });
  return [`WHERE ${key} < ${literal(first)}`, ...ranges];
}
