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
