import { Language } from "./language/language.js";
import { glob, type Pattern, patternOf, type Token } from "./language/pattern.js";

const PARTS = 6;

/**
 * An ARN of a Resource element: wildcards stay inside their part, but for a `*` at its end, which may go on over colons;
 * an ARN with fewer than six parts is filled up with `*`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
function resourceGlob(text: string, escaped: ReadonlySet<number> = new Set()): Pattern {
  if (text === "*") return glob("*");
  const missing = PARTS - text.split(":").length;
  const whole = missing > 0 ? text + ":*".repeat(missing) : text;
  const characters = [...whole];
  let part = 0;
  return patternOf(
    characters.map((char, index): Token => {
      if (char === ":") part++;
      if (escaped.has(index) || (char !== "*" && char !== "?")) return { kind: "char", char };
      const ends = characters[index + 1] === undefined || characters[index + 1] === ":";
      const crosses = part >= PARTS - 1 || (char === "*" && ends);
      const kind = char === "*" ? "star" : "one";
      return crosses ? { kind } : { kind, except: ":" };
    }),
    false,
  );
}

const KNOWN = new Map<string, Pick<Language, "has">>();
const MOST_REMEMBERED = 20_000;

/** The resources that a text of a Resource element means. Few texts are told apart by more than how they begin. */
export function resourcesOf(text: string, escaped: ReadonlySet<number>): Pick<Language, "has"> {
  if (text === "*") return EVERYTHING;
  if (escaped.size > 0) return Language.of(resourceGlob(text, escaped));
  const wild = text.search(/[*?]/);
  if (text.split(":").length >= PARTS) {
    if (wild < 0) return { has: (other) => other === text };
    const start = text.slice(0, wild);
    if (wild === text.length - 1 && text[wild] === "*") return { has: (other) => other.startsWith(start) };
  }
  const known = KNOWN.get(text) ?? Language.of(resourceGlob(text));
  if (KNOWN.size < MOST_REMEMBERED) KNOWN.set(text, known);
  return known;
}

const EVERYTHING = { has: () => true };
