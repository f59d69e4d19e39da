import { DAYS, MONTHS, type Piece } from "./layout.js";

/** What a text said of a time, as far as it did. */
export interface Read {
  year: number;
  month: number;
  day: number;
  yearDay: number;
  hour: number;
  minute: number;
  second: number;
  nanoseconds: number;
  half: "" | "am" | "pm";
  /** Seconds ahead of UTC; undefined where the text names none. */
  offset: number | undefined;
  /** The text says UTC, which counts more than any offset. */
  utc: boolean;
}

type Part = Exclude<keyof Read, "half" | "offset" | "utc">;

/** The text is not of this layout, or names no time there is. */
export class NotATime extends Error {
  override readonly name = "NotATime";
}

export interface Context {
  readonly rest: string;
  readonly next: Piece | undefined;
}

type Reader = (out: Read, context: Context) => string;

/** A number of this shape into a part of the time; both digits must be there where the layout writes two. */
const number =
  (part: Part, shape: RegExp, [least, most]: readonly [number, number]): Reader =>
  (out, { rest }) => {
    const [text, digits = ""] = shape.exec(rest) ?? [];
    const value = Number(digits);
    if (text === undefined || value < least || value > most) throw new NotATime();
    out[part] = value;
    return rest.slice(text.length);
  };

const ONE_OR_TWO = /^(\d\d?)/;
const TWO = /^(\d\d)/;
const ANY = [0, 999] as const;

/** Names are read in any case. What day of the week it is said to be is not checked. */
const named =
  (names: readonly string[], part?: Part): Reader =>
  (out, { rest }) => {
    const index = names.findIndex((name) => rest.slice(0, name.length).toLowerCase() === name.toLowerCase());
    if (index < 0) throw new NotATime();
    if (part !== undefined) out[part] = index + 1;
    return rest.slice(names[index]?.length);
  };

const short = (names: readonly string[]) => names.map((name) => name.slice(0, 3));

/** Go: from 69 on it is the last century, for Unix time began in 1969 in some places. */
function shortYear(out: Read, context: Context): string {
  const rest = number("year", TWO, ANY)(out, context);
  out.year += out.year >= 69 ? 1900 : 2000;
  return rest;
}

const second =
  (shape: RegExp): Reader =>
  (out, context) => {
    const rest = number("second", shape, [0, 59])(out, context);
    // A fraction may follow even where the layout has none.
    const isNext = context.next !== undefined && /^[.,][09]/.test(context.next.std);
    return isNext ? rest : fraction(out, rest, /^[.,](\d+)/);
  };

function fraction(out: Read, rest: string, shape: RegExp): string {
  const [text, digits = ""] = shape.exec(rest) ?? [];
  if (text === undefined) return rest;
  out.nanoseconds = Number(digits.slice(0, 9).padEnd(9, "0"));
  return rest.slice(text.length);
}

const half =
  (pm: string, am: string): Reader =>
  (out, { rest }) => {
    const said = rest.slice(0, 2);
    if (said !== pm && said !== am) throw new NotATime();
    out.half = said === pm ? "pm" : "am";
    return rest.slice(2);
  };

const READERS: Readonly<Record<string, Reader>> = {
  January: named(MONTHS, "month"),
  Jan: named(short(MONTHS), "month"),
  Monday: named(DAYS),
  Mon: named(short(DAYS)),
  "01": number("month", TWO, [1, 12]),
  "1": number("month", ONE_OR_TWO, [1, 12]),
  "02": number("day", TWO, ANY),
  _2: number("day", /^ ?(\d\d?)/, ANY),
  "2": number("day", ONE_OR_TWO, ANY),
  "002": number("yearDay", /^(\d{3})/, ANY),
  __2: number("yearDay", /^ {0,2}(\d{1,3})/, ANY),
  "03": number("hour", TWO, [0, 12]),
  "3": number("hour", ONE_OR_TWO, [0, 12]),
  "15": number("hour", ONE_OR_TWO, [0, 23]),
  "04": number("minute", TWO, [0, 59]),
  "4": number("minute", ONE_OR_TWO, [0, 59]),
  "05": second(TWO),
  "5": second(ONE_OR_TWO),
  "06": shortYear,
  "2006": number("year", /^(\d{4})/, [0, 9999]),
  PM: half("PM", "AM"),
  pm: half("pm", "am"),
  MST: zoneName,
};

/** Reads one element of the layout from the front of the text, and gives what is left of it. */
export function element(out: Read, piece: Piece, context: Context): string {
  const reader = READERS[piece.std];
  if (reader !== undefined) return reader(out, context);
  if (/^[-Z]/.test(piece.std)) return offset(out, piece.std, context.rest);
  // A fraction of zeros has just so many digits, one of nines any number or none.
  const digits = piece.std.length - 1;
  const exact = new RegExp(`^[.,](\\d{${digits}})`);
  if (!piece.std.includes("0")) return fraction(out, context.rest, /^[.,](\d+)/);
  if (!exact.test(context.rest)) throw new NotATime();
  return fraction(out, context.rest, exact);
}

function offset(out: Read, std: string, rest: string): string {
  if (std[0] === "Z" && rest[0] === "Z") {
    out.utc = true;
    return rest.slice(1);
  }
  const colon = std.includes(":") ? ":" : "";
  const parts = std.replace(/[^0-9]/g, "").length / 2;
  const shape = new RegExp(
    `^([+-])(\\d\\d)${parts > 1 ? `${colon}(\\d\\d)` : ""}${parts > 2 ? `${colon}(\\d\\d)` : ""}`,
  );
  const [text, sign, hours, minutes = "0", seconds = "0"] = shape.exec(rest) ?? [];
  if (text === undefined || Number(hours) > 24 || Number(minutes) > 60 || Number(seconds) > 60)
    throw new NotATime();
  const size = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  out.offset = sign === "-" ? -size : size;
  return rest.slice(text.length);
}

/** An abbreviation says nothing of the offset: Go, on UTC, takes it for UTC, and GMT+3 too. */
const ZONE =
  /^(?:UTC|ChST|MeST|GMT(?:[+-](?:0*[01]?\d|0*2[0-3])(?!\d))?|[+-](?:0*[01]?\d|0*2[0-3])(?!\d)|[A-Z]{4}T(?![A-Z])|(?:[A-Z]{3}T|WITA)(?![A-Z])|[A-Z]{3}(?![A-Z]))/;

function zoneName(out: Read, { rest }: Context): string {
  const [name] = ZONE.exec(rest) ?? [];
  if (name === undefined) throw new NotATime();
  if (name === "UTC") out.utc = true;
  return rest.slice(name.length);
}
