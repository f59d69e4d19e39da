import type { Admitted } from "./admitted.js";
import { type Language, OTHER, TooManyStates } from "./language/language.js";
import { wordsBetween } from "./language/words.js";

/** What a key must hold, as policies read it. */
export interface KeySummary {
  /** A request without the key is refused. */
  readonly required: boolean;
  /** Any value will do. */
  readonly any: boolean;
  /** The values, sorted, where there are at most 20; null: there are more. */
  readonly values: readonly string[] | null;
  /** How every value begins. */
  readonly prefix: string;
  /** The shortest value; … stands for characters that do not matter. */
  readonly example: string | null;
  /** False: fewer values may do. */
  readonly exact: boolean;
}

const MOST_VALUES = 20;
const MOST_PREFIX = 512;

/** What languages are, of which many roles hold the same. */
type Told = Pick<KeySummary, "any" | "values" | "prefix" | "example">;

const TOLD = new WeakMap<Language, Told>();

export function summaryOf({ absent, values, some, exact }: Admitted): KeySummary {
  // Of several values one must be of these: that is what pins the key.
  const [narrow] = some;
  const language = narrow === undefined ? values : values.and(narrow);
  try {
    const told = TOLD.get(language) ?? toldOf(language);
    TOLD.set(language, told);
    const { any, prefix, example } = told;
    return { required: !absent, any, values: told.values, prefix, example, exact };
  } catch (error) {
    if (!(error instanceof TooManyStates)) throw error;
    return { required: !absent, any: false, values: null, prefix: "", example: null, exact: false };
  }
}

function toldOf(language: Language): Told {
  return {
    any: language.isAll(),
    values: wordsBetween(language, { beginning: "", until: "", most: MOST_VALUES }),
    prefix: prefixOf(language),
    example: shown(language.example()),
  };
}

/** What all texts of a language begin with. */
function prefixOf(language: Language): string {
  const alphabet = language.alphabet();
  let [position, prefix] = [language.start, ""];
  while (prefix.length < MOST_PREFIX && !language.accepts(position)) {
    const here = position;
    const live = alphabet.filter((char) => language.leads(language.step(here, char)));
    const [only] = live;
    if (only === undefined || live.length > 1 || only === OTHER) break;
    position = language.step(position, only);
    prefix += only;
  }
  return prefix;
}

function shown(text: string | null): string | null {
  return text === null ? null : text.replaceAll(OTHER, "…");
}
