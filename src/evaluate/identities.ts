import { wellFormed } from "./canonical-text.js";

/**
 * DEL: a JSON string may hold it unescaped in one byte, and people do not write it. Where the estate
 * does hold it outside ids and labels, the document is judged undisguised.
 */
const MARK = "\u007f";
const PLACEHOLDER = new RegExp(`${MARK}([il])([0-9]+)${MARK}`, "g");

/** The placeholders of one document, both ways. */
export interface Aliased {
  placeholder(raw: string): string;
  /** Puts ids and labels back into what a policy answered. */
  restored(text: string): string;
  /** Whether text of the estate could be taken for a placeholder. */
  occursIn(text: string): boolean;
}

/**
 * Placeholders for the ids and labels of a document. Equal strings get equal ones and different
 * strings different ones, and among ids, and among labels, they stand in the same order as what they
 * stand for: whatever a policy may do with them short of reading them, it does alike. They depend on
 * nothing else, so documents equal but for identity become equal text.
 */
export function disguise(names: readonly string[], labels: readonly boolean[]): Aliased {
  const ids = ranked(new Set(names.filter((_, index) => labels[index] !== true)));
  const known = new Set(ids);
  const others = ranked(new Set(names.filter((name, index) => labels[index] === true && !known.has(name))));
  const placeholders = new Map<string, string>();
  number(ids, "i", placeholders);
  number(others, "l", placeholders);
  return {
    placeholder: (raw) => placeholders.get(raw) ?? raw,
    restored: (text) =>
      text.includes(MARK)
        ? text.replace(PLACEHOLDER, (found, letter: string, rank: string) => {
            const raw = (letter === "i" ? ids : others)[Number(rank)];
            return raw === undefined ? found : wellFormed(raw);
          })
        : text,
    occursIn: (text) => text.includes(MARK),
  };
}

function number(sorted: readonly string[], letter: string, into: Map<string, string>): void {
  const width = String(sorted.length).length;
  sorted.forEach((raw, rank) => {
    into.set(raw, `${MARK}${letter}${String(rank).padStart(width, "0")}${MARK}`);
  });
}

const SURROGATE = /[\ud800-\udfff]/;

/** In the order in which the engine has strings: that of their UTF-8 bytes. */
function ranked(names: ReadonlySet<string>): string[] {
  const sorted = [...names].sort();
  if (!sorted.some((name) => SURROGATE.test(name))) return sorted;
  return sorted.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}
