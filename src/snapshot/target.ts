import { existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { UsageError } from "../model/index.js";
import { openDatabase } from "./database.js";
import { readMeta } from "./meta.js";
import { readFailure } from "./open-errors.js";

/** Where a collection writes, and what the file is called once it is complete. */
export interface Target {
  readonly file: string;
  readonly final: string;
}

/**
 * A new snapshot is written under its own name, so that a killed collection leaves what it had there.
 * One that takes the place of a file is written beside it as `<name>.partial`, and takes the name
 * when it is complete: a killed collection never costs an earlier one. Only snapshots are replaced.
 */
export async function chooseTarget(path: string, overwrite: boolean): Promise<Target> {
  if (existsSync(path) && statSync(path).isDirectory()) {
    throw new UsageError(`${path} is a folder`, "name a file for the snapshot");
  }
  mkdirSync(dirname(path), { recursive: true });
  const isNew = !existsSync(path) || statSync(path).size === 0;
  if (!isNew && !overwrite) {
    throw new UsageError(`${path} is there already`, "name another file, or remove it first");
  }
  if (!isNew && !(await isSnapshot(path))) {
    throw new UsageError(`${path} is there and is not a snapshot`, "name another file, or remove it first");
  }
  // Another collection may be writing beside it: then its lock shows.
  const beside = besideOf(path);
  if (existsSync(beside)) await isSnapshot(beside);
  discard(beside);
  return { file: isNew ? path : beside, final: path };
}

/**
 * Where the empty tables are made, before the file gets the name under which it is written: whoever
 * finds a file of that name, at any instant, finds a snapshot.
 */
export function besideOf(path: string): string {
  return `${path}.partial`;
}

/** Gives a closed file its name. The log of a killed predecessor must not be read into it. */
export function rename(from: string, to: string): void {
  if (from === to) return;
  rmSync(`${to}.wal`, { force: true });
  renameSync(from, to);
}

function discard(path: string): void {
  // The log first: a log without its file is harmless, a file with another's log is not.
  rmSync(`${path}.wal`, { force: true });
  rmSync(path, { force: true });
}

async function isSnapshot(path: string): Promise<boolean> {
  try {
    const database = await openDatabase(path, { write: false, memory: 64 });
    try {
      return (await readMeta(database.connection)) !== undefined;
    } finally {
      database.close();
    }
  } catch (error) {
    const failure = readFailure(path, error);
    if (failure instanceof UsageError && /another process/.test(failure.message)) throw failure;
    return false;
  }
}
