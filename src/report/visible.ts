// Characters that would change how neighbouring text is shown or read without being seen themselves:
// control characters (C0, C1, DEL), bidirectional controls (Unicode UAX #9), zero-width and tag
// characters, line and paragraph separators, lone surrogates.
const UNSEEN =
  /[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

const LINE_WHITE = /[\t\n\r]+/g;

/** Collected text on one line, with every unseen character written out (`\u202e`), so that none can act. */
export function visible(text: string): string {
  return text.replace(LINE_WHITE, " ").replace(UNSEEN, written);
}

function written(char: string): string {
  const hex = (char.codePointAt(0) ?? 0).toString(16);
  return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, "0")}`;
}

/** At most `limit` UTF-16 units of a text, and how many were left out. Never splits a surrogate pair. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = /[\ud800-\udbff]/.test(text.charAt(limit - 1)) ? limit - 1 : limit;
  return `${text.slice(0, end)}… (${text.length - end} more characters)`;
}

/** Every string of a value, members' names included, made visible by `show`; told whose member it is. */
export function visibleDeep<T>(value: T, show: (text: string, member: string) => string = visible): T {
  return walk(value, "", show) as T;
}

function walk(value: unknown, member: string, show: (text: string, member: string) => string): unknown {
  if (typeof value === "string") return show(value, member);
  if (Array.isArray(value)) return value.map((each) => walk(each, member, show));
  if (typeof value !== "object" || value === null) return value;
  // Object.fromEntries defines members, so a collected `__proto__` stays a plain member.
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [visible(name), walk(each, name, show)]),
  );
}
