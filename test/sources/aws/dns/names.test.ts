import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatName } from "../../../../src/net/index.js";
import { parseName, parseStrings } from "../../../../src/sources/aws/dns/escapes.js";

describe("a name as Route 53 writes it", () => {
  it.each([
    ["example.com.", "example.com."],
    ["example.com", "example.com."],
    ["EXAMPLE.com.", "example.com."],
    ["\\052.example.com.", "*.example.com."],
    ["*.example.com", "*.example.com."],
    ["a.\\052.example.com.", "a.*.example.com."],
    ["a\\056b.example.com.", "a\\.b.example.com."],
    ["\\101.example.", "a.example."],
    ["a\\134b.", "a\\\\b."],
    ["a\\040b.", "a\\032b."],
    ["a\\377.", "a\\255."],
    ["_dmarc.example.com.", "_dmarc.example.com."],
    ["first\\.last.example.", "first\\.last.example."],
    ["münchen.example", "m\\195\\188nchen.example."],
    [".", "."],
    ["*", "*."],
  ])("%s is %s", (text, name) => {
    expect(parseName(text)).toBe(name);
  });

  it.each([
    "",
    "..",
    "a..b.",
    ".a",
    "a\\",
    "a\\05",
    "a\\8.",
    "a\\400.",
    `${"a".repeat(64)}.`,
    "a.".repeat(128),
  ])("%j is none", (text) => {
    expect(parseName(text)).toBeNull();
  });

  it("is the name of its octets, whatever they are", () => {
    const octet = fc.integer({ min: 0, max: 255 });
    const label = fc.array(octet, { minLength: 1, maxLength: 20 });
    const plain = /[a-z0-9_-]/i;
    const written = (one: number) => {
      const character = String.fromCharCode(one);
      return plain.test(character) ? character : `\\${one.toString(8).padStart(3, "0")}`;
    };
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 5 }), (labels) => {
        const text = labels.map((one) => one.map(written).join("")).join(".");
        expect(parseName(`${text}.`)).toBe(formatName(labels));
        expect(parseName(text)).toBe(formatName(labels));
      }),
    );
  });
});

describe("the strings of a TXT record", () => {
  it.each([
    ['"v=spf1 -all"', "v=spf1 -all"],
    ['"v=DKIM1; p=abc" "def"', "v=DKIM1; p=abcdef"],
    ['"say \\"hi\\" \\134 \\303\\274"', 'say "hi" \\\\ \\195\\188'],
    ["unquoted", "unquoted"],
    ['""', ""],
  ])("%s say %s", (text, said) => {
    expect(parseStrings(text)).toBe(said);
  });

  it.each(['"open', '"a" "', "a\\", "\\9"])("%j cannot be read", (text) => {
    expect(parseStrings(text)).toBeNull();
  });

  it("are read in time that grows with their length", () => {
    const started = performance.now();
    parseStrings(`"${'\\"a'.repeat(300_000)}`);
    parseName("\\052.".repeat(300_000));
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
