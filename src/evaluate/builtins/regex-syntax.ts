import { type CharacterSet, escapedSet, setOf, unionOf } from "./regex-sets.js";

/** A pattern is not of the syntax: Go refuses it, and the built-in is undefined. */
export class BadPattern extends Error {
  override readonly name = "BadPattern";
}

export type Assertion = "begin" | "end" | "line-begin" | "line-end" | "boundary" | "no-boundary";

/** A pattern as a tree. */
export type Regex =
  | { readonly kind: "set"; readonly set: CharacterSet }
  | { readonly kind: "assert"; readonly what: Assertion }
  | { readonly kind: "all" | "any"; readonly parts: readonly Regex[] }
  | { readonly kind: "group"; readonly part: Regex; readonly index: number }
  | {
      readonly kind: "repeat";
      readonly part: Regex;
      readonly least: number;
      readonly most: number;
      readonly greedy: boolean;
    };

export interface Parsed {
  readonly regex: Regex;
  /** Names of the groups, from 0, which is the whole match; "" where there is none. */
  readonly names: readonly string[];
}

interface Flags {
  readonly i: boolean;
  readonly m: boolean;
  readonly s: boolean;
  readonly U: boolean;
}

const MOST_REPEATS = 1000;
const REPEAT = /([*+?])|\{(\d+)(?:(,)(\d*))?\}/y;
const GROUP = /\((?:\?P?<([A-Za-z0-9_]+)>|\?([imsU]*(?:-[imsU]+)?)(:|\)))?/y;
const everything: CharacterSet = () => true;
const EMPTY: Regex = { kind: "all", parts: [] };

/** Reads RE2's syntax as Go has it (package regexp/syntax, with its Perl flags). Throws BadPattern. */
export function parseRegex(pattern: string): Parsed {
  const parser = new Parser(pattern);
  return { regex: parser.whole(), names: parser.names };
}

class Parser {
  readonly names: string[] = [""];
  private at = 0;
  private flags: Flags = { i: false, m: false, s: false, U: false };

  constructor(private readonly text: string) {}

  whole(): Regex {
    const regex = this.alternatives();
    if (this.at < this.text.length) throw new BadPattern();
    return regex;
  }

  private alternatives(): Regex {
    const parts = [this.sequence()];
    while (this.text[this.at] === "|") {
      this.at++;
      parts.push(this.sequence());
    }
    return parts.length === 1 ? (parts[0] ?? EMPTY) : { kind: "any", parts };
  }

  private sequence(): Regex {
    const parts: Regex[] = [];
    while (this.at < this.text.length && !"|)".includes(this.text[this.at] ?? "")) {
      const quoted = this.take(/\\Q(.*?)(?:\\E|$)/sy);
      if (quoted !== undefined) parts.push(...this.literals(quoted[1] ?? ""));
      else parts.push(...this.atom());
      // A repetition takes what stands right before it, the last letter of a quotation too.
      const last = parts.pop();
      if (last !== undefined) parts.push(this.repeated(last));
    }
    return { kind: "all", parts };
  }

  private literals(text: string): Regex[] {
    return [...text].map((letter) => this.letter(letter.codePointAt(0) ?? 0));
  }

  private letter(code: number): Regex {
    return { kind: "set", set: setOf([[code, code]], this.flags.i) };
  }

  private repeated(part: Regex): Regex {
    const found = this.take(REPEAT);
    if (found === undefined) return part;
    const [, sign, low, comma, high] = found;
    const lazy = this.take(/\?/y) !== undefined;
    // a** is refused, as in Perl. What is no repetition, {x}, is literal text.
    if (this.peeks(REPEAT)) throw new BadPattern();
    const least = sign === undefined ? Number(low) : sign === "+" ? 1 : 0;
    const unbounded = sign === undefined ? comma !== undefined && high === "" : sign !== "?";
    const upper = sign === "?" ? 1 : comma === undefined ? least : Number(high);
    const most = unbounded ? Number.POSITIVE_INFINITY : upper;
    const bounded = most === Number.POSITIVE_INFINITY ? least : most;
    if (bounded > MOST_REPEATS || least > most) throw new BadPattern();
    const out: Regex = { kind: "repeat", part, least, most, greedy: lazy === this.flags.U };
    if (copies(out) > MOST_REPEATS) throw new BadPattern();
    return out;
  }

  private atom(): Regex[] {
    switch (this.text[this.at]) {
      case "(":
        return this.group();
      case "[":
        return [{ kind: "set", set: this.bracket() }];
      case ".":
        this.at++;
        return [{ kind: "set", set: this.flags.s ? everything : unionOf([setOf([[10, 10]], false)], true) }];
      case "^":
        this.at++;
        return [{ kind: "assert", what: this.flags.m ? "line-begin" : "begin" }];
      case "$":
        this.at++;
        return [{ kind: "assert", what: this.flags.m ? "line-end" : "end" }];
      case "\\":
        return [this.escape()];
      default:
        if (this.peeks(/[*+?]/y)) throw new BadPattern();
        return [this.letter(this.character())];
    }
  }

