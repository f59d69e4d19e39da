import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Language } from "../../../src/derive/trust/language/language.js";
import { arnGlob, glob, literal } from "../../../src/derive/trust/language/pattern.js";
import { wordsBetween } from "../../../src/derive/trust/language/words.js";

const of = (text: string) => Language.of(glob(text));

/** Whether a glob matches a text, by trying every way: what the automata are held to. */
function matches(pattern: string, text: string): boolean {
  if (pattern === "") return text === "";
  const [first = "", rest] = [pattern[0], pattern.slice(1)];
  if (first === "*") return [...text, ""].some((_c, index) => matches(rest, text.slice(index)));
  return text !== "" && (first === "?" || first === text[0]) && matches(rest, text.slice(1));
}

const pattern = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 6 });
const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 });

describe("a set of texts", () => {
  it("holds what a pattern matches, and nothing else", () => {
    fc.assert(fc.property(pattern, word, (p, w) => of(p).has(w) === matches(p, w)));
  });

  it("keeps the laws of sets", () => {
    fc.assert(
      fc.property(pattern, pattern, word, (p, q, w) => {
        const [a, b] = [of(p), of(q)];
        expect(a.and(b).has(w)).toBe(a.has(w) && b.has(w));
        expect(Language.union([a, b]).has(w)).toBe(a.has(w) || b.has(w));
        expect(a.complement().has(w)).toBe(!a.has(w));
        expect(a.and(a.complement()).isEmpty()).toBe(true);
        expect(Language.union([a, a.complement()]).isAll()).toBe(true);
        expect(a.and(b).isWithin(a)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("gives a text that is in it, or says that there is none", () => {
    fc.assert(
      fc.property(pattern, pattern, (p, q) => {
        const left = of(p).and(of(q).complement());
        const text = left.example();
        return text === null ? of(p).isWithin(of(q)) : left.has(text);
      }),
      { numRuns: 60 },
    );
  });

  it("compares without case where it is told to", () => {
    const folded = Language.of(literal("Admin", true));
    expect(folded.has("aDMIN")).toBe(true);
    expect(Language.of(literal("Admin")).isWithin(folded)).toBe(true);
  });

  it("keeps wildcards of an ARN inside their part", () => {
    const role = Language.of(arnGlob("arn:aws:iam::*:role/ci-*"));
    expect(role.has("arn:aws:iam::111122223333:role/ci-deploy:x")).toBe(true);
    expect(role.has("arn:aws:iam::1:2:role/ci-deploy")).toBe(false);
  });
});

describe("the words before a delimiter", () => {
  const owners = (text: string) => wordsBetween(of(text), { beginning: "repo:", until: "/", most: 5 });

  it("are listed where they are few", () => {
    expect(owners("repo:octo-org/*")).toEqual(["octo-org"]);
    expect(owners("repo:octo-org/octo-repo:ref:refs/heads/main")).toEqual(["octo-org"]);
    const two = Language.union([of("repo:a/*"), of("repo:b/x")]);
    expect(wordsBetween(two, { beginning: "repo:", until: "/", most: 5 })).toEqual(["a", "b"]);
  });

  it("have no end where a wildcard stands among them", () => {
    expect(owners("repo:octo-*/deploy")).toBeNull();
    expect(owners("repo:octo?org/deploy")).toBeNull();
    expect(owners("*")).toBeNull();
  });

  it("are none where nothing begins so", () => {
    expect(owners("project_path:group/*")).toEqual([]);
  });
});
