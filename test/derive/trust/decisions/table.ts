import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Json, JsonObject } from "../../../../src/model/index.js";

/** The rows of a table beside this file, as texts without blanks around. Lines with # say what a table is. */
export function rowsOf<Row extends readonly string[]>(name: string): Row[] {
  const lines = readFileSync(join(import.meta.dirname, `${name}.txt`), "utf8").split("\n");
  return lines
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => line.split(/ \|(?= |$)/).map((cell) => cell.trim()) as unknown as Row);
}

/** "StringLike key a / b & Null key false" as the condition block of a statement. */
export function conditionOf(text: string): JsonObject {
  const block: Record<string, Record<string, string[]>> = {};
  for (const part of text.split(" & ")) {
    const [, operator = "", key = "", values = ""] = /^(\S+) (\S+) ?(.*)$/.exec(part.trim()) ?? [];
    block[operator] = { ...block[operator], [key]: values.split(" / ").map((value) => value.trim()) };
  }
  return block as unknown as JsonObject;
}

/** "AWS a / Service b / c" as a Principal element. */
export function principalOf(text: string, nameOf: (name: string) => string = (name) => name): Json {
  const found: Record<string, string[]> = {};
  let kind = "AWS";
  for (const part of text.split(" / ")) {
    const [, given, name = ""] = /^(?:(AWS|Service|Federated) )?(.*)$/.exec(part.trim()) ?? [];
    kind = given ?? kind;
    found[kind] = [...(found[kind] ?? []), nameOf(name)];
  }
  return found;
}
