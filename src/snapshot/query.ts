import { UsageError } from "../model/index.js";
import { type Connection, type Database, engine, openDatabase } from "./database.js";
import { requireMeta } from "./meta.js";
import { firstLine, readFailure } from "./open-errors.js";

const MEMORY = 1024;

/** Types of columns whose cells are whole numbers of 64 bits or more. */
const WHOLE: ReadonlySet<string> = new Set(["BIGINT", "UBIGINT", "HUGEINT", "UHUGEINT"]);

/** What a query gave. Cells are values that JSON has; whole numbers beyond 2^53 and dates are texts. */
export interface QueryTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/**
 * Answers one SELECT over the views of a snapshot. It can neither write, nor reach another file or
 * the network, nor change a setting. Throws UsageError with DuckDB's words where the SQL is refused.
 */
export async function querySnapshot(path: string, sql: string): Promise<QueryTable> {
  let database: Database | undefined;
  try {
    database = await openDatabase(path, { write: false, memory: MEMORY });
    await requireMeta(database.connection, path);
  } catch (error) {
    database?.close();
    throw readFailure(path, error);
  }
  try {
    return await answer(database.connection, sql);
  } catch (error) {
    throw error instanceof UsageError ? error : refused(error);
  } finally {
    database.close();
  }
}

async function answer(connection: Connection, sql: string): Promise<QueryTable> {
  const { DuckDBTypeId, StatementType } = engine();
  const statements = await connection.extractStatements(sql);
  if (statements.count !== 1) {
    throw new UsageError(`one statement is expected, not ${statements.count}`, "give a single SELECT");
  }
  const statement = await statements.prepare(0);
  try {
    if (statement.statementType !== StatementType.SELECT) {
      throw new UsageError(
        "only SELECT is answered",
        "a snapshot is read-only: ask it, as in select * from nodes",
      );
    }
    const result = await statement.stream();
    const rows: unknown[][] = [];
    const whole = result.columnTypes().map(({ typeId }) => WHOLE.has(DuckDBTypeId[typeId]));
    for await (const some of result.yieldRowsJson()) {
      for (const row of some)
        rows.push(row.map((cell, column) => (whole[column] === true ? numberOf(cell) : cell)));
    }
    return { columns: result.columnNames(), rows };
  } finally {
    statement.destroySync();
  }
}

/** The driver gives whole numbers of 64 bits and more as texts; those that JSON can carry are numbers. */
function numberOf(cell: unknown): unknown {
  return typeof cell === "string" && Number.isSafeInteger(Number(cell)) ? Number(cell) : cell;
}

function refused(error: unknown): UsageError {
  const lines = (error instanceof Error ? error.message : String(error)).split("\n");
  const place = lines.find((line) => line.startsWith("LINE ")) ?? "";
  return new UsageError(
    `the query does not work: ${firstLine(error)}${place === "" ? "" : ` (${place.trim()})`}`,
    `list the views with: causeway query "views"`,
  );
}
