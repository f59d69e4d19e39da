import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import type { TSchema } from "typebox";

/** One way in which a value does not fit its schema. */
export interface Problem {
  /** JSON pointer (RFC 6901) to the member that does not fit; empty for the whole value. */
  readonly pointer: string;
  /** What it must be, in words: `must be an integer`, `has the unknown member "foo"`. */
  readonly message: string;
}

const MOST_PROBLEMS = 20;
// Two compilers: the first stops at the first error and is the fast path for millions of good rows.
// Schemas are compiled at every start, and what optimizing takes most rows never give back.
const quick = new Ajv({ strict: false, allErrors: false, code: { optimize: false } });
const thorough = new Ajv({ strict: false, allErrors: true, verbose: true });
const quickly = new WeakMap<object, ValidateFunction>();
const thoroughly = new WeakMap<object, ValidateFunction>();

/** Everything about `value` that the schema forbids, at most 20 problems, sorted by place; empty where it fits. */
export function validate(schema: TSchema, value: unknown): readonly Problem[] {
  if (compiled(quick, quickly, schema)(value)) return [];
  const check = compiled(thorough, thoroughly, schema);
  check(value);
  return problemsOf(check.errors ?? []).slice(0, MOST_PROBLEMS);
}

function compiled(ajv: Ajv, known: WeakMap<object, ValidateFunction>, schema: TSchema): ValidateFunction {
  let check = known.get(schema);
  if (check === undefined) {
    check = ajv.compile(schema);
    known.set(schema, check);
  }
  return check;
}

function problemsOf(errors: readonly ErrorObject[]): Problem[] {
  const unions = errors.filter((error) => error.keyword === "anyOf");
  const told = errors.filter((error) => !unions.some((union) => isPartOf(error, union)));
  const problems = new Map<string, Problem>();
  for (const error of told) {
    const problem = { pointer: error.instancePath, message: messageOf(error, errors) };
    problems.set(JSON.stringify(problem), problem);
  }
  return [...problems.values()].sort((a, b) => (a.pointer < b.pointer ? -1 : a.pointer > b.pointer ? 1 : 0));
}

/** The branches of a union fail for reasons of their own, which tell less than the union does. */
function isPartOf(error: ErrorObject, union: ErrorObject): boolean {
  return error !== union && error.schemaPath.startsWith(`${union.schemaPath}/`);
}

function messageOf(error: ErrorObject, all: readonly ErrorObject[]): string {
  const params: Record<string, unknown> = error.params;
  switch (error.keyword) {
    case "additionalProperties":
      return `has the unknown member ${JSON.stringify(params["additionalProperty"])}`;
    case "required":
      return `lacks the member ${JSON.stringify(params["missingProperty"])}`;
    case "type":
      return `must be ${withArticle(String(params["type"]))}`;
    case "const":
      return `must be ${JSON.stringify(params["allowedValue"])}`;
    case "enum":
      return `must be one of ${(params["allowedValues"] as unknown[]).map((value) => JSON.stringify(value)).join(", ")}`;
    case "anyOf":
      return unionMessage(error, all);
    default:
      return error.message ?? `breaks ${error.keyword}`;
  }
}

function unionMessage(union: ErrorObject, all: readonly ErrorObject[]): string {
  const branches = all.filter((error) => isPartOf(error, union) && error.instancePath === union.instancePath);
  const choices = branches.flatMap(({ keyword, params }) => {
    if (keyword === "const") return [JSON.stringify(params["allowedValue"])];
    if (keyword === "enum")
      return (params["allowedValues"] as unknown[]).map((value) => JSON.stringify(value));
    return keyword === "type" ? [withArticle(String(params["type"]))] : [];
  });
  if (choices.length === 0) return "fits none of the forms that are allowed here";
  const distinct = [...new Set(choices)];
  if (distinct.every((choice) => choice.startsWith('"'))) return `must be one of ${distinct.join(", ")}`;
  return `must be ${distinct.join(" or ")}`;
}

function withArticle(type: string): string {
  if (type === "null") return "null";
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}
