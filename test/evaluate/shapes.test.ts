import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalText } from "../../src/evaluate/canonical-text.js";
import { shapeOf } from "../../src/evaluate/shapes.js";
import { canonicalJson } from "../../src/model/index.js";

it("An object is written as canonical JSON writes it, in whatever order its keys came (a law)", () => {
  const value = fc.object({
    key: fc.oneof(fc.string(), fc.constantFrom("id", "label", "10", "9", "__proto__", "\u007f")),
    withNullPrototype: true,
  });
  fc.assert(
    fc.property(value, (each) => {
      expect(canonicalText(each)).toBe(canonicalJson(each));
    }),
  );
});

it("Objects of one shape are known again, and others do not wear its keys", () => {
  const known = shapeOf({ b: 1, a: 2 });
  expect(shapeOf({ b: 3, a: undefined })).toBe(known);
  expect(known.keys).toEqual(["a", "b"]);
  expect(shapeOf({ a: 1, b: 2 }).keys).toEqual(["a", "b"]);
  expect(shapeOf({ b: 1 }).keys).toEqual(["b"]);
  expect(shapeOf({}).keys).toEqual([]);
});

it("Keys without number, and keys without end, are written and forgotten", () => {
  for (let number = 0; number < 20_000; number++) {
    const tags = { [`tag ${number}`]: "x", Name: "y" };
    expect(canonicalText(tags)).toBe(canonicalJson(tags));
  }
  const long = { ["k".repeat(1_000)]: 1, a: 2 };
  expect(shapeOf(long)).not.toBe(shapeOf(long));
  expect(canonicalText(long)).toBe(canonicalJson(long));
  const wide = Object.fromEntries(Array.from({ length: 100 }, (_, number) => [`m${99 - number}`, number]));
  expect(canonicalText(wide)).toBe(canonicalJson(wide));
});
