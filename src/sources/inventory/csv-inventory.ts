import { parse } from "csv-parse/sync";
import { InputError, validate } from "../../model/index.js";
import { type HostEntry, InventorySchema, type SiteEntry } from "./format.js";
import type { InventoryFile, Row } from "./row.js";

/** The CSV files of an inventory, by name. */
export const CSV_FILES = ["sites.csv", "hosts.csv", "interfaces.csv"] as const;

const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  "sites.csv": ["id", "name", "country", "owner", "ranges"],
  "hosts.csv": ["id", "site", "name", "owner", "platform", "addresses"],
  "interfaces.csv": ["host", "name", "addresses", "description"],
};

/** Columns whose cells hold lists, parted by white space. */
const LISTS = new Set(["ranges", "addresses"]);
const MOST_CELL = 10_000;

interface Cells {
  readonly line: number;
  readonly path: string;
  readonly values: Readonly<Record<string, string | string[]>>;
}

/** `sites.csv`, `hosts.csv` and `interfaces.csv` as rows. Every cell is text: no formula is ever worked out. */
export function csvRows(files: readonly InventoryFile[]): Row[] {
  const of = (name: string) =>
    files.filter(({ path }) => nameOf(path) === name).flatMap((file) => cellsOf(file, name));
  const interfaces = of("interfaces.csv");
  const hosts = of("hosts.csv");
  const known = new Set(hosts.map(({ values }) => values["id"]));
  for (const { values, path, line } of interfaces) {
    if (known.has(values["host"] ?? "")) continue;
    throw new InputError(
      `there is no host ${String(values["host"])} in hosts.csv`,
      { path, line },
      "name a host of hosts.csv, or add it there",
    );
  }
  const sites = of("sites.csv").map(({ values, path, line }): Row => {
    const site = checked("sites", values, { path, line }) as SiteEntry;
    return { kind: "site", site, path, line };
  });
  return sites.concat(
    hosts.map(({ values, path, line }): Row => {
      const own = interfaces
        .filter((row) => row.values["host"] === values["id"])
        .map((row) => without(row.values, "host"));
      const host = checked("hosts", own.length > 0 ? { ...values, interfaces: own } : values, {
        path,
        line,
      }) as HostEntry;
      return { kind: "host", host, path, line };
    }),
  );
}

export const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1).toLowerCase();

function checked(list: "sites" | "hosts", entry: object, place: { path: string; line: number }): unknown {
  const [problem] = validate(InventorySchema, { inventory: 1, [list]: [entry] });
  if (problem === undefined) return entry;
  const pointer = problem.pointer.replace(`/${list}/0`, "") || "the row";
  throw new InputError(
    `the row does not fit: ${pointer} ${problem.message}`,
    place,
    "see src/sources/inventory/FORMAT.md",
  );
}

function cellsOf({ path, text }: InventoryFile, name: string): Cells[] {
  const [header = ""] = text.split(/\r?\n/, 1);
  const delimiter = header.split(";").length > header.split(",").length ? ";" : ",";
  const wanted = COLUMNS[name] ?? [];
  const rows = parsed({ path, text }, delimiter, wanted);
  return rows.map(({ record, info }) => {
    const entries = Object.entries(record).flatMap(([column, cell]) => {
      const value = cell.trim();
      if (value === "") return [];
      return [[column, LISTS.has(column) ? value.split(/\s+/) : value] as const];
    });
    return { path, line: info.lines, values: Object.fromEntries(entries) };
  });
}

interface Parsed {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

function parsed({ path, text }: InventoryFile, delimiter: string, wanted: readonly string[]): Parsed[] {
  try {
    return parse(text, {
      bom: true,
      delimiter,
      info: true,
      skip_empty_lines: true,
      max_record_size: MOST_CELL * wanted.length,
      columns: (names: string[]) =>
        names.map((column) => columnOf(column.trim().toLowerCase(), wanted, path)),
    }) as unknown as Parsed[];
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { message, lines } = error as Error & { lines?: number };
    throw new InputError(
      `the CSV cannot be read: ${message}`,
      { path, line: lines ?? 1 },
      "mend the row; cells with commas stand in double quotes",
    );
  }
}

function columnOf(name: string, wanted: readonly string[], path: string): string {
  if (wanted.includes(name)) return name;
  throw new InputError(
    `there is no column "${name}"`,
    { path, line: 1 },
    `the columns are ${wanted.join(", ")}`,
  );
}

function without(values: Cells["values"], name: string): object {
  return Object.fromEntries(Object.entries(values).filter(([column]) => column !== name));
}
