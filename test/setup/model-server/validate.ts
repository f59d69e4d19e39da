import type { Json, JsonObject } from "../../../src/model/index.js";
import { type Model, type Ref, type Shape, shapeOf } from "./models.js";

/** What of an input the model does not allow, as sentences: services refuse what our types would let pass. */
export function faultsOfInput(model: Model, ref: Ref | undefined, input: JsonObject): string[] {
  return ref === undefined ? [] : complaints(model, ref, { value: input, path: "" });
}

interface Part {
  readonly value: Json;
  readonly path: string;
}

function complaints(model: Model, ref: Ref, { value, path }: Part): string[] {
  const shape = shapeOf(model, ref);
  if (shape.type === "structure") return inStructure(model, shape, { value, path });
  if (shape.type === "list" && Array.isArray(value) && shape.member !== undefined) {
    const { member } = shape;
    const items = value.flatMap((item, index) =>
      complaints(model, member, { value: item, path: `${path}[${index}]` }),
    );
    return [...within(shape, value.length, path), ...items];
  }
  if (typeof value === "number") return within(shape, value, path);
  if (typeof value !== "string") return [];
  if (shape.enum !== undefined && !shape.enum.includes(value)) return [`${path} may not be ${value}`];
  return within(shape, value.length, path);
}

function inStructure(model: Model, { members = {}, required = [] }: Shape, { value, path }: Part): string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [`${path} is no structure`];
  const missing = required
    .filter((name) => value[name] === undefined)
    .map((name) => `${path}.${name} is missing`);
  const given = Object.entries(value).flatMap(([name, part]) => {
    const member = members[name];
    if (member === undefined) return [`${path}.${name} is not known`];
    return complaints(model, member, { value: part, path: `${path}.${name}` });
  });
  return [...missing, ...given];
}

function within({ min, max }: Shape, size: number, path: string): string[] {
  if (min !== undefined && size < min) return [`${path} is less than ${min}: ${size}`];
  return max !== undefined && size > max ? [`${path} is more than ${max}: ${size}`] : [];
}