  private group(): Regex[] {
    const [found, name, flags, end] = this.take(GROUP) ?? [];
    if (found === "(" && this.text[this.at] === "?") throw new BadPattern();
    const outer = this.flags;
    if (flags !== undefined) {
      this.flags = changed(outer, flags);
      if (end === ")") return [];
    }
    const index = flags === undefined ? this.names.length : 0;
    if (name !== undefined && this.names.includes(name)) throw new BadPattern();
    if (index > 0) this.names.push(name ?? "");
    const part = this.alternatives();
    if (this.take(/\)/y) === undefined) throw new BadPattern();
    this.flags = outer;
    return [index > 0 ? { kind: "group", part, index } : part];
  }

  private escape(): Regex {
    const [, assertion] = this.take(/\\([AzbB])/y) ?? [];
    if (assertion !== undefined) {
      const what = { A: "begin", z: "end", b: "boundary", B: "no-boundary" } as const;
      return { kind: "assert", what: what[assertion as keyof typeof what] };
    }
    const set = this.namedSet();
    return set === undefined ? this.letter(this.escaped()) : { kind: "set", set };
  }

  /** \d, \pL and the like; undefined where something else stands. */
  private namedSet(): CharacterSet | undefined {
    const [found] = this.take(/\\(?:[dswDSW]|[pP](?:\{\^?[^}]*\}|[^{]))/uy) ?? [];
    if (found === undefined) return undefined;
    const set = escapedSet(found, this.flags.i);
    if (set === undefined) throw new BadPattern();
    return set;
  }

  /** A single character written by an escape. */
  private escaped(): number {
    const [found, hex, short, octal, letter, mark] =
      this.take(
        /\\(?:x\{([0-9A-Fa-f]+)\}|x([0-9A-Fa-f]{2})|(0[0-7]{0,2}|[1-7][0-7]{1,2})|([aftnrv])|([^0-9A-Za-z\u0080-\u{10FFFF}]))/uy,
      ) ?? [];
    if (found === undefined) throw new BadPattern();
    const code = hex ?? short;
    if (code !== undefined && Number.parseInt(code, 16) > 0x10ffff) throw new BadPattern();
    if (code !== undefined) return Number.parseInt(code, 16);
    if (octal !== undefined) return Number.parseInt(octal, 8);
    if (letter !== undefined) return { a: 7, f: 12, t: 9, n: 10, r: 13, v: 11 }[letter] ?? 0;
    return mark?.codePointAt(0) ?? 0;
  }

  private bracket(): CharacterSet {
    const negated = this.take(/\[(\^?)/y)?.[1] === "^";
    const sets: CharacterSet[] = [];
    const ranges: [number, number][] = [];
    for (let first = true; first || this.text[this.at] !== "]"; first = false) {
      if (this.at >= this.text.length) throw new BadPattern();
      const posix = this.take(/\[:\^?[^\]]*?:\]/y);
      const set = posix === undefined ? this.namedSet() : escapedSet(posix[0], this.flags.i);
      if (posix !== undefined && set === undefined) throw new BadPattern();
      if (set !== undefined) sets.push(set);
      else ranges.push(this.range());
    }
    this.at++;
    return unionOf([...sets, setOf(ranges, this.flags.i)], negated);
  }

  private range(): [number, number] {
    const low = this.member();
    // [a-] is an a or a hyphen.
    if (this.take(/-(?!\])/y) === undefined || this.at >= this.text.length) return [low, low];
    const high = this.member();
    if (high < low) throw new BadPattern();
    return [low, high];
  }

  private member(): number {
    return this.text[this.at] === "\\" ? this.escaped() : this.character();
  }

  private character(): number {
    const code = this.text.codePointAt(this.at) ?? 0;
    this.at += code > 0xffff ? 2 : 1;
    return code;
  }

  private take(shape: RegExp): RegExpExecArray | undefined {
    shape.lastIndex = this.at;
    const found = shape.exec(this.text);
    if (found !== null) this.at += found[0].length;
    return found ?? undefined;
  }

  private peeks(shape: RegExp): boolean {
    shape.lastIndex = this.at;
    return shape.test(this.text);
  }
}

function changed(flags: Flags, text: string): Flags {
  const [on = "", off = ""] = text.split("-");
  const set = (letters: string, value: boolean) =>
    Object.fromEntries([...letters].map((letter) => [letter, value]));
  return { ...flags, ...set(on, true), ...set(off, false) };
}

/** How often the innermost part would be written out: Go allows a thousand. */
function copies(regex: Regex): number {
  switch (regex.kind) {
    case "repeat": {
      const times = regex.most === Number.POSITIVE_INFINITY ? regex.least : regex.most;
      return Math.max(times, 1) * copies(regex.part);
    }
    case "group":
      return copies(regex.part);
    case "all":
    case "any":
      return Math.max(1, ...regex.parts.map(copies));
    default:
      return 1;
  }
}
