/** Line and column, both from 1, of one item of a listing. */
export interface ItemPlace {
  readonly line: number;
  readonly column: number;
}

const QUOTE = 34;
const BACKSLASH = 92;
const NEWLINE = 10;
const OPEN = new Set([91, 123]);
const CLOSE = new Set([93, 125]);

/**
 * Where each object or array at nesting depth `depth` begins, in the order of the text, and how deep the
 * text nests. One pass without recursion, so that a hostile nesting cannot exhaust the stack. The items of
 * `{"nftables": [ … ]}` lie at depth 2.
 */
export function itemPlaces(text: string, depth: number): { places: ItemPlace[]; deepest: number } {
  const places: ItemPlace[] = [];
  let level = 0;
  let deepest = 0;
  let line = 1;
  let lineStart = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) index = endOfString(text, index);
    else if (code === NEWLINE) {
      line++;
      lineStart = index + 1;
    } else if (OPEN.has(code)) {
      if (level === depth) places.push({ line, column: index - lineStart + 1 });
      level++;
      if (level > deepest) deepest = level;
    } else if (CLOSE.has(code)) level--;
  }
  return { places, deepest };
}

function endOfString(text: string, start: number): number {
  let index = start + 1;
  while (index < text.length && text.charCodeAt(index) !== QUOTE) {
    index += text.charCodeAt(index) === BACKSLASH ? 2 : 1;
  }
  return index;
}
