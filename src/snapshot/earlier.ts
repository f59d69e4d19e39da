import { existsSync, readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { canonicalJson, type JsonObject, type RawAnswer } from "../model/index.js";
import { type Connection, type Database, openDatabase, rowsOf } from "./database.js";
import { readMeta, requireMeta } from "./meta.js";
import { readFailure } from "./open-errors.js";
import { withTexts } from "./pieces.js";
import { LONG_CELLS, readRow, SORTINGS } from "./read-row.js";
import { besideOf, rename } from "./target.js";

const MEMORY = 128;

/** What was asked, and where. */
export type Asked = Pick<RawAnswer, "service" | "operation" | "input"> & {
  readonly account?: string | undefined;
  readonly region?: string | undefined;
};

/** Answers of earlier collections, found by their question. */
export interface Earlier {
  /** The answer that was given, of several the newest. */
  find(asked: Asked): Promise<RawAnswer | undefined>;
  close(): Promise<void>;
}

/**
 * Puts the file of a collection that was interrupted aside, so that a new one may begin, and gives all that it can
 * go on from, newest first. A snapshot that is complete stays where it is and is read too: some of its calls may
 * have failed.
 */
export async function setAside(path: string): Promise<string[]> {
  const aside = asideOf(path);
  const partial = await interrupted(path);
  if (partial !== undefined) {
    const next = `${path}.earlier-${aside.length + 1}`;
    rename(partial, next);
    aside.push(next);
  }
  return [...aside.reverse(), ...(existsSync(path) ? [path] : [])];
}

/** Removes what was put aside. */
export function discardAside(files: readonly string[]): void {
  for (const file of files) {
    rmSync(`${file}.wal`, { force: true });
    rmSync(file, { force: true });
  }
}

/** Files that interrupted collections of this snapshot left, oldest first. */
export function asideOf(path: string): string[] {
  const folder = dirname(path);
  if (!existsSync(folder)) return [];
  const start = `${basename(path)}.earlier-`;
  return readdirSync(folder)
    .filter((name) => name.startsWith(start) && /^\d+$/.test(name.slice(start.length)))
    .sort((a, b) => Number(a.slice(start.length)) - Number(b.slice(start.length)))
    .map((name) => join(folder, name));
}

/** The file under way: beside a complete snapshot, or under its own name. */
async function interrupted(path: string): Promise<string | undefined> {
  for (const file of [besideOf(path), path]) {
    if (!existsSync(file)) continue;
    const meta = await within(file, false, ({ connection }) => readMeta(connection));
    if (meta === undefined || meta.complete) continue;
    // What a killed process had logged is folded in, for the log stays behind when the file gets another name.
    await within(file, true, ({ connection }) => connection.run("CHECKPOINT"));
    return file;
  }
  return undefined;
}

async function within<T>(file: string, write: boolean, work: (database: Database) => Promise<T>): Promise<T> {
  let database: Database | undefined;
  try {
    database = await openDatabase(file, { write, memory: MEMORY });
    return await work(database);
  } catch (error) {
    throw readFailure(file, error);
  } finally {
    database?.close();
  }
}

/** Opens snapshots, newest first, to look answers up. `since` (RFC 3339) leaves out what was answered before. */
export async function openEarlier(paths: readonly string[], since?: string): Promise<Earlier> {
  const shelves: Shelf[] = [];
  try {
    for (const path of paths) shelves.push(await Shelf.open(path, since));
  } catch (error) {
    for (const shelf of shelves) shelf.close();
    throw error;
  }
  return {
    async find(asked) {
      for (const shelf of shelves) {
        const answer = await shelf.find(asked);
        if (answer !== undefined) return answer;
      }
      return undefined;
    },
    async close() {
      for (const shelf of shelves) shelf.close();
    },
  };
}

/** The answers of one file: their questions in memory, what they say on disk. */
class Shelf {
  private readonly rows = new Map<string, string>();
  private tail: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly path: string,
    private readonly database: Database,
  ) {}

  static async open(path: string, since: string | undefined): Promise<Shelf> {
    let database: Database | undefined;
    try {
      database = await openDatabase(path, { write: false, memory: MEMORY });
      await requireMeta(database.connection, path);
      const shelf = new Shelf(path, database);
      await shelf.index(database.connection, since);
      return shelf;
    } catch (error) {
      database?.close();
      throw readFailure(path, error);
    }
  }

  close(): void {
    this.database.close();
  }

  async find(asked: Asked): Promise<RawAnswer | undefined> {
    const key = this.rows.get(keyOf(asked));
    if (key === undefined) return undefined;
    // One after the other: a connection gives one result at a time.
    const found = this.tail.then(() => this.row(Number(key)));
    this.tail = found.catch(() => undefined);
    return found;
  }

  private async row(row: number): Promise<RawAnswer | undefined> {
    const { columns, table } = SORTINGS.answers;
    const sql = `SELECT ${columns} FROM stored.${table} WHERE rowid = ${row}`;
    let answer: RawAnswer | undefined;
    for await (const [cells] of rowsOf(this.database.connection, sql))
      if (cells !== undefined) {
        const whole = await withTexts(this.database.second, cells, LONG_CELLS);
        answer = readRow("answers", whole, { path: this.path, row }) as RawAnswer;
      }
    return answer;
  }

  private async index(connection: Connection, since: string | undefined): Promise<void> {
    const columns = `CAST(rowid AS VARCHAR), service, operation, account, region, input, "time"`;
    const sql = `SELECT ${columns} FROM stored.answers WHERE source = 'aws' AND exact IS NULL ORDER BY "time"`;
    for await (const rows of rowsOf(connection, sql)) {
      for (const [row, service, operation, account, region, input, time] of rows) {
        if (since !== undefined && (time == null || time < since)) continue;
        this.rows.set(JSON.stringify([service, operation, account, region, input]), row ?? "");
      }
    }
  }
}

function keyOf({ service, operation, account, region, input }: Asked): string {
  return JSON.stringify([
    service,
    operation,
    account ?? null,
    region ?? null,
    canonicalJson(input as JsonObject),
  ]);
}
