import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ManifestSchema, validate } from "../model/index.js";
import type { Compiled } from "./types.js";

const FORMAT = 1;

interface Entry {
  readonly format: number;
  /** SHA-256 of the WASM, so that damaged bytes are compiled anew instead of run. */
  readonly sha256: string;
  readonly manifest: Compiled["manifest"];
  readonly data: Compiled["data"];
}

/** The compiled policies of this key from the first folder that has them whole; undefined otherwise. */
export function fromCache(folders: readonly string[], key: string): Compiled | undefined {
  for (const folder of folders) {
    const found = read(folder, key);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Keeps an entry in the first folder that can be written; without any, the next run compiles again. */
export function toCache(folders: readonly string[], key: string, compiled: Compiled): void {
  const { wasm, manifest, data } = compiled;
  const entry: Entry = { format: FORMAT, sha256: hashOf(wasm), manifest, data };
  for (const folder of folders) {
    try {
      mkdirSync(folder, { recursive: true });
      writeWhole(join(folder, `${key}.wasm`), wasm);
      writeWhole(join(folder, `${key}.json`), JSON.stringify(entry));
      return;
    } catch (error) {
      if (!isRefusal(error)) throw error;
    }
  }
}

function read(folder: string, key: string): Compiled | undefined {
  let entry: Entry;
  let wasm: Uint8Array;
  try {
    entry = JSON.parse(readFileSync(join(folder, `${key}.json`), "utf8")) as Entry;
    wasm = readFileSync(join(folder, `${key}.wasm`));
  } catch {
    // Not there, or not whole: compiling again is the cure for both.
    return undefined;
  }
  const good =
    entry.format === FORMAT &&
    entry.sha256 === hashOf(wasm) &&
    validate(ManifestSchema, entry.manifest).length === 0;
  return good ? { wasm, manifest: entry.manifest, data: entry.data } : undefined;
}

function writeWhole(path: string, content: string | Uint8Array): void {
  const partial = `${path}.${randomUUID()}.partial`;
  writeFileSync(partial, content);
  renameSync(partial, path);
}

const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

function isRefusal(error: unknown): boolean {
  const code = (error as { code?: string }).code;
  return code === "EACCES" || code === "EROFS" || code === "EPERM" || code === "ENOTDIR";
}
