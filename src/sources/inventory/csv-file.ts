import { CsvError, parse } from "csv-parse/sync";
import { InputError, type Place, validate } from "../../model/index.js";
import type { Entries, Entry, InventoryFile } from "./entries.js";
import { HostSchema, InterfaceSchema, NetworkSchema, SiteSchema } from "./schema.js";

type Table = "sites" | "networks" | "hosts" | "interfaces";

const SCHEMAS = {
  sites: SiteSchema,
  networks: NetworkSchema,
  hosts: HostSchema,
  interfaces: InterfaceSchema,
};
const LISTS = new Set(["ranges", "addresses", "publicAddresses"]);
const TAG = "tag:";
const NONE: Entries = { sites: [], networks: [], hosts: [], interfaces: [] };
const MOST_CHARACTERS_IN_A_ROW = 100_000;

/** The table that a file name stands for, or null. */
export function tableOf(path: string): Table | null {
  const name = /(?:^|[/\\])(sites|networks|hosts|interfaces)\.csv$/.exec(path)?.[1];
  return (name as Table | undefined) ?? null;
}

/**
 * Reads one table of an inventory (RFC 4180, `,` or `;`, with or without byte order mark). The first row
 * names the columns; cells that hold a list separate its members by spaces; `tag:x` columns are tags.
 * Cells are data: nothing in them is evaluated, also not a formula.
 * @throws InputError with the line
 */
export function readCsv({ path, text }: InventoryFile): Entries {
  const table = tableOf(path);
  if (table === null) {
    const next = "name CSV files sites.csv, networks.csv, hosts.csv and interfaces.csv";
    throw new InputError("the name does not say what the table holds", { path }, next);
  }
  const [header, ...rows] = recordsOf(path, text);
  if (header === undefined)
    throw new InputError(
      "the table has no header row",
      { path, line: 1 },
      "name its columns in the first row",
    );
  checkHeader(header, table, path);
  const entries = rows.map((row) => entryOf(row, { header: header.cells, table, path }));
  return { ...NONE, [table]: entries };
}

interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

function recordsOf(path: string, text: string): Row[] {
  try {
    const records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      trim: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: MOST_CHARACTERS_IN_A_ROW,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    // The parser tells the line on which a record ends: quoted cells may hold line breaks.
    return records.map(({ record, info }) => ({ cells: record, line: info.lines - breaksIn(record) }));
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const line = Number(/line (\d+)/.exec(cause.message)?.[1] ?? 1);
    throw new InputError(
      `the table is not valid CSV: ${cause.code}`,
      { path, line },
      "mend the row: as many cells as the header, quotes closed",
    );
  }
}

function breaksIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.split(/\r\n|\r|\n/).length - 1, 0);
}

/** Spreadsheets of many countries write `;` where others write `,`. */
function delimiterOf(text: string): string {
  const [first = ""] = text.split(/\r|\n/, 1);
  return first.split(";").length > first.split(",").length ? ";" : ",";
}

function checkHeader({ cells, line }: Row, table: Table, path: string): void {
  const known = columnsOf(table);
  for (const [index, name] of cells.entries()) {
    const column = index + 1;
    if (cells.indexOf(name) !== index)
      throw new InputError(`the column ${name} is there twice`, { path, line, column }, "leave one out");
    if (known.includes(name) || (name.startsWith(TAG) && name.length > TAG.length)) continue;
    throw new InputError(
      `there is no column ${JSON.stringify(name.slice(0, 60))} in ${table}.csv`,
      { path, line, column },
      `known are ${known.join(", ")} and ${TAG}NAME`,
    );
  }
}

/** Interfaces are a table of their own, in which `host` says where they belong. */
function columnsOf(table: Table): string[] {
  const members = Object.keys(SCHEMAS[table].properties).filter(
    (name) => name !== "tags" && name !== "interfaces",
  );
  return table === "interfaces" ? ["host", ...members] : members;
}

interface Shape {
  readonly header: readonly string[];
  readonly table: Table;
  readonly path: string;
}

function entryOf({ cells, line }: Row, { header, table, path }: Shape): Entry<never> {
  const members = header.flatMap((name, index) => {
    const cell = cells[index] ?? "";
    return cell === "" || name.startsWith(TAG)
      ? []
      : [[name, LISTS.has(name) ? cell.split(/\s+/) : cell] as const];
  });
  const tags = header.flatMap((name, index) => {
    const cell = cells[index] ?? "";
    return cell === "" || !name.startsWith(TAG) ? [] : [[name.slice(TAG.length), cell] as const];
  });
  const { host, ...rest } = Object.fromEntries(members);
  const value = { ...rest, ...(tags.length > 0 ? { tags: Object.fromEntries(tags) } : {}) };
  const member = (name: string): Place => {
    const column = header.indexOf(name.split("/")[0] ?? "");
    return { path, line, ...(column < 0 ? {} : { column: column + 1 }) };
  };
  const [problem] = validate(SCHEMAS[table], value);
  if (problem !== undefined) {
    throw new InputError(
      `the row does not fit: ${problem.pointer || table} ${problem.message}`,
      member(problem.pointer.slice(1)),
      "columns count as columns here: mend the cell",
    );
  }
  if (table === "interfaces" && typeof host !== "string")
    throw new InputError("the interface has no host", { path, line }, "fill the column host");
  const whole = table === "interfaces" ? { host, value } : value;
  return { value: whole as never, place: { path, line }, member };
}
