import { type Language, OTHER, type Position } from "./language.js";

/**
 * The words that stand between a beginning and a delimiter in the texts of a language: of `repo:` and `/` the owners
 * of repositories. Null where there is no end of them (a wildcard stands there) or there are more than `most`.
 */
export function wordsBetween(
  language: Language,
  { beginning, until, most }: { beginning: string; until: string; most: number },
): string[] | null {
  const inner = new Words(language, until, most);
  return inner.from(language.read(language.start, beginning));
}

class Words {
  private readonly live = new Map<string, boolean>();
  private readonly found = new Set<string>();
  private readonly alphabet: readonly string[];

  constructor(
    private readonly language: Language,
    private readonly until: string,
    private readonly most: number,
  ) {
    this.alphabet = language.alphabet().filter((char) => !until.includes(char));
  }

  from(start: Position): string[] | null {
    return this.walk(start, "", new Set()) ? [...this.found].sort() : null;
  }

  /** Whether the words from here are finitely many. A place that is passed twice gives words without end. */
  private walk(position: Position, word: string, path: Set<string>): boolean {
    const key = position.join(" ");
    if (!this.leads(position)) return true;
    if (path.has(key)) return false;
    if (this.ends(position)) this.found.add(word);
    if (this.found.size > this.most) return false;
    path.add(key);
    const finite = this.alphabet.every((char) => {
      const next = this.language.step(position, char);
      if (char === OTHER) return !this.leads(next);
      // Where case does not matter one spelling stands for all.
      const lower = char.toLowerCase();
      if (lower !== char && same(this.language.step(position, lower), next)) return true;
      return this.walk(next, word + char, path);
    });
    path.delete(key);
    return finite;
  }

  /** Whether a word may end here: its delimiter and some rest, or nothing, follow. */
  private ends(position: Position): boolean {
    if (this.language.accepts(position)) return true;
    return [...this.until].some((char) => this.leads(this.language.step(position, char)));
  }

  /** Whether any text of the language goes on from here. */
  private leads(position: Position): boolean {
    const key = position.join(" ");
    const known = this.live.get(key);
    if (known !== undefined) return known;
    const alive = this.language.leads(position);
    this.live.set(key, alive);
    return alive;
  }
}

function same(a: Position, b: Position): boolean {
  return a.every((place, index) => place === b[index]);
}
