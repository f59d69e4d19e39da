/** A word, a text in quotes, or one of `{`, `}` and `;`, with the line that it stands on. */
export interface ConfigToken {
  readonly text: string;
  readonly quoted: boolean;
  readonly line: number;
}

const TOKEN =
  /\s+|\/\/[^\n]*|#[^\n]*|\/\*[\s\S]*?\*\/|"((?:[^"\\\n]|\\[^\n])*)"|([{};!])|([^\s{};"!#/]+|\/)/y;

/**
 * The words of a named.conf. Comments are those of C, C++ and the shell.
 * https://bind9.readthedocs.io/en/v9.18.32/reference.html#comment-syntax
 * @returns the line that cannot be read where one cannot
 */
export function configTokens(text: string): ConfigToken[] | { readonly line: number } {
  const found: ConfigToken[] = [];
  let line = 1;
  let joined = false;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    // Looked for once: a comment without end would be looked for again at each of its words.
    if (text.startsWith("/*", TOKEN.lastIndex) && text.indexOf("*/", TOKEN.lastIndex + 2) < 0)
      return { line };
    const match = TOKEN.exec(text);
    if (match === null) return { line };
    const [whole, quoted, mark, word] = match;
    if (quoted !== undefined) found.push({ text: unescaped(quoted), quoted: true, line });
    else if (mark !== undefined) found.push({ text: mark, quoted: false, line });
    else if (word !== undefined) {
      const last = found.at(-1);
      // A slash ends a word only before a comment: 10.0.0.0/8 is one.
      if (joined && last !== undefined) found[found.length - 1] = { ...last, text: `${last.text}${word}` };
      else found.push({ text: word, quoted: false, line });
    }
    joined = word !== undefined;
    for (const char of whole) if (char === "\n") line++;
  }
  return found;
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, "$1");
}
