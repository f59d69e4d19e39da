import { type Connection, rowsOf } from "./database.js";
import type { Cells } from "./rows.js";

/**
 * Characters of a text that one row holds. DuckDB works on 2 048 rows at a time and holds all of their texts: were the
 * answers of an account's roles, some hundred KiB each, a row each, they alone would be more than it may use.
 * https://duckdb.org/docs/stable/internals/vector
 */
const PIECE = 8192;

/** How a cell begins that says where its text is, as `@id:characters`; no JSON text begins so. */
const MARK = "@";
const PLACE = /^@(\d{1,10}):\d+$/;

/** Columns of answers whose texts may be in pieces. */
const LONG: ReadonlySet<string> = new Set(["exact", "output"]);

/** Where those are among columns, as they are selected or declared. */
export function longCells(columns: readonly string[]): number[] {
  return columns.flatMap((column, index) => (LONG.has(column.split(" ", 1)[0] ?? "") ? [index] : []));
}

/** Cuts the long texts of one snapshot into the rows of `stored.pieces`. */
export class Cutter {
  private taken = 0;

  /** The cell for a text: itself, or where its pieces are, which are put to `rows`. */
  cell(text: string, rows: Cells[]): string {
    if (text.length <= PIECE) return text;
    const id = this.taken++;
    let number = 0;
    for (let from = 0; from < text.length; ) {
      const to = from + PIECE;
      // The halves of one character stay together, for neither is text by itself.
      const end = to < text.length && isHighSurrogate(text.charCodeAt(to - 1)) ? to - 1 : to;
      rows.push([id, number++, text.slice(from, end)]);
      from = end;
    }
    return `${MARK}${id}:${text.length}`;
  }
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** A row with the texts that these of its cells say the place of. */
export async function withTexts(
  connection: Connection,
  cells: readonly (string | null)[],
  long: readonly number[],
): Promise<(string | null)[]> {
  const whole = [...cells];
  // One after the other: a connection gives one result at a time.
  for (const index of long) whole[index] = await wholeText(connection, cells[index] ?? null);
  return whole;
}

/** The cell itself where nothing is there: that is no JSON, and said to be none. */
async function wholeText(connection: Connection, cell: string | null): Promise<string | null> {
  const [, id] = cell?.startsWith(MARK) ? (PLACE.exec(cell) ?? []) : [];
  if (id === undefined) return cell;
  const pieces: string[] = [];
  const sql = `SELECT "text" FROM stored.pieces WHERE id = ${id} ORDER BY number`;
  for await (const rows of rowsOf(connection, sql)) for (const [text] of rows) pieces.push(text ?? "");
  return pieces.length === 0 ? cell : pieces.join("");
}

/** The same in SQL, of a column. */
export function wholeTextSql(column: string): string {
  const id = `TRY_CAST(split_part(substr(${column}, 2), ':', 1) AS INTEGER)`;
  const joined = `(SELECT string_agg("text", '' ORDER BY number) FROM stored.pieces AS piece WHERE piece.id = ${id})`;
  return `CASE WHEN ${column} LIKE '${MARK}%' THEN ${joined} ELSE ${column} END`;
}
