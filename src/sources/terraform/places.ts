const QUOTE = 34;
const BACKSLASH = 92;
const NEWLINE = 10;
const OPEN = new Set([91, 123]);
const CLOSE = new Set([93, 125]);

/** How deep the brackets of a JSON text nest; one pass without recursion. */
export function deepest(text: string): number {
  let most = 0;
  scan(text, (level) => {
    if (level > most) most = level;
  });
  return most;
}

/**
 * The line, from 1, on which each item of the top-level array `key` begins, in order. The text must be
 * valid JSON.
 */
export function itemLines(text: string, key: string): number[] {
  const lines: number[] = [];
  const name = `"${key}"`;
  let inside = false;
  scan(text, (level, { line, before }) => {
    if (level === 2) inside = before() === name;
    else if (level === 3 && inside) lines.push(line);
  });
  return lines;
}

interface Opening {
  readonly line: number;
  /** The last string before the bracket: the member's name where a value opens. */
  before(): string;
}

/** Calls back at every opening bracket with the level that it opens. */
function scan(text: string, opened: (level: number, at: Opening) => void): void {
  let level = 0;
  let line = 1;
  let [from, to] = [0, 0];
  const before = () => text.slice(from, to);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) {
      from = index;
      index = endOfString(text, index);
      to = index + 1;
    } else if (code === NEWLINE) line++;
    else if (OPEN.has(code)) opened(++level, { line, before });
    else if (CLOSE.has(code)) level--;
  }
}

function endOfString(text: string, start: number): number {
  let index = start + 1;
  while (index < text.length && text.charCodeAt(index) !== QUOTE) {
    index += text.charCodeAt(index) === BACKSLASH ? 2 : 1;
  }
  return index;
}
