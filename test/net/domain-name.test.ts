import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatName, formatOctets } from "../../src/net/index.js";

const octets = (text: string) => [...text].map((character) => character.charCodeAt(0));

describe("a domain name", () => {
  it.each([
    [["www", "example", "com"], "www.example.com."],
    [[], "."],
    [["WWW", "ExAmple"], "www.example."],
    [["a.b", "c\\d"], "a\\.b.c\\\\d."],
    [["*", "example"], "*.example."],
    [["a b", "\u0000\u00ff"], "a\\032b.\\000\\255."],
  ])("of the labels %j is %s", (labels, text) => {
    expect(formatName(labels.map(octets))).toBe(text);
  });

  it.each([
    ["an empty label", [[]]],
    ["a label of 64 octets", [Array.from({ length: 64 }, () => 97)]],
    ["more than 255 octets", Array.from({ length: 128 }, () => [97])],
  ])("with %s is none", (_what, labels) => {
    expect(formatName(labels)).toBeNull();
  });

  it("of 127 labels is one, just", () => {
    expect(formatName(Array.from({ length: 127 }, () => [97]))).toBe("a.".repeat(127));
  });

  it("has one text, which no other name has", () => {
    const label = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 4 });
    const name = fc.array(label, { maxLength: 4 });
    const lower = (labels: number[][]) =>
      JSON.stringify(labels.map((one) => one.map((o) => (o >= 65 && o <= 90 ? o + 32 : o))));
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(formatName(a) === formatName(b)).toBe(lower(a) === lower(b));
      }),
    );
  });
});

it("octets are told apart by their text", () => {
  expect(formatOctets(octets("v=spf1 -all; \\ \u0007\u00e9"))).toBe("v=spf1 -all; \\\\ \\007\\233");
});
