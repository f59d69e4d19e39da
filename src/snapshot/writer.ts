import { ContentHash } from "./content-hash.js";
import { type Connection, type Database, openDatabase, WRITTEN } from "./database.js";
import { makeEmpty } from "./empty.js";
import { inTransaction } from "./in-transaction.js";
import { setMeta } from "./meta.js";
import { writeFailure } from "./open-errors.js";
import { Cutter } from "./pieces.js";
import { type Cells, type Collected, rowsFor } from "./rows.js";
import { besideOf, chooseTarget, rename, type Target } from "./target.js";

const MEMORY = 96;

export interface SnapshotOptions {
  /** Whether a snapshot of that name may be replaced; true unless said. */
  readonly overwrite?: boolean;
}

/** A snapshot under way. Calls may overlap; they are carried out one after the other. */
export interface SnapshotWriter {
  /** The file that is written: the one named, or `<name>.partial` beside a snapshot that it will replace. */
  readonly file: string;
  /** Keeps this, all of it or, if the process ends before, none of it. */
  add(collected: Collected): Promise<void>;
  /** Marks the snapshot as complete and gives it its name. Without it the snapshot stays readable, as incomplete. */
  finish(): Promise<void>;
  /** Lets go of the file as it is; for a collection that failed. */
  close(): Promise<void>;
}

/**
 * Begins a snapshot at `path`. Throws UsageError where the place cannot be written or holds something
 * else than a snapshot.
 */
export async function createSnapshot(path: string, options: SnapshotOptions = {}): Promise<SnapshotWriter> {
  const target = await chooseTarget(path, options.overwrite ?? true);
  try {
    await prepare(target);
    return new Writer(target, await openDatabase(target.file, { write: true, memory: MEMORY }));
  } catch (error) {
    throw writeFailure(path, error);
  }
}

/** Makes an empty one in a file beside, and gives it its name when it is whole. */
async function prepare({ file, final }: Target): Promise<void> {
  const beside = besideOf(final);
  await makeEmpty(beside);
  rename(beside, file);
}

class Writer implements SnapshotWriter {
  private tail: Promise<void> = Promise.resolve();
  private open = true;
  private hash = new ContentHash();
  private readonly cutter = new Cutter();

  constructor(
    private readonly target: Target,
    private readonly database: Database,
  ) {}

  get file(): string {
    return this.target.file;
  }

  add(collected: Collected): Promise<void> {
    return this.next(async () => {
      const hash = this.hash.copy();
      const rows = rowsFor(collected, { hash, cutter: this.cutter });
      const { connection } = this.database;
      await inTransaction(connection, async () => {
        for (const [table, cells] of Object.entries(rows)) await append(connection, table, cells);
        await setMeta(connection, "content_hash", hash.value());
      });
      this.hash = hash;
      // What was written is read again for the last row group alone: the memory is better used by who collects.
      await this.database.shed();
    });
  }

  finish(): Promise<void> {
    return this.next(async () => {
      await setMeta(this.database.connection, "complete", "true");
      await this.database.connection.run("CHECKPOINT");
      this.release();
      rename(this.target.file, this.target.final);
    });
  }

  close(): Promise<void> {
    return this.open ? this.next(async () => this.release()) : Promise.resolve();
  }

  private release(): void {
    this.open = false;
    this.database.close();
  }

  private next(task: () => Promise<void>): Promise<void> {
    const run = this.tail.then(async () => {
      if (!this.open) throw new Error("the snapshot is closed");
      try {
        await task();
      } catch (error) {
        throw writeFailure(this.target.final, error);
      }
    });
    // One failed task is told to who asked for it; the next may still work.
    this.tail = run.catch(() => undefined);
    return run;
  }
}

async function append(connection: Connection, table: string, rows: readonly Cells[]): Promise<void> {
  if (rows.length === 0) return;
  const appender = await connection.createAppender(table, "stored", WRITTEN);
  for (const row of rows) {
    for (const cell of row) {
      if (cell === null) appender.appendNull();
      else if (typeof cell === "number") appender.appendInteger(cell);
      else appender.appendVarchar(cell);
    }
    appender.endRow();
  }
  appender.closeSync();
}
