import { UsageError } from "../../model/errors.js";
import { querySnapshot } from "../../snapshot/index.js";
import { readSettings } from "../config-file.js";
import { mustExist, snapshotPath } from "../estate.js";
import { EXIT } from "../exit-codes.js";
import type { Io } from "../io.js";
import { type Table, tableText } from "../table.js";

interface QueryOptions {
  readonly config?: string;
  readonly snapshot?: string;
  readonly format: "table" | "json" | "csv";
  readonly limit: string;
}

const VIEWS = "select view_name as view, comment from duckdb_views() where not internal order by view_name";

/** `causeway query`: SQL over the snapshot's views, read-only. */
export async function query(sql: string, options: QueryOptions, io: Io): Promise<number> {
  const limit = Number(options.limit);
  if (!Number.isInteger(limit) || limit < 1) {
    throw new UsageError(
      `--limit takes a whole number from 1, not "${options.limit}"`,
      "leave it out for 1000",
    );
  }
  const path = snapshotPath(readSettings(options.config), options.snapshot);
  mustExist(path);
  const table = await querySnapshot(path, sql.trim() === "views" ? VIEWS : sql);
  const shown = { columns: table.columns, rows: table.rows.slice(0, limit) };
  io.out(print(shown, options.format, io));
  if (table.rows.length > limit) io.err(`${table.rows.length - limit} more rows: raise --limit\n`);
  return EXIT.clean;
}

function print(table: Table, format: QueryOptions["format"], io: Io): string {
  if (format === "table") return tableText(table, io.columns);
  if (format === "csv")
    return [table.columns, ...table.rows].map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
  const objects = table.rows.map((row) =>
    Object.fromEntries(table.columns.map((name, index) => [name, row[index]])),
  );
  return `${JSON.stringify(objects, null, 2)}\n`;
}

// RFC 4180; a leading =, +, - or @ would run as a formula in a spreadsheet, so it is quoted with an apostrophe.
function csvCell(value: unknown): string {
  const text = typeof value === "string" ? value : value === null ? "" : JSON.stringify(value);
  const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
