import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import type * as ajv from "ajv";
import type { TSchema } from "typebox";

/** One way in which a value does not fit its schema. */
export interface Problem {
  /** JSON pointer (RFC 6901) to the member that does not fit; empty for the whole value. */
  readonly pointer: string;
  /** What it must be, in words: `must be an integer`, `has the unknown member "foo"`. */
  readonly message: string;
}

/** Whether a value fits a schema. */
export type Check = (value: unknown) => boolean;
/** Checks by the digest of their schema. */
export type Checks = Readonly<Record<string, Check>>;

const MOST_PROBLEMS = 20;
/** How schemas are read; the first error is enough. */
export const QUICK = { strict: false, allErrors: false } as const;
const THOROUGH = { strict: false, allErrors: true, verbose: true } as const;

const quickly = new WeakMap<object, Check>();
const thoroughly = new WeakMap<object, ajv.ValidateFunction>();
let built: Checks | (() => Checks) = {};

/** Takes checks that were compiled before the start; `load` runs when the first value is validated. */
export function useBuilt(load: () => Checks): void {
  built = load;
}

/** 64 hex digits that name a schema. */
export function schemaDigest(schema: TSchema): string {
  return createHash("sha256").update(JSON.stringify(schema)).digest("hex");
}

/** Everything about `value` that the schema forbids, at most 20 problems, sorted by place; empty where it fits. */
export function validate(schema: TSchema, value: unknown): readonly Problem[] {
  if (kept(quickly, schema, quickCheck)(value)) return [];
  const check = kept(thoroughly, schema, () => compiler(THOROUGH).compile(schema));
  check(value);
  return problemsOf(check.errors ?? []).slice(0, MOST_PROBLEMS);
}

function quickCheck(schema: TSchema): Check {
  if (typeof built === "function") built = built();
  // What optimizing takes, most rows never give back.
  return built[schemaDigest(schema)] ?? compiler({ ...QUICK, code: { optimize: false } }).compile(schema);
}

const compilers = new Map<unknown, ajv.Ajv>();

function compiler(options: ajv.Options & { allErrors: boolean }): ajv.Ajv {
  const made = compilers.get(options.allErrors) ?? newCompiler(options);
  compilers.set(options.allErrors, made);
  return made;
}

/** A compiler of schemas. The package is loaded where a schema has to be compiled at all: most runs do without. */
export function newCompiler(options: ajv.Options): ajv.Ajv {
  const { Ajv } = createRequire(import.meta.url)("ajv") as typeof ajv;
  return new Ajv(options);
}

function kept<C>(known: WeakMap<object, C>, schema: TSchema, make: (schema: TSchema) => C): C {
  let check = known.get(schema);
  if (check === undefined) {
    check = make(schema);
    known.set(schema, check);
  }
  return check;
}

function problemsOf(errors: readonly ajv.ErrorObject[]): Problem[] {
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
function isPartOf(error: ajv.ErrorObject, union: ajv.ErrorObject): boolean {
  return error !== union && error.schemaPath.startsWith(`${union.schemaPath}/`);
}

function messageOf(error: ajv.ErrorObject, all: readonly ajv.ErrorObject[]): string {
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

function unionMessage(union: ajv.ErrorObject, all: readonly ajv.ErrorObject[]): string {
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
