import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../src/model/index.js";
import { plainJson, write } from "../../src/snapshot/row-text.js";

const anyText = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  maxLength: 12,
});
const anyValue = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.jsonValue(),
    anyText,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.oneof(anyText, fc.constant("__proto__")), tie("value"), { maxKeys: 4 }),
  ),
})).value;

/** The slow way: copy every object with its keys sorted. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, member]) => [key, sorted(member)]));
}

/** JSON text keeps numeric keys where they were written only if nobody parses it, so keys are compared as text. */
const numeric = (value: unknown): boolean => /"\d+":/.test(JSON.stringify(value));

describe("the text of a row", () => {
  it("is canonical JSON, exactly as JSON.stringify writes sorted objects", () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        fc.pre(!numeric(value));
        expect(canonicalJson(value)).toBe(JSON.stringify(sorted(value)));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("is made valid Unicode, and not touched where it is", () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const text = canonicalJson(value);
        const plain = plainJson(text);
        expect(JSON.parse(plain)).toEqual(JSON.parse(canonicalJson(wellFormed(value))));
        if (canonicalJson(wellFormed(value)) === text) expect(plain).toBe(text);
      }),
    );
  });

  it("differs with the time of its place, which the text for the hash does not hold", () => {
    const at = { source: "aws", uri: "a.json" };
    const [early, late] = ["2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"].map((time) =>
      write({ at: { ...at, time } }),
    );
    expect(early?.text).not.toBe(late?.text);
    expect(early?.timeless).toBe(late?.timeless);
    expect(write({ at }).timeless).toBe(early?.timeless);
  });
});

function wellFormed(value: unknown): unknown {
  if (typeof value === "string") return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key.toWellFormed(), wellFormed(member)]),
  );
}
