/** A word of a Suricata header: one value, or a list in brackets, each perhaps negated. */
export type Word =
  | { readonly not: boolean; readonly value: string }
  | { readonly not: boolean; readonly list: readonly Word[] };

/** Deeper lists than this are somebody's joke. */
const MOST_DEPTH = 16;

/**
 * Reads `any`, `10.0.0.0/8`, `!$HOME_NET`, `[10.0.0.0/8, ![10.1.0.0/16, 10.2.0.0/16]]`, `1024:65535`; null
 * where brackets do not match or a value is missing.
 * https://docs.suricata.io/en/suricata-7.0.8/rules/intro.html#source-and-destination
 */
export function wordOf(text: string): Word | null {
  const reader = new WordReader(text);
  const word = reader.word(0);
  return word !== null && reader.atEnd ? word : null;
}

class WordReader {
  private at = 0;

  constructor(private readonly text: string) {}

  get atEnd(): boolean {
    this.skip();
    return this.at === this.text.length;
  }

  word(depth: number): Word | null {
    if (depth > MOST_DEPTH) return null;
    this.skip();
    const not = this.take("!");
    this.skip();
    if (this.take("[")) {
      const list = this.list(depth);
      return list === null ? null : { not, list };
    }
    const [value = ""] = /^[^\s,![\]]*/.exec(this.text.slice(this.at, this.at + MOST_VALUE)) ?? [];
    this.at += value.length;
    return value === "" ? null : { not, value };
  }

  private list(depth: number): Word[] | null {
    const words: Word[] = [];
    for (;;) {
      const word = this.word(depth + 1);
      if (word === null) return null;
      words.push(word);
      this.skip();
      if (this.take("]")) return words;
      if (!this.take(",")) return null;
    }
  }

  private take(character: string): boolean {
    const found = this.text[this.at] === character;
    if (found) this.at++;
    return found;
  }

  private skip(): void {
    while (/\s/.test(this.text[this.at] ?? "")) this.at++;
  }
}

/** No address, port or name is longer. */
const MOST_VALUE = 200;

/** How a kind of value is read and reckoned with. */
export interface Reckoning<T> {
  readonly all: T;
  readonly none: T;
  /** One value; a text says why it is not known. */
  value(text: string, depth: number): T | string;
  union(a: T, b: T): T;
  /** A text where the part that is taken away is not known. */
  without(a: T, b: T): T | string;
}

/**
 * What a word means: the values of a list are a union, from which those that are negated are taken away; a
 * list of negated values alone is everything but them. A text says why it is not known.
 */
export function meaningOf<T>(word: Word, reckoning: Reckoning<T>, depth = 0): T | string {
  if (depth > MOST_DEPTH) return "a variable that names itself";
  const plain =
    "value" in word ? reckoning.value(word.value, depth + 1) : ofList(word.list, reckoning, depth);
  if (typeof plain === "string" || !word.not) return plain;
  return reckoning.without(reckoning.all, plain);
}

function ofList<T>(list: readonly Word[], reckoning: Reckoning<T>, depth: number): T | string {
  let [wanted, unwanted] = [reckoning.none, reckoning.none];
  for (const word of list) {
    const part = meaningOf({ ...word, not: false }, reckoning, depth + 1);
    if (typeof part === "string") return part;
    if (word.not) unwanted = reckoning.union(unwanted, part);
    else wanted = reckoning.union(wanted, part);
  }
  return reckoning.without(list.every(({ not }) => not) ? reckoning.all : wanted, unwanted);
}
