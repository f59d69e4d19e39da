/** One step of a pattern: a certain character, any one, or any number of any. */
export type Token =
  | { readonly kind: "char"; readonly char: string }
  | { readonly kind: "one"; readonly except?: string }
  | { readonly kind: "star"; readonly except?: string };

/** A pattern over characters, with the text that tells it apart from others. */
export interface Pattern {
  readonly key: string;
  readonly tokens: readonly Token[];
  /** Letters stand for both of their cases. */
  readonly folds: boolean;
}

const STAR: Token = { kind: "star" };
const ONE: Token = { kind: "one" };

/** Every character as it is. */
export function literal(text: string, folds = false): Pattern {
  return patternOf([...text].map(charOf), folds);
}

/**
 * `*` is any number of characters and `?` is one, wherever they stand; a wildcard that was written as a variable
 * (`${*}`) is the character itself: pass it as `escaped`, by its index in characters.
 */
export function glob(text: string, { folds = false, escaped }: GlobOptions = {}): Pattern {
  const tokens = [...text].map((char, index): Token => {
    if (escaped?.has(index) === true) return charOf(char);
    return char === "*" ? STAR : char === "?" ? ONE : charOf(char);
  });
  return patternOf(tokens, folds);
}

interface GlobOptions {
  readonly folds?: boolean;
  readonly escaped?: ReadonlySet<number> | undefined;
}

/**
 * An ARN in a condition: wildcards stay inside their part, of which the last one may hold colons.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export function arnGlob(text: string, escaped?: ReadonlySet<number>): Pattern {
  let parts = 0;
  const tokens = [...text].map((char, index): Token => {
    if (char === ":") parts++;
    if (escaped?.has(index) === true) return charOf(char);
    if (char !== "*" && char !== "?") return charOf(char);
    const kind = char === "*" ? "star" : "one";
    return parts < 5 ? { kind, except: ":" } : { kind };
  });
  return patternOf(tokens, false);
}

/** What begins with one text and goes on in any way. */
export function startOf(text: string): Pattern {
  return patternOf([...[...text].map(charOf), STAR], false);
}

function charOf(char: string): Token {
  return { kind: "char", char };
}

export function patternOf(tokens: readonly Token[], folds: boolean): Pattern {
  // Neighbouring stars are one: without this a hostile pattern of thousands of them costs as many states.
  const shorter = tokens.filter((token, index) => {
    const before = tokens[index - 1];
    return token.kind !== "star" || before?.kind !== "star" || before.except !== token.except;
  });
  const key = shorter.map(keyOf).join("");
  return { key: `${folds ? "i" : "s"}${key}`, tokens: shorter, folds };
}

function keyOf(token: Token): string {
  if (token.kind === "char") return `=${token.char}`;
  return `${token.kind === "star" ? "*" : "?"}${token.except ?? ""}`;
}
