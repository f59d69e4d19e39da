/**
 * JSON with object keys sorted by code unit, no white space, `undefined` members dropped: equal
 * values give equal text, whatever order their keys were written in (the idea of RFC 8785; numbers
 * are written as ECMAScript writes them, which is what that RFC asks).
 */
export function canonicalJson(value: unknown): string {
  return textOf(value) ?? "null";
}

/** What JSON.stringify would escape in a string: everything else stands for itself. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;

/** Writes the text itself: a replacer for JSON.stringify would copy every object first. */
function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return quoted(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => textOf(item) ?? "null").join(",")}]`;
  const object = value as Readonly<Record<string, unknown>>;
  let text = "";
  for (const key of Object.keys(object).sort()) {
    const member = textOf(object[key]);
    if (member !== undefined) text += text === "" ? `${quoted(key)}:${member}` : `,${quoted(key)}:${member}`;
  }
  return `{${text}}`;
}

function quoted(text: string): string {
  return ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`;
}
