import { InputError } from "../model/index.js";
import { longCells } from "./pieces.js";
import { problemOf, type RowKind } from "./row-schemas.js";
import type { Sorting } from "./sorted-rows.js";

export type StoredTable = RowKind;

type CellsRead = readonly (string | null)[];

const JSON_TEXT = {
  columns: "coalesce(exact, body)",
  rest: "coalesce(exact, body)",
  bulk: "body",
  sample: 256,
};

/** How the tables are read: sorted, so that the same rows come in the same order. */
export const SORTINGS: Readonly<Record<StoredTable, Sorting>> = {
  nodes: { table: "nodes", key: "id", ...JSON_TEXT },
  gaps: { table: "gaps", key: "id", ...JSON_TEXT },
  ledger: { table: "ledger", key: "body", ...JSON_TEXT },
  edges: {
    table: "edges",
    columns: `exact, "from", relation, "to", to_scope, place`,
    key: `"from"`,
    rest: `relation, "to", place, to_scope, exact`,
    bulk: "place",
    sample: 256,
  },
  answers: {
    table: "answers",
    columns: "exact, source, service, operation, account, region, uri, time, input, output, lines",
    key: "key",
    rest: "time, lines",
    bulk: "output",
    sample: 1,
  },
};

/** Where in the columns of an answer its texts may be in pieces. */
export const LONG_CELLS: readonly number[] = longCells(SORTINGS.answers.columns.split(", "));

/** One row as the object it was. Throws InputError naming table and row where it is damaged. */
export function readRow(table: StoredTable, cells: CellsRead, place: { path: string; row: number }): unknown {
  const value = parsed(table, cells);
  const problem = value === undefined ? "it is not JSON" : problemOf(table, value);
  if (problem === undefined) return value;
  throw new InputError(
    `row ${place.row} of the table ${table} does not fit: ${problem}`,
    { path: place.path },
    "the snapshot was changed or damaged; collect it again, or restore a copy",
  );
}

function parsed(table: StoredTable, cells: CellsRead): unknown {
  try {
    const [whole] = cells;
    if (whole !== null && whole !== undefined) return JSON.parse(whole);
    if (table === "edges") return edgeOf(cells);
    if (table === "answers") return answerOf(cells);
  } catch {
    // Told by the caller, with table and row.
  }
  return undefined;
}

function edgeOf([, from, relation, to, toScope, at]: CellsRead): unknown {
  return members({ from, relation, to, at: json(at), toScope: json(toScope) });
}

function answerOf([
  ,
  source,
  service,
  operation,
  account,
  region,
  uri,
  time,
  input,
  output,
  lines,
]: CellsRead): unknown {
  const texts = { source, service, operation, account, region, uri, time };
  return members({ ...texts, input: json(input), output: json(output), lines: json(lines) });
}

function json(text: string | null | undefined): unknown {
  return text === null || text === undefined ? undefined : JSON.parse(text);
}

/** Without the members that are not there: null columns stand for absent ones. */
function members(row: Record<string, unknown>): object {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined && value !== null));
}
