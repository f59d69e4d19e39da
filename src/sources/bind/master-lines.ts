/** One field of a master file. */
export interface Field {
  readonly text: string;
  readonly quoted: boolean;
}

/** One entry, its parentheses taken off. `blank`: it begins with white space, so its owner is the last one's. */
export interface Entry {
  readonly fields: readonly Field[];
  readonly blank: boolean;
  readonly line: number;
}

const FIELD = /[ \t\r]+|;[^\n]*|\n|"((?:[^"\\]|\\[\s\S])*)"|([()])|((?:[^\s;"()\\]|\\[\s\S])+)/y;

/** Fields of one entry; the longest keys and texts are a few hundred. */
const MOST_FIELDS = 4096;

/**
 * The entries of a master file, RFC 1035 section 5.1.
 * @returns ends with the line that cannot be read, where one cannot
 */
export function* entriesOf(text: string): Generator<Entry | { readonly broken: number }> {
  let [line, start, depth] = [1, 1, 0];
  let fields: Field[] = [];
  let blank = false;
  let fresh = true;
  FIELD.lastIndex = 0;
  let at = 0;
  while (at < text.length) {
    FIELD.lastIndex = at;
    const match = FIELD.exec(text);
    if (match === null) {
      yield { broken: line };
      return;
    }
    at = FIELD.lastIndex;
    const [whole, quoted, bracket, word] = match;
    if (whole === "\n" && depth === 0) {
      if (fields.length > 0) yield { fields, blank, line: start };
      [fields, fresh] = [[], true];
    } else if (bracket !== undefined) depth += bracket === "(" ? 1 : -1;
    else if (quoted !== undefined) fields.push({ text: quoted, quoted: true });
    else if (word !== undefined) fields.push({ text: word, quoted: false });
    if (depth < 0 || fields.length > MOST_FIELDS) {
      yield { broken: line };
      return;
    }
    if (fresh && whole !== "\n") [blank, fresh, start] = [/^[ \t]/.test(whole), false, line];
    line += count(whole);
  }
  if (depth > 0) yield { broken: start };
  else if (fields.length > 0) yield { fields, blank, line: start };
}

function count(text: string): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}
