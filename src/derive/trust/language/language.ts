import { Automaton } from "./automaton.js";
import type { Pattern } from "./pattern.js";

type Expression =
  | { readonly kind: "leaf"; readonly leaf: number }
  | { readonly kind: "all" }
  | { readonly kind: "not"; readonly of: Expression }
  | { readonly kind: "and" | "or"; readonly of: readonly Expression[] };

/** Stands for every character that no pattern of a language names. */
export const OTHER = "\u{10fffe}";

/** Patterns can be written whose exact set of texts takes exponentially many states. */
export class TooManyStates extends Error {}

const MOST_STATES = 20_000;

/** What a language is while it is read: where each of its patterns stands. */
export type Position = readonly number[];

/**
 * A set of texts, exactly: those that some patterns match, their unions, intersections and complements. Immutable.
 * Questions throw {@link TooManyStates} where the answer takes more than 20 000 states.
 */
export class Language {
  static readonly ALL = new Language([], { kind: "all" });
  static readonly NONE = Language.ALL.complement();

  private chars: readonly string[] | undefined;

  private constructor(
    private readonly leaves: readonly Automaton[],
    private readonly expression: Expression,
  ) {}

  static of(pattern: Pattern): Language {
    return new Language([new Automaton(pattern)], { kind: "leaf", leaf: 0 });
  }

  static union(languages: readonly Language[]): Language {
    return languages.length === 0 ? Language.NONE : Language.joined("or", languages);
  }

  static intersection(languages: readonly Language[]): Language {
    return languages.length === 0 ? Language.ALL : Language.joined("and", languages);
  }

  complement(): Language {
    if (this.expression.kind === "not") return new Language(this.leaves, this.expression.of);
    return new Language(this.leaves, { kind: "not", of: this.expression });
  }

  and(other: Language): Language {
    return Language.intersection([this, other]);
  }

  has(text: string): boolean {
    return this.accepts(this.read(this.start, text));
  }

  isEmpty(): boolean {
    // A pattern matches something, and most languages are patterns and unions of them.
    if (isPattern(this.expression)) return false;
    return this.example() === null;
  }

  isAll(): boolean {
    if (!this.accepts(this.start)) return false;
    return this.complement().isEmpty();
  }

  isWithin(other: Language): boolean {
    return this.and(other.complement()).isEmpty();
  }

  /** The shortest text that is in it, the first by character; null where there is none. {@link OTHER} is any other character. */
  example(): string | null {
    for (const { position, text } of this.reachable()) if (this.accepts(position)) return text;
    return null;
  }

  get start(): Position {
    return this.leaves.map(({ start }) => start);
  }

  step(position: Position, char: string): Position {
    return this.leaves.map((leaf, index) => leaf.step(position[index] ?? leaf.start, char));
  }

  read(position: Position, text: string): Position {
    let at = position;
    for (const char of text) at = this.step(at, char);
    return at;
  }

  accepts(position: Position): boolean {
    return this.holds(this.expression, position);
  }

  /** The characters that it tells apart, sorted, and {@link OTHER} for the rest. */
  alphabet(): readonly string[] {
    this.chars ??= [...new Set(this.leaves.flatMap((leaf) => leaf.characters()))].sort().concat(OTHER);
    return this.chars;
  }

  /** Whether some text leads from here into it. */
  leads(position: Position): boolean {
    // Where a pattern is still under way, what is left of it matches something.
    if (isUnion(this.expression))
      return this.leaves.some((leaf, index) => leaf.isUnderWay(position[index] ?? leaf.start));
    for (const { position: later } of this.reachable(position)) if (this.accepts(later)) return true;
    return false;
  }

  /** Every position that can be reached from one, nearest first, with a shortest text that leads there. */
  *reachable(from: Position = this.start): Generator<{ position: Position; text: string }> {
    const alphabet = this.alphabet();
    const seen = new Set([from.join(" ")]);
    const waiting = [{ position: from, text: "" }];
    for (let next = 0; next < waiting.length; next++) {
      const here = waiting[next];
      if (here === undefined) return;
      yield here;
      for (const char of alphabet) {
        const position = this.step(here.position, char);
        const key = position.join(" ");
        if (seen.has(key)) continue;
        if (seen.size >= MOST_STATES) throw new TooManyStates();
        seen.add(key);
        waiting.push({ position, text: here.text + char });
      }
    }
  }

  private holds(expression: Expression, position: Position): boolean {
    switch (expression.kind) {
      case "all":
        return true;
      case "leaf":
        return this.leaves[expression.leaf]?.accepts(position[expression.leaf] ?? -1) === true;
      case "not":
        return !this.holds(expression.of, position);
      case "and":
        return expression.of.every((each) => this.holds(each, position));
      case "or":
        return expression.of.some((each) => this.holds(each, position));
    }
  }

  private static joined(kind: "and" | "or", languages: readonly Language[]): Language {
    const [only] = languages;
    if (only !== undefined && languages.length === 1) return only;
    const leaves: Automaton[] = [];
    const places = new Map<string, number>();
    const place = (leaf: Automaton): number => {
      const known = places.get(leaf.pattern.key);
      if (known !== undefined) return known;
      places.set(leaf.pattern.key, leaves.length);
      return leaves.push(leaf) - 1;
    };
    const of = languages.map(({ expression, leaves: own }) => moved(expression, own.map(place)));
    return new Language(leaves, { kind, of });
  }
}

function isPattern(expression: Expression): boolean {
  if (expression.kind === "or") return expression.of.some(isPattern);
  return expression.kind === "leaf" || expression.kind === "all";
}

function isUnion(expression: Expression): boolean {
  return expression.kind === "or" ? expression.of.every(isUnion) : expression.kind === "leaf";
}

/** The expression over leaves that stand elsewhere. */
function moved(expression: Expression, places: readonly number[]): Expression {
  switch (expression.kind) {
    case "all":
      return expression;
    case "leaf":
      return { kind: "leaf", leaf: places[expression.leaf] ?? expression.leaf };
    case "not":
      return { kind: "not", of: moved(expression.of, places) };
    default:
      return { kind: expression.kind, of: expression.of.map((each) => moved(each, places)) };
  }
}
