import { basename } from "node:path";
import {
  type Batch,
  type Edge,
  type EstateNode,
  type Gap,
  gapOf,
  KINDS,
  type LedgerRow,
  type RawAnswer,
} from "../model/index.js";
import { type Database, openDatabase } from "./database.js";
import { type Meta, requireMeta } from "./meta.js";
import { readFailure } from "./open-errors.js";
import { withTexts } from "./pieces.js";
import { LONG_CELLS, readRow, SORTINGS, type StoredTable } from "./read-row.js";
import { sortedRows } from "./sorted-rows.js";

const MEMORY = 128;

/** A snapshot, open for reading. Everything comes sorted; nothing is held but the rows under way. */
export interface SnapshotReader {
  readonly schemaVersion: number;
  /** 64 hex digits over nodes, edges, gaps and raw answers, whatever their order and times. */
  readonly contentHash: string;
  /** False where the collection did not end; then `gaps` and `batches` carry a gap that touches everything. */
  readonly complete: boolean;
  answers(): AsyncIterable<RawAnswer>;
  batches(): AsyncIterable<Batch>;
  ledger(): Promise<LedgerRow[]>;
  gaps(): Promise<Gap[]>;
  close(): Promise<void>;
}

/**
 * Opens a snapshot. Throws InputError where the file is missing, is no snapshot, is damaged or has
 * another schema version; reading throws it where a row does not fit the model.
 */
export async function openSnapshot(path: string): Promise<SnapshotReader> {
  let database: Database | undefined;
  try {
    database = await openDatabase(path, { write: false, memory: MEMORY });
    return new Reader(path, database, await requireMeta(database.connection, path));
  } catch (error) {
    database?.close();
    throw readFailure(path, error);
  }
}

class Reader implements SnapshotReader {
  constructor(
    private readonly path: string,
    private readonly database: Database,
    private readonly meta: Meta,
  ) {}

  get schemaVersion(): number {
    return this.meta.schemaVersion;
  }

  get contentHash(): string {
    return this.meta.contentHash;
  }

  get complete(): boolean {
    return this.meta.complete;
  }

  async *answers(): AsyncIterable<RawAnswer> {
    for await (const answers of this.rows<RawAnswer>("answers")) yield* answers;
  }

  async *batches(): AsyncIterable<Batch> {
    for await (const nodes of this.rows<EstateNode>("nodes")) yield { nodes, edges: [], gaps: [] };
    for await (const edges of this.rows<Edge>("edges")) yield { nodes: [], edges, gaps: [] };
    yield { nodes: [], edges: [], gaps: await this.gaps() };
  }

  async ledger(): Promise<LedgerRow[]> {
    return this.every<LedgerRow>("ledger");
  }

  async gaps(): Promise<Gap[]> {
    const gaps = new Map((await this.every<Gap>("gaps")).reverse().map((gap) => [gap.id, gap]));
    if (!this.complete) gaps.set("", unfinished(basename(this.path)));
    return [...gaps.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async close(): Promise<void> {
    this.database.close();
  }

  private async every<T>(table: StoredTable): Promise<T[]> {
    const all: T[] = [];
    for await (const some of this.rows<T>(table)) all.push(...some);
    return all;
  }

  private async *rows<T>(table: StoredTable): AsyncIterable<T[]> {
    const { connection, second } = this.database;
    let row = 0;
    const read = (cells: readonly (string | null)[]) =>
      readRow(table, cells, { path: this.path, row: ++row }) as T;
    try {
      for await (const rows of sortedRows(connection, SORTINGS[table])) {
        if (table !== "answers") yield rows.map(read);
        // One after the other: some are as large as all others together.
        else for (const cells of rows) yield [read(await withTexts(second, cells, LONG_CELLS))];
      }
    } catch (error) {
      throw readFailure(this.path, error);
    }
  }
}

/** Nothing that is absent may be taken for absent when the collection did not end. */
function unfinished(file: string): Gap {
  return gapOf({
    reason: "not-collected",
    message: "the collection of this snapshot did not finish: whatever it does not hold may exist",
    at: { source: "snapshot", uri: file },
    touches: { kinds: [...KINDS] },
  });
}
