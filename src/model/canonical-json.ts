/**
 * JSON with object keys sorted by code unit, no white space, `undefined` members dropped: equal
 * values give equal text, whatever order their keys were written in (the idea of RFC 8785; numbers
 * are written as ECMAScript writes them, which is what that RFC asks).
 */
export function canonicalJson(value: unknown): string {
  return textOf(value) ?? "null";
}

/** Writes the text itself: a replacer for JSON.stringify would copy every object first. */
function textOf(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => textOf(item) ?? "null").join(",")}]`;
  let text = "";
  for (const key of Object.keys(value).sort()) {
    const member = textOf((value as Record<string, unknown>)[key]);
    if (member !== undefined) text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${member}`;
  }
  return `{${text}}`;
}
