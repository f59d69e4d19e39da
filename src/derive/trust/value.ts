/** A value of a policy with its variables replaced. */
export interface Value {
  readonly text: string;
  /** Characters, by index, that are no wildcards although they look like one. */
  readonly escaped: ReadonlySet<number>;
  /** A variable stands for something that is not known: a `*` stands in its place. */
  readonly open: boolean;
}

/** Gives the one value of a variable; undefined: not known; null: there is none. */
export type VariableOf = (key: string) => string | null | undefined;

const VARIABLE = /\$\{([^{}]*)\}/g;
const SPECIAL = new Set(["*", "?", "$"]);

/**
 * Replaces policy variables. Null where one has no value and no default: such a value matches nothing.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function replaced(raw: string, variableOf: VariableOf | null): Value | null {
  if (variableOf === null || !raw.includes("${")) return { text: raw, escaped: new Set(), open: false };
  const out = new Writer();
  let from = 0;
  for (const match of raw.matchAll(VARIABLE)) {
    out.pattern(raw.slice(from, match.index));
    from = match.index + match[0].length;
    const inside = match[1] ?? "";
    if (SPECIAL.has(inside)) out.plain(inside);
    else if (!out.variable(resolved(inside, variableOf))) return null;
  }
  out.pattern(raw.slice(from));
  return out.value();
}

function resolved(inside: string, variableOf: VariableOf): string | null | undefined {
  const [, key = inside, fallback] = /^([^,]*?)\s*,\s*'(.*)'\s*$/.exec(inside) ?? [];
  const value = variableOf(key.trim().toLowerCase());
  return value === null ? (fallback ?? null) : value;
}

class Writer {
  private readonly characters: string[] = [];
  private readonly escaped = new Set<number>();
  private open = false;

  pattern(text: string): void {
    this.characters.push(...text);
  }

  /** Text in which nothing is a wildcard. */
  plain(text: string): void {
    for (const char of text) {
      if (char === "*" || char === "?") this.escaped.add(this.characters.length);
      this.characters.push(char);
    }
  }

  variable(value: string | null | undefined): boolean {
    if (value === null) return false;
    if (value === undefined) {
      this.open = true;
      this.characters.push("*");
    } else this.plain(value);
    return true;
  }

  value(): Value {
    return { text: this.characters.join(""), escaped: this.escaped, open: this.open };
  }
}
