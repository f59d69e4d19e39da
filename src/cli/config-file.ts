import { existsSync, readFileSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import { type Document, isMap, isNode, LineCounter, parseDocument } from "yaml";
import { type Config, ConfigSchema, InputError, UsageError, validate } from "../model/index.js";

/** The configuration and where its relative paths start. */
export interface Settings {
  readonly config: Config;
  readonly folder: string;
  /** The file it came from; absent where there is none. */
  readonly path?: string;
}

const DEFAULT_FILE = "causeway.yaml";

/** Reads `causeway.yaml`, or the file that --config names. Without either, the defaults. */
export function readSettings(path?: string): Settings {
  if (path === undefined && !existsSync(DEFAULT_FILE)) return { config: { version: 1 }, folder: "." };
  const file = path ?? DEFAULT_FILE;
  if (!existsSync(file)) {
    throw new UsageError(
      `there is no configuration file ${file}`,
      "name an existing file, or write one with causeway init",
    );
  }
  const config = parseConfig(readFileSync(file, "utf8"), file);
  return { config, folder: dirname(file), path: file };
}

/** A path of the configuration, made relative to the working directory. */
export function besideConfig(settings: Settings, path: string): string {
  return isAbsolute(path) ? path : join(settings.folder, path);
}

export function parseConfig(text: string, path: string): Config {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, merge: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0]);
    const [message = ""] = error.message.split(/ at line \d+/);
    throw new InputError(
      `the configuration is not valid YAML: ${message.replace(/:$/, "")}`,
      { path, line, column: col },
      "mend the line",
    );
  }
  const value: unknown = document.toJS({ maxAliasCount: 20 });
  const [problem] = validate(ConfigSchema, value);
  if (problem === undefined) return value as Config;
  throw new InputError(
    `the configuration does not fit: ${problem.pointer || "/"} ${problem.message}`,
    { path, ...positionOf(document, lines, problem.pointer) },
    "see reports/schema/causeway.schema.json for what a configuration may hold",
  );
}

/** Line and column of the innermost node that the JSON pointer reaches. */
function positionOf(
  document: Document,
  lines: LineCounter,
  pointer: string,
): { line?: number; column?: number } {
  let node: unknown = document.contents;
  let offset: number | undefined;
  for (const part of pointer.split("/").slice(1)) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(key) === part);
      if (isNode(pair?.key)) offset = pair.key.range?.[0] ?? offset;
    }
    node = (node as { get?: (key: string | number, keep: boolean) => unknown } | null)?.get?.(
      /^\d+$/.test(part) ? Number(part) : part,
      true,
    );
    if (isNode(node) && !isMap(node)) offset = node.range?.[0] ?? offset;
  }
  if (offset === undefined) return {};
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}
