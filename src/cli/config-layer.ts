import { readFileSync } from "node:fs";
import { type Document, isMap, isNode, LineCounter, parseDocument } from "yaml";
import { type Config, ConfigSchema, InputError, type Place, validate } from "../model/index.js";

/** One file of a configuration. */
export interface Layer {
  readonly path: string;
  readonly config: Config;
  /** Where a member stands, or as much of the way to it as there is. */
  placeOf(members: readonly (string | number)[]): Place;
}

export const readLayer = (path: string): Layer => parseLayer(readFileSync(path, "utf8"), path);

/** Reads one file and checks it by itself. Throws InputError with its line. */
export function parseLayer(text: string, path: string): Layer {
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
  const placeOf = (members: readonly (string | number)[]) => ({
    path,
    ...positionOf(document, lines, members.map(String)),
  });
  const value: unknown = document.toJS({ maxAliasCount: 20 });
  const [problem] = validate(ConfigSchema, value);
  if (problem === undefined) return { path, config: value as Config, placeOf };
  throw new InputError(
    `the configuration does not fit: ${problem.pointer || "/"} ${problem.message}`,
    placeOf(membersOf(problem.pointer)),
    "see reports/schema/causeway.schema.json for what a configuration may hold",
  );
}

/** The members that a JSON pointer names (RFC 6901 §4). */
const membersOf = (pointer: string) =>
  pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));

/** Line and column of the innermost node on the way. */
function positionOf(
  document: Document,
  lines: LineCounter,
  members: readonly string[],
): { line?: number; column?: number } {
  let node: unknown = document.contents;
  let offset: number | undefined;
  for (const part of members) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(key) === part);
      if (isNode(pair?.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair?.value;
    } else {
      node = (node as { get?: (key: number, keep: boolean) => unknown } | null)?.get?.(Number(part), true);
    }
    if (isNode(node) && !isMap(node)) offset = node.range?.[0] ?? offset;
  }
  if (offset === undefined) return {};
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}
