import { canonicalJson, type Delta, isObject, type Report } from "../model/index.js";

/** So deep lie the lists of a report, and of the two reports of a comparison. */
const DEPTH = 3;

/** The report itself as JSON: members sorted, two spaces of indent, a line feed at the end. */
export function renderJson(input: Report | Delta): string {
  return [...jsonParts(input)].join("");
}

/** The same in parts, item by item: of very many findings the whole is longer than a string may be. */
export function* jsonParts(input: Report | Delta): Iterable<string> {
  yield* written(input, 0);
  yield "\n";
}

function* written(value: unknown, depth: number): Iterable<string> {
  if (depth === DEPTH || !(Array.isArray(value) || isObject(value))) yield whole(value, depth);
  else if (Array.isArray(value)) yield* listed(value, depth);
  else {
    const names = Object.keys(value).filter((name) => value[name] !== undefined);
    if (names.length === 0) yield "{}";
    for (const [index, name] of names.sort().entries()) {
      yield `${index === 0 ? "{" : ","}\n${indent(depth + 1)}${JSON.stringify(name)}: `;
      yield* written(value[name], depth + 1);
    }
    if (names.length > 0) yield `\n${indent(depth)}}`;
  }
}

function* listed(items: readonly unknown[], depth: number): Iterable<string> {
  if (items.length === 0) yield "[]";
  for (let index = 0; index < items.length; index++)
    yield `${index === 0 ? "[" : ","}\n${indent(depth + 1)}${whole(items[index], depth + 1)}`;
  if (items.length > 0) yield `\n${indent(depth)}]`;
}

/** A text in JSON holds no line feed of its own. */
function whole(value: unknown, depth: number): string {
  const text = JSON.stringify(JSON.parse(canonicalJson(value)), null, 2);
  return depth === 0 ? text : text.replaceAll("\n", `\n${indent(depth)}`);
}

const indent = (depth: number) => "  ".repeat(depth);
