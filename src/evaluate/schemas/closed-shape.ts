import { isObject, type Json, type JsonObject } from "../../model/index.js";

/**
 * A schema of the model as `opa check` reads it best: objects are closed, so that a misspelt member is one that
 * nobody has; null stands in the type of objects and lists, because beside them in a union it makes OPA take them
 * for anything; what is a choice of texts says so. OPA looks at types and members alone
 * (https://www.openpolicyagent.org/docs/policy-language#schema).
 */
export function closedShape(schema: unknown): JsonObject {
  if (!isObject(schema)) throw new Error(`not a schema: ${JSON.stringify(schema)}`);
  const { identity: _, anyOf, ...plain } = schema;
  if (Array.isArray(anyOf)) return { ...described(plain), ...union(anyOf.map(closedShape)) };
  if ("allOf" in plain)
    throw new Error("a schema of the model joins others by allOf, which nobody reads here");
  if (isObject(plain["properties"])) return closedObject(plain, plain["properties"]);
  if (plain["type"] === "object") return freeObject(plain);
  if (isObject(plain["items"])) return { ...plain, items: closedShape(plain["items"]) };
  return typed(plain);
}

const described = ({ description }: JsonObject): JsonObject =>
  description === undefined ? {} : { description };

function closedObject(schema: JsonObject, members: JsonObject): JsonObject {
  // OPA would not know the free ones.
  if (isObject(schema["additionalProperties"]) || "patternProperties" in schema)
    throw new Error("a schema of the model has named and free members at once");
  const properties = Object.fromEntries(
    Object.entries(members).map(([key, member]) => [key, closedShape(member)]),
  );
  return { ...schema, properties, additionalProperties: false };
}

/** Of an object with keys that nobody names, OPA knows nothing; people may want to know what is under them. */
function freeObject(schema: JsonObject): JsonObject {
  const { patternProperties, additionalProperties, ...rest } = schema;
  const values = isObject(patternProperties) ? Object.values(patternProperties)[0] : additionalProperties;
  return isObject(values) ? { ...rest, additionalProperties: closedShape(values) } : schema;
}

/** A choice without a type is anything to OPA. */
function typed({ const: only, ...schema }: JsonObject): JsonObject {
  const choices = only === undefined ? schema["enum"] : [only];
  if (!Array.isArray(choices)) return schema;
  const types = [...new Set(choices.map((choice) => typeof choice))];
  return { ...schema, ...(types.length === 1 ? { type: types[0] as string } : {}), enum: choices };
}

function union(branches: readonly JsonObject[]): JsonObject {
  const real = branches.filter(({ type }) => type !== "null");
  const choices = oneChoice(real);
  if (real.length === branches.length) return choices ?? { anyOf: [...real] };
  const [first, ...others] = choices === undefined ? real : [choices];
  if (first === undefined) return { type: "null" };
  // A text or number that may be null stays anything to OPA, so that policies can compare it with null.
  if (!real.some(holds)) return { anyOf: [first, ...others, { type: "null" }] };
  const nullable = { ...first, type: [first["type"] as Json, "null"] };
  return others.length === 0 ? nullable : { anyOf: [nullable, ...others] };
}

/** Whether members or items may be misspelt in it. */
const holds = ({ type }: JsonObject) => type === "object" || type === "array";

/** Choices of the same type as one. */
function oneChoice(branches: readonly JsonObject[]): JsonObject | undefined {
  const [first] = branches;
  if (branches.length < 2 || first === undefined) return undefined;
  const choices = branches.map(({ enum: each }) => each);
  const alike = branches.every(({ type }) => type !== undefined && type === first["type"]);
  if (!alike || !choices.every(Array.isArray)) return undefined;
  return { type: first["type"] as Json, enum: choices.flat() as Json[] };
}
