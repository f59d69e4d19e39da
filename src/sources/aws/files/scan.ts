/** Deeper than any answer is, and shallow enough for every reader that recurses. */
export const MAX_DEPTH = 100;

/** One JSON document of a text, by its code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** First line, from 1. */
  readonly line: number;
  /** Objects in arrays, in order: JSON pointer inside the document, and first line. */
  readonly items: readonly (readonly [pointer: string, line: number])[];
  readonly tooDeep: boolean;
}

interface Frame {
  readonly pointer: string;
  readonly array: boolean;
  /** Of the member under way. */
  index: number;
  key: string;
}

/**
 * Finds the JSON documents of a text (one, concatenated, or one a line) and the lines on which their
 * items begin. It follows brackets and strings alone: whether a document is JSON, the parser says.
 */
export function scanDocuments(text: string): Span[] {
  return new Scanner(text).scan();
}

class Scanner {
  private readonly spans: Span[] = [];
  private frames: Frame[] = [];
  private items: [string, number][] = [];
  private line = 1;
  private start = -1;
  private startLine = 1;
  private tooDeep = false;
  private at = 0;

  constructor(private readonly text: string) {}

  scan(): Span[] {
    for (; this.at < this.text.length; this.at++) {
      const code = this.text.charCodeAt(this.at);
      if (code === NEWLINE) this.newline();
      else if (code > SPACE && code !== RECORD_SEPARATOR) this.token(code);
    }
    if (this.start >= 0) this.finish(this.text.length);
    return this.spans;
  }

  private token(code: number): void {
    if (this.start < 0) this.begin();
    const top = this.frames.at(-1);
    if (code === QUOTE) this.string(top);
    else if (code === OPEN_OBJECT || code === OPEN_ARRAY) this.open(code === OPEN_ARRAY, top);
    else if (code === CLOSE_OBJECT || code === CLOSE_ARRAY) this.close();
    else if (code === COMMA && top?.array === true) top.index++;
    else if (code === COMMA && top !== undefined) top.key = "";
  }

  private begin(): void {
    this.start = this.at;
    this.startLine = this.line;
  }

  private newline(): void {
    this.line++;
    // A bare word or number at the top is a document of its line.
    if (this.start >= 0 && this.frames.length === 0) this.finish(this.at);
  }

  private open(array: boolean, top: Frame | undefined): void {
    const pointer = top === undefined ? "" : `${top.pointer}/${top.array ? top.index : escaped(top.key)}`;
    if (top?.array === true && !array) this.items.push([pointer, this.line]);
    if (this.frames.length >= MAX_DEPTH) this.tooDeep = true;
    // Beyond the depth nothing is cited, so that pointers do not grow without bound.
    this.frames.push({ pointer: this.tooDeep ? "" : pointer, array, index: 0, key: "" });
  }

  private close(): void {
    this.frames.pop();
    if (this.frames.length === 0) this.finish(this.at + 1);
  }

  private string(top: Frame | undefined): void {
    const from = this.at + 1;
    let end = from - 1;
    do end = this.text.indexOf('"', end + 1);
    while (end >= 0 && this.isEscaped(end));
    if (end < 0) {
      this.at = this.text.length;
      return;
    }
    this.at = end;
    if (top !== undefined && !top.array && top.key === "") top.key = this.text.slice(from, end);
  }

  private isEscaped(quote: number): boolean {
    let back = quote - 1;
    while (this.text.charCodeAt(back) === BACKSLASH) back--;
    return (quote - back) % 2 === 0;
  }

  private finish(end: number): void {
    const { start, startLine: line, items, tooDeep } = this;
    this.spans.push({ start, end, line, items: tooDeep ? [] : items, tooDeep });
    this.frames = [];
    this.items = [];
    this.start = -1;
    this.tooDeep = false;
  }
}

const NEWLINE = 10;
const SPACE = 32;
const RECORD_SEPARATOR = 30;
const QUOTE = 34;
const COMMA = 44;
const OPEN_ARRAY = 91;
const BACKSLASH = 92;
const CLOSE_ARRAY = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** A member's name in a JSON pointer; names with escapes are read as JSON first. */
function escaped(raw: string): string {
  let name = raw;
  if (raw.includes("\\")) {
    try {
      name = JSON.parse(`"${raw}"`) as string;
    } catch {
      // The parser will refuse the document; until then any name will do.
    }
  }
  return name.replace(/~/g, "~0").replace(/\//g, "~1");
}
