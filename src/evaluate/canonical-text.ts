// What JSON must escape, and halves of surrogate pairs, which no UTF-8 can carry.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const NEEDS_CARE = /["\\\u0000-\u001f\ud800-\udfff]/;

/** A JSON string literal. A lone half of a surrogate pair becomes U+FFFD: the engine refuses it. */
export function quoted(text: string): string {
  return NEEDS_CARE.test(text) ? JSON.stringify(wellFormed(text)) : `"${text}"`;
}

/** Replaces lone surrogates by U+FFFD. */
export function wellFormed(text: string): string {
  return text.isWellFormed() ? text : text.toWellFormed();
}

/**
 * The same text as `canonicalJson` of model, in one pass without copies of the value. Documents are
 * written by the million, and equal ones must be equal text.
 */
export function canonicalText(value: unknown): string {
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "null";
  if (typeof value === "boolean") return value ? "true" : "false";
  if (typeof value !== "object" || value === null) return "null";
  return Array.isArray(value) ? arrayText(value) : objectText(value as Record<string, unknown>);
}

function arrayText(items: readonly unknown[]): string {
  let text = "[";
  for (let index = 0; index < items.length; index++) {
    text += index === 0 ? canonicalText(items[index]) : `,${canonicalText(items[index])}`;
  }
  return `${text}]`;
}

function objectText(value: Record<string, unknown>): string {
  let text = "";
  for (const key of sortedKeys(value)) {
    const member = value[key];
    if (member === undefined) continue;
    text += text === "" ? `${quoted(key)}:` : `,${quoted(key)}:`;
    text += canonicalText(member);
  }
  return `{${text}}`;
}

/** Own keys in order of code units; the usual object of few keys that is in order already is not sorted. */
export function sortedKeys(value: object): readonly string[] {
  const keys = Object.keys(value);
  for (let index = 1; index < keys.length; index++) {
    if ((keys[index - 1] ?? "") > (keys[index] ?? "")) return keys.sort();
  }
  return keys;
}
