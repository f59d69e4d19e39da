/** Words that Rego keeps for itself: a policy's folders name its package, so they may not be one of these. */
export const RESERVED_WORDS: readonly string[] = [
  "as",
  "contains",
  "default",
  "else",
  "every",
  "false",
  "if",
  "import",
  "in",
  "not",
  "null",
  "package",
  "some",
  "true",
  "with",
];
