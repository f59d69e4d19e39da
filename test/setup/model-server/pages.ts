import { createHash } from "node:crypto";
import { isObject, type JsonObject } from "../../../src/model/index.js";
import { type Model, type Operation, type Pagination, shapeOf } from "./models.js";

/** Answers to a token that nobody gave. */
export class InvalidToken extends Error {}

/** Names by which tokens go where botocore has no paginator, input and output. */
const TOKENS = [
  ["NextToken", "NextToken"],
  ["nextToken", "nextToken"],
  ["NextMarker", "NextMarker"],
  ["Marker", "NextMarker"],
  ["Marker", "Marker"],
] as const;

/** The page of an output that an input asks for, with the token of the next. @throws InvalidToken */
export function pageOf(
  { model, operation }: { model: Model; operation: Operation },
  output: JsonObject,
  { input, pageSize }: { input: JsonObject; pageSize: number },
): JsonObject {
  const paging = model.pagination[operation.name] ?? guessed(model, operation, output);
  if (paging === undefined) return output;
  const lists = all(paging.result_key);
  const [inputToken = ""] = all(paging.input_token);
  const offset = offsetOf(input[inputToken]);
  const asked = paging.limit_key === undefined ? undefined : input[paging.limit_key];
  const limit = Number(asked ?? pageSize);
  const end = offset + Math.min(Number.isFinite(limit) ? limit : pageSize, pageSize);
  const page = structuredClone(output);
  let more = false;
  for (const path of lists) {
    const list = at(page, path);
    if (!Array.isArray(list)) continue;
    more ||= list.length > end;
    put(page, path, list.slice(offset, end));
  }
  if (paging.more_results !== undefined) put(page, paging.more_results, more);
  const [token = "", ...others] = all(paging.output_token);
  for (const path of [token, ...others]) drop(page, plainPath(path));
  if (more) put(page, plainPath(token), tokenOf(end));
  // Records of one name: what stands beside the name is the type.
  if (more && others[0] !== undefined) put(page, others[0], "A");
  return page;
}

function guessed(model: Model, { input, output }: Operation, given: JsonObject): Pagination | undefined {
  if (input === undefined || output === undefined) return undefined;
  const [takes, gives] = [input, output].map((ref) => shapeOf(model, ref).members ?? {});
  const found = TOKENS.find(([one, other]) => takes?.[one] !== undefined && gives?.[other] !== undefined);
  const lists = Object.keys(given).filter((name) => Array.isArray(given[name]));
  if (found === undefined || lists.length === 0) return undefined;
  const limit = ["MaxResults", "maxResults", "Limit", "PageSize", "MaxItems"].find(
    (one) => takes?.[one] !== undefined,
  );
  return {
    input_token: found[0],
    output_token: found[1],
    result_key: lists,
    ...(limit === undefined ? {} : { limit_key: limit }),
  };
}

function all(path: string | readonly string[] | undefined): readonly string[] {
  return path === undefined ? [] : typeof path === "string" ? [path] : path;
}

/** `NextMarker || Contents[-1].Key`: the member that is there to be the token. */
function plainPath(path: string): string {
  return path.split(" ")[0] ?? path;
}

function at(output: JsonObject, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (part, name) => (isObject(part as never) ? (part as JsonObject)[name] : undefined),
      output,
    );
}

function put(output: JsonObject, path: string, value: JsonObject[string]): void {
  const names = path.split(".");
  const last = names.pop() ?? "";
  const owner = names.length === 0 ? output : at(output, names.join("."));
  if (isObject(owner as never)) (owner as JsonObject)[last] = value;
}

function drop(output: JsonObject, path: string): void {
  const names = path.split(".");
  const last = names.pop() ?? "";
  const owner = names.length === 0 ? output : at(output, names.join("."));
  if (isObject(owner as never)) delete (owner as JsonObject)[last];
}

/** Opaque, and not one that can be made up by counting. */
function tokenOf(offset: number): string {
  return `${offset}-${createHash("sha256").update(`page ${offset}`).digest("hex").slice(0, 12)}`;
}

function offsetOf(token: JsonObject[string] | undefined): number {
  if (token === undefined || token === null) return 0;
  const offset = Number.parseInt(String(token), 10);
  if (!Number.isInteger(offset) || tokenOf(offset) !== token) throw new InvalidToken(String(token));
  return offset;
}
