import { randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type duckdb from "@duckdb/node-api";
import type { DuckDBConnection } from "@duckdb/node-api";

export type Connection = DuckDBConnection;

export interface Database {
  readonly connection: Connection;
  /** A connection gives one result at a time; this one may be asked while the other still gives. */
  readonly second: Connection;
  /** Gives back the memory in which blocks of the file wait to be read again; only where it is written. */
  shed(): Promise<void>;
  close(): void;
}

export interface Access {
  readonly write: boolean;
  /** Upper bound of DuckDB's own memory, in MiB. */
  readonly memory: number;
}

/**
 * The engine, loaded when needed: the native library is large, and most commands do without it. `import` would parse all
 * of it a second time for its exports.
 */
export function engine(): typeof duckdb {
  return createRequire(import.meta.url)("@duckdb/node-api") as typeof duckdb;
}

/**
 * Opens a DuckDB file. The engine may spill to the system's temporary folder and touch nothing else: no other file, no
 * network, no extension. Where it is read, by whatever SQL somebody gives, no setting can be changed any more.
 * (duckdb.org/docs/stable/operations_manual/securing_duckdb/overview)
 */
export async function openDatabase(path: string, { write, memory }: Access): Promise<Database> {
  const { DuckDBInstance } = engine();
  const instance = await DuckDBInstance.create(write ? ":memory:" : path, {
    access_mode: write ? "READ_WRITE" : "READ_ONLY",
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  try {
    const connection = await instance.connect();
    if (write) await attach(connection, path);
    await secure(connection, memory);
    if (!write) await connection.run("SET lock_configuration = true");
    const second = await instance.connect();
    const close = () => {
      second.closeSync();
      connection.closeSync();
      instance.closeSync();
    };
    return { connection, second, shed: () => shed(connection, memory), close };
  } catch (error) {
    instance.closeSync();
    throw error;
  }
}

/** Name of the catalog of a database that is written. */
export const WRITTEN = "snapshot";
/**
 * Rows that are compressed together, as few as may be. The last group is rewritten whole, in memory, whenever the log is
 * carried over into the file: with DuckDB's default of 122 880 rows of answers that would be hundreds of MiB, whatever
 * the limit says.
 * https://duckdb.org/docs/stable/sql/statements/attach
 */
const ROW_GROUP = 2048;
/** The log is carried over when it is so large; until then its rows are in memory too. */
const LOG = "4MiB";

async function attach(connection: Connection, path: string): Promise<void> {
  await connection.run(`ATTACH ${literal(path)} AS ${WRITTEN} (ROW_GROUP_SIZE ${ROW_GROUP})`);
  await connection.run(`USE ${WRITTEN}`);
  // Rows come one answer at a time: further threads would only hold memory of their own.
  await connection.run("SET threads = 1");
  await connection.run(`SET checkpoint_threshold = '${LOG}'`);
}

async function secure(connection: Connection, memory: number): Promise<void> {
  const folder = join(tmpdir(), `causeway-duckdb-${randomUUID()}`);
  await connection.run(`SET temp_directory = ${literal(folder)}`);
  await connection.run("SET max_temp_directory_size = '16GB'");
  await limit(connection, memory);
  await connection.run("SET preserve_insertion_order = false");
  await connection.run("SET enable_external_access = false");
}

/** So much may stay of what is written: the blocks that are read again most. */
const KEPT = 16;

async function shed(connection: Connection, memory: number): Promise<void> {
  // Refused where more than that is in use, when all that is not in use is gone already.
  await limit(connection, KEPT).catch(() => undefined);
  await limit(connection, memory);
}

async function limit(connection: Connection, memory: number): Promise<void> {
  await connection.run(`SET memory_limit = '${memory}MiB'`);
}

/** A text as SQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Rows of a query, as they come, without holding them all. Only texts and nulls. */
export async function* rowsOf(
  connection: Connection,
  sql: string,
): AsyncIterable<readonly (string | null)[][]> {
  const result = await connection.stream(sql);
  for await (const rows of result.yieldRows()) yield rows as (string | null)[][];
}
