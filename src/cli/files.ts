import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { UsageError } from "../model/errors.js";

/** One file below a folder; `path` is relative to that folder, with slashes. */
export interface FoundFile {
  readonly path: string;
  readonly full: string;
}

/** Every file below a folder, sorted by path; links are not followed, so no loop and no way out. */
export function filesBelow(folder: string): FoundFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((full) => ({ full, path: relative(folder, full).split(sep).join("/") }))
    .filter(({ path }) => !path.split("/").some((part) => part === "node_modules" || part === ".git"))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** The text of a file that the user named. `next` says what to do when it is not there. */
export function readUserFile(path: string, next: string): string {
  if (!existsSync(path) || !statSync(path).isFile()) throw new UsageError(`there is no file ${path}`, next);
  return readFileSync(path, "utf8");
}

export function mustBeFolder(path: string, next: string): string {
  if (!existsSync(path) || !statSync(path).isDirectory())
    throw new UsageError(`there is no folder ${path}`, next);
  return path;
}

/** Writes beside and renames, so that a reader never sees half a file. */
export function writeWhole(path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const partial = `${path}.partial`;
  writeFileSync(partial, text);
  renameSync(partial, path);
}

/** The same for a text that comes in parts. */
export function writeParts(path: string, parts: Iterable<string>): void {
  mkdirSync(dirname(path), { recursive: true });
  const partial = `${path}.partial`;
  const file = openSync(partial, "w");
  try {
    let held: string[] = [];
    let length = 0;
    const flush = () => {
      writeFileSync(file, held.join(""));
      [held, length] = [[], 0];
    };
    for (const part of parts) {
      held.push(part);
      length += part.length;
      if (length > MOST_HELD) flush();
    }
    flush();
  } finally {
    closeSync(file);
  }
  renameSync(partial, path);
}

/** Characters that are written at once. */
const MOST_HELD = 1 << 20;

/** Whether two paths name the same place. */
export function samePathAs(a: string, b: string): boolean {
  return resolve(a) === resolve(b);
}
