import { InputError, UsageError } from "../model/index.js";

/** What a failure of DuckDB to open or read a snapshot means for the user. */
export function readFailure(path: string, error: unknown): unknown {
  if (error instanceof UsageError || isOurs(error)) return error;
  const message = firstLine(error);
  if (/lock/i.test(message) && /conflicting|could not set/i.test(message)) {
    return new UsageError(
      `${path} is being written by another process`,
      "wait until that collection has ended",
    );
  }
  if (/no such file|cannot open file|does not exist/i.test(message)) {
    return new InputError(`there is no snapshot ${path}`, { path }, "collect one with causeway collect");
  }
  if (/^Out of Memory/i.test(message)) {
    return new UsageError(
      `${path} needs more memory than is allowed: ${message}`,
      "ask for fewer rows or columns at a time",
    );
  }
  if (/not a valid DuckDB database file/i.test(message)) return notASnapshot(path);
  return new InputError(
    `the snapshot cannot be read: ${message}`,
    { path },
    "the file is damaged, or was written by a newer version; collect it again, or restore a copy",
  );
}

export function notASnapshot(path: string): InputError {
  return new InputError(
    "this file is not a snapshot of causeway",
    { path },
    "name the file that causeway collect wrote",
  );
}

/** What a failure to write means: a full disk, a folder without permission. */
export function writeFailure(path: string, error: unknown): unknown {
  if (error instanceof UsageError || isOurs(error)) return error;
  const message = firstLine(error);
  if (/no space|could not write|IO Error|permission|read-only|EACCES|ENOSPC|EROFS|EISDIR/i.test(message)) {
    return new UsageError(
      `the snapshot ${path} cannot be written: ${message}`,
      "make room or name another file with --output",
    );
  }
  return new Error(`writing the snapshot ${path} failed`, { cause: error });
}

/** DuckDB and the file system throw plain errors; TypeError and its like are a broken promise of our own. */
function isOurs(error: unknown): boolean {
  return !(error instanceof Error) || Object.getPrototypeOf(error) !== Error.prototype;
}

/** DuckDB's own words, without the stack that it adds. */
export function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split("\n", 1)[0] ?? text;
}
