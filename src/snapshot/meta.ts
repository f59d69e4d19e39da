import { InputError } from "../model/index.js";
import { type Connection, literal, rowsOf } from "./database.js";
import { notASnapshot } from "./open-errors.js";
import { SCHEMA_VERSION } from "./schema.js";

/** What a snapshot says of itself. */
export interface Meta {
  readonly schemaVersion: number;
  readonly complete: boolean;
  readonly contentHash: string;
}

/** The table `meta`; undefined where the database has none, so is not a snapshot. */
export async function readMeta(connection: Connection): Promise<Meta | undefined> {
  const known = "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'stored' AND table_name = 'meta'";
  if ((await all(connection, known)).length === 0) return undefined;
  const values = new Map(
    (await all(connection, "SELECT key, value FROM stored.meta")).map(([key, value]) => [key, value]),
  );
  const version = Number(values.get("schema_version") ?? Number.NaN);
  if (!Number.isInteger(version)) return undefined;
  return {
    schemaVersion: version,
    complete: values.get("complete") === "true",
    contentHash: values.get("content_hash") ?? "",
  };
}

/** The same for a file that must be a snapshot of this version. */
export async function requireMeta(connection: Connection, path: string): Promise<Meta> {
  const meta = await readMeta(connection);
  if (meta === undefined) throw notASnapshot(path);
  if (meta.schemaVersion === SCHEMA_VERSION) return meta;
  throw new InputError(
    `the snapshot has schema version ${meta.schemaVersion}, this causeway reads ${SCHEMA_VERSION}`,
    { path },
    meta.schemaVersion > SCHEMA_VERSION
      ? "use the newer causeway that wrote it, or collect again"
      : "collect again, or use the older causeway that wrote it",
  );
}

export async function setMeta(connection: Connection, key: string, value: string): Promise<void> {
  await connection.run(`UPDATE stored.meta SET value = ${literal(value)} WHERE key = ${literal(key)}`);
}

export async function firstMeta(connection: Connection, contentHash: string): Promise<void> {
  const rows = [
    ["schema_version", String(SCHEMA_VERSION)],
    ["complete", "false"],
    ["content_hash", contentHash],
  ];
  const values = rows.map((row) => `(${row.map(literal).join(", ")})`).join(", ");
  await connection.run(`INSERT INTO stored.meta VALUES ${values}`);
}

async function all(connection: Connection, sql: string): Promise<(string | null)[][]> {
  const rows: (string | null)[][] = [];
  for await (const some of rowsOf(connection, sql)) rows.push(...some);
  return rows;
}
