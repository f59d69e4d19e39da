import fc from "fast-check";
import { type TSchema, Type } from "typebox";
import { Check } from "typebox/value";
import { expect } from "vitest";
import { assemble } from "../../../src/graph/index.js";
import { type Batch, FACTS, type Json, type JsonObject } from "../../../src/model/index.js";
import { normalizeAnswer } from "../../../src/sources/aws/index.js";
import { callOf, type Resource } from "../../../src/sources/aws/resource.js";
import { answer } from "./harness.js";

export interface Made {
  readonly value: fc.Arbitrary<Json>;
  readonly object: fc.Arbitrary<Json>;
}

export interface Material {
  readonly members: readonly string[];
  /** What normalizers look for, and what is near it. */
  readonly values: readonly Json[];
  /** Most members of one object. */
  readonly longest?: number;
  /** More objects within objects, and fewer numbers and flags. */
  readonly deep?: boolean;
}

/** JSON of the members and values that some normalizers know, in any order and to any depth. */
export function madeUp({ members, values, longest = 9, deep = false }: Material): Made {
  return fc.letrec<{ value: Json; object: Json }>((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      fc.constantFrom<Json>(...values),
      fc.constantFrom<Json>(...values),
      fc.constant(null),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.array(tie("object"), { maxLength: 3 }),
      tie("object"),
      ...(deep ? [tie("object")] : [fc.integer(), fc.boolean()]),
    ),
    object: fc
      .array(fc.tuple(fc.constantFrom(...members), tie("value")), { maxLength: longest })
      .map((entries) => Object.fromEntries(entries)),
  }));
}

/** Every name that stands in answers, so that what is made up goes deep. */
export function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)]);
}

/** A copy in which one value, counted from within, is another. */
export function brokenAt(whole: object, place: number, odd: Json): unknown {
  let left = place;
  return JSON.parse(JSON.stringify(whole), (_name, value) => (left-- === 0 ? odd : (value as unknown)));
}

/** A node's facts may be told in parts, each by another answer. */
const SHAPES = new Map<string, TSchema>(
  Object.entries(FACTS).map(([kind, shape]) => [kind, Type.Partial(shape)]),
);

export function expectShapes({ nodes }: Batch): void {
  const odd = nodes.filter(({ kind, is }) => !Check(SHAPES.get(kind) ?? Type.Never(), is));
  expect(odd.map(({ kind, is }) => [kind, is])).toEqual([]);
}

/** Reads an answer, which has to give facts of the kind's shape, and a graph. */
export function expectRead(resource: Resource, output: Json, input: Json = {}): void {
  const batch = normalizeAnswer(answer(callOf(resource), output as object, { input: input as JsonObject }));
  expectShapes(batch);
  assemble([batch]);
}

/** Answers that have the members which their call gives, with anything in them. */
export const anyAnswer = (
  resources: readonly Resource[],
  input: fc.Arbitrary<Json>,
  { value, object }: Made,
) =>
  fc.property(
    fc.constantFrom(...resources),
    input,
    object,
    fc.array(object, { maxLength: 4 }),
    value,
    (...[resource, asked, whole, items, odd]) => {
      const members = Object.fromEntries((resource.object ?? []).map((member) => [member, odd]));
      const told = resource.object ? odd : items;
      expectRead(resource, { ...members, ...(whole as object), [resource.list]: told }, asked);
    },
  );
