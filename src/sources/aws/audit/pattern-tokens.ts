/** A part of a JSON pattern. `text`: a value as it is meant, without its quotes. */
export type Token =
  | { readonly type: "mark"; readonly text: "(" | ")" | "&&" | "||" }
  | { readonly type: "operator"; readonly text: string }
  | { readonly type: "field"; readonly text: string }
  | { readonly type: "quoted" | "bare" | "regex"; readonly text: string };

/** Each matches at one place alone, and none can match in two ways: time grows with the text. */
const SPACE = /\s+/y;
const MARK = /&&|\|\||[()]/y;
const OPERATOR = /!=|<=|>=|[=<>]/y;
const FIELD = /\$(?:\.[^\s=!<>&|(){}[\].]+|\[[^\]\s]{1,200}\])+/y;
const QUOTED = /"(?:[^"\\]|\\.)*"/sy;
const REGEX = /%[^%]+%/y;
const BARE = /[^\s"%()&|{}=!<>]+/y;

/** The parts of what stands between the braces of a JSON pattern; null where one of them is unknown. */
export function tokensOf(text: string): Token[] | null {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const found = next(text, at);
    if (found === null) return null;
    if (found.token !== null) tokens.push(found.token);
    at = found.end;
  }
  return tokens;
}

function next(text: string, at: number): { token: Token | null; end: number } | null {
  const space = taken(SPACE, text, at);
  if (space !== null) return { token: null, end: at + space.length };
  for (const [type, pattern] of KINDS) {
    const found = taken(pattern, text, at);
    if (found !== null) return { token: { type, text: meant(type, found) } as Token, end: at + found.length };
  }
  return null;
}

const KINDS: readonly (readonly [Token["type"], RegExp])[] = [
  ["mark", MARK],
  ["operator", OPERATOR],
  ["field", FIELD],
  ["quoted", QUOTED],
  ["regex", REGEX],
  ["bare", BARE],
];

function taken(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function meant(type: Token["type"], text: string): string {
  if (type === "field") return text.replace(/^\$\.?/, "");
  if (type === "regex") return text.slice(1, -1);
  return type === "quoted" ? text.slice(1, -1).replace(/\\(.)/gs, "$1") : text;
}
