import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

export type Connection = DuckDBConnection;

export interface Database {
  readonly connection: Connection;
  close(): void;
}

export interface Access {
  readonly write: boolean;
  /** Upper bound of DuckDB's own memory, in MiB. */
  readonly memory: number;
}

/**
 * Opens a DuckDB file. The engine may spill to the system's temporary folder and touch nothing else:
 * no other file, no network, no extension; and the settings cannot be changed back by SQL.
 * (duckdb.org/docs/stable/operations_manual/securing_duckdb/overview)
 */
export async function openDatabase(path: string, { write, memory }: Access): Promise<Database> {
  // Loaded when needed: the native library is large, and most commands do without it.
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(path, {
    access_mode: write ? "READ_WRITE" : "READ_ONLY",
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  try {
    const connection = await secured(instance, memory);
    const close = () => {
      connection.closeSync();
      instance.closeSync();
    };
    return { connection, close };
  } catch (error) {
    instance.closeSync();
    throw error;
  }
}

async function secured(instance: DuckDBInstance, memory: number): Promise<Connection> {
  const connection = await instance.connect();
  const folder = join(tmpdir(), `causeway-duckdb-${randomUUID()}`);
  await connection.run(`SET temp_directory = ${literal(folder)}`);
  await connection.run("SET max_temp_directory_size = '16GB'");
  await connection.run(`SET memory_limit = '${memory}MiB'`);
  await connection.run("SET preserve_insertion_order = false");
  await connection.run("SET enable_external_access = false");
  await connection.run("SET lock_configuration = true");
  return connection;
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
