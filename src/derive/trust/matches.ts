import { AddressSet, parseRange } from "../../net/index.js";
import type { Condition } from "./condition.js";
import { Language } from "./language/language.js";
import { arnGlob, glob, literal } from "./language/pattern.js";
import { replaced, type VariableOf } from "./value.js";

/** The texts that a condition's values match, before its negation. */
export interface Matched {
  readonly language: Language;
  /** A variable with an unknown value stands in it: fewer texts may match. */
  readonly open: boolean;
}

const MEMO = new WeakMap<Condition, Matched>();
/** Most policies of an organization repeat a few conditions: what these match is one language, worked out once. */
const SHARED = new Map<string, Matched>();
const MOST_REMEMBERED = 2_000;

/** The texts that conditions on strings, ARNs and booleans match; null for other comparisons. */
export function matchedBy(condition: Condition, variableOf: VariableOf | null): Matched | null {
  if (!["string", "arn", "bool"].includes(condition.comparison)) return null;
  // Where no variable stands, it does not matter who asks.
  const plain = variableOf === null || !condition.values.some((value) => value.includes("${"));
  return plain ? remembered(condition) : matchedNow(condition, variableOf);
}

function remembered(condition: Condition): Matched {
  const known = MEMO.get(condition);
  if (known !== undefined) return known;
  const { comparison, test, ignoresCase, values } = condition;
  const key = JSON.stringify([comparison, test, ignoresCase, values]);
  const matched = SHARED.get(key) ?? matchedNow(condition, null);
  if (SHARED.size < MOST_REMEMBERED) SHARED.set(key, matched);
  MEMO.set(condition, matched);
  return matched;
}

function matchedNow(condition: Condition, variableOf: VariableOf | null): Matched {
  let open = false;
  const languages = condition.values.flatMap((raw) => {
    const value = replaced(raw, variableOf);
    if (value === null) return [];
    open ||= value.open;
    return [languageOf(condition, value)];
  });
  return { language: Language.union(languages), open };
}

function languageOf(
  { comparison, test, ignoresCase }: Condition,
  { text, escaped, open }: { text: string; escaped: ReadonlySet<number>; open: boolean },
): Language {
  if (comparison === "arn") return Language.of(arnGlob(text, escaped));
  if (comparison === "bool") return Language.of(literal(text.toLowerCase(), true));
  // An equal text with an unknown variable in it is like a pattern with `*` there.
  if (test === "like") return Language.of(glob(text, { folds: ignoresCase, escaped }));
  if (open) return Language.of(glob(text, { folds: ignoresCase, escaped: wildcardsIn(text, escaped) }));
  return Language.of(literal(text, ignoresCase));
}

/** All wildcards of an equal text are characters, but for those of variables; there the pattern is wider than it is. */
function wildcardsIn(text: string, escaped: ReadonlySet<number>): ReadonlySet<number> {
  const question = [...text].flatMap((char, index) => (char === "?" ? [index] : []));
  return new Set([...escaped, ...question]);
}

/** The addresses that a condition names; null where one cannot be read. */
export function addressesOf({ values }: Condition): AddressSet | null {
  const ranges = values.map((value) => parseRange(value.trim()));
  const known = ranges.filter((range) => range !== null);
  return known.length === ranges.length ? AddressSet.ofRanges(known) : null;
}
