import { type Token, tokensOf } from "./pattern-tokens.js";

/** What one member of an event is asked. */
export interface Test {
  readonly field: string;
  readonly operator: string;
  readonly value: string | null;
}
/** A JSON pattern as a tree. */
export type Expression = Test | { readonly and: Expression[] } | { readonly or: Expression[] };

/** Deeper than anybody nests parentheses. */
const DEEPEST = 40;
/** Longer lists of cases help nobody. */
const MOST_CASES = 500;

/**
 * Reads what stands between the braces of a JSON pattern: tests joined by `&&`, which binds closer, and `||`.
 * Null where it is not understood.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export function expressionOf(text: string): Expression | null {
  const tokens = tokensOf(text);
  if (tokens === null) return null;
  const reader = new Reader(tokens);
  const read = reader.any(0);
  return read !== null && reader.done ? read : null;
}

class Reader {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  get done(): boolean {
    return this.at === this.tokens.length;
  }

  any(depth: number): Expression | null {
    const parts = this.joined("||", () => this.joined("&&", () => this.part(depth), every));
    return parts;
  }

  private joined(
    mark: string,
    read: () => Expression | null,
    join: (parts: Expression[]) => Expression = either,
  ): Expression | null {
    const parts: Expression[] = [];
    do {
      const part = read();
      if (part === null) return null;
      parts.push(part);
    } while (this.took(mark));
    const [only] = parts;
    return only !== undefined && parts.length === 1 ? only : join(parts);
  }

  private part(depth: number): Expression | null {
    if (!this.took("(")) return this.test();
    if (depth >= DEEPEST) return null;
    const inner = this.any(depth + 1);
    return inner !== null && this.took(")") ? inner : null;
  }

  private test(): Test | null {
    const field = this.next();
    if (field?.type !== "field") return null;
    const operator = this.next();
    const value = this.next();
    if (operator === undefined) return null;
    if (operator.type === "bare") return this.asked(field.text, operator.text, value);
    if (operator.type !== "operator" || value === undefined) return null;
    const equality = operator.text === "=" || operator.text === "!=";
    if (value.type === "regex") {
      if (!equality) return null;
      return {
        field: field.text,
        operator: operator.text === "=" ? "matches" : "not-matches",
        value: value.text,
      };
    }
    if (value.type !== "quoted" && value.type !== "bare") return null;
    // Quantities are numbers: what is no number was refused when the filter was made.
    if (!equality && !/^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(value.text)) return null;
    return { field: field.text, operator: operator.text, value: value.text };
  }

  /** `IS NULL`, `IS TRUE`, `IS FALSE`, `NOT EXISTS`, `EXISTS`. */
  private asked(field: string, word: string, next: Token | undefined): Test | null {
    const [first, second] = [word.toUpperCase(), next?.type === "bare" ? next.text.toUpperCase() : ""];
    if (first === "IS" && ["NULL", "TRUE", "FALSE"].includes(second))
      return { field, operator: "is", value: second.toLowerCase() };
    if (first === "NOT" && second === "EXISTS") return { field, operator: "not-exists", value: null };
    if (first !== "EXISTS") return null;
    if (next !== undefined) this.at--;
    return { field, operator: "exists", value: null };
  }

  private next(): Token | undefined {
    const token = this.tokens[this.at];
    if (token !== undefined) this.at++;
    return token;
  }

  private took(mark: string): boolean {
    const token = this.tokens[this.at];
    if (token?.type !== "mark" || token.text !== mark) return false;
    this.at++;
    return true;
  }
}

function every(parts: Expression[]): Expression {
  return { and: parts };
}

function either(parts: Expression[]): Expression {
  return { or: parts };
}

/** The same as a list of cases, each a list of tests that must all hold; null where there are too many. */
export function casesOf(expression: Expression): Test[][] | null {
  if ("or" in expression) {
    const cases: Test[][] = [];
    for (const part of expression.or) {
      const of = casesOf(part);
      if (of === null || cases.length + of.length > MOST_CASES) return null;
      cases.push(...of);
    }
    return cases;
  }
  if (!("and" in expression)) return [[expression]];
  let cases: Test[][] = [[]];
  for (const part of expression.and) {
    const of = casesOf(part);
    if (of === null || cases.length * of.length > MOST_CASES) return null;
    cases = cases.flatMap((one) => of.map((other) => [...one, ...other]));
  }
  return cases;
}
