import { piecesOf } from "./layout.js";
import { element, NotATime, type Read } from "./time-elements.js";

const FIRST = -(1n << 63n);
const LAST = (1n << 63n) - 1n;

/** Reads a time as Go's time.Parse does, for a machine on UTC: nanoseconds since 1970 as decimal text. */
export function parsedTime(layout: string, value: string): string | undefined {
  try {
    const nanoseconds = instant(read(layout, value));
    return nanoseconds < FIRST || nanoseconds > LAST ? undefined : String(nanoseconds);
  } catch (error) {
    if (error instanceof NotATime) return undefined;
    throw error;
  }
}

function read(layout: string, value: string): Read {
  const pieces = piecesOf(layout);
  const out: Read = {
    year: 0,
    month: -1,
    day: -1,
    yearDay: -1,
    hour: 0,
    minute: 0,
    second: 0,
    nanoseconds: 0,
    half: "",
    offset: undefined,
    utc: false,
  };
  let rest = value;
  pieces.forEach((piece, index) => {
    rest =
      piece.std === "" ? skipped(rest, piece.text) : element(out, piece, { rest, next: pieces[index + 1] });
  });
  if (rest !== "") throw new NotATime();
  return out;
}

/** A space of the layout stands for any number of them. */
function skipped(value: string, prefix: string): string {
  let rest = value;
  for (let at = 0; at < prefix.length; at++) {
    if (prefix[at] === " ") {
      if (rest !== "" && rest[0] !== " ") throw new NotATime();
      while (prefix[at + 1] === " ") at++;
      rest = rest.replace(/^ +/, "");
    } else if (rest[0] === prefix[at]) rest = rest.slice(1);
    else throw new NotATime();
  }
  return rest;
}

const isLeap = (of: number) => of % 4 === 0 && (of % 100 !== 0 || of % 400 === 0);

function instant(said: Read): bigint {
  const at =
    said.yearDay >= 0
      ? byYearDay(said)
      : { month: Math.max(said.month, 1), day: said.day < 0 ? 1 : said.day };
  if (said.month < 0 && said.yearDay < 0) at.month = 1;
  const length = at.month === 2 ? (isLeap(said.year) ? 29 : 28) : [4, 6, 9, 11].includes(at.month) ? 30 : 31;
  if (at.day < 1 || at.day > length) throw new NotATime();
  const hours = said.half === "pm" && said.hour < 12 ? said.hour + 12 : said.hour;
  const date = new Date(0);
  date.setUTCFullYear(said.year, at.month - 1, at.day);
  date.setUTCHours(said.half === "am" && hours === 12 ? 0 : hours, said.minute, said.second);
  const seconds = BigInt(date.getTime() / 1000) - BigInt(said.utc ? 0 : (said.offset ?? 0));
  return seconds * 1_000_000_000n + BigInt(said.nanoseconds);
}

/** A day of the year must agree with month and day where they are given too. */
function byYearDay(said: Read): { month: number; day: number } {
  if (said.yearDay < 1 || said.yearDay > (isLeap(said.year) ? 366 : 365)) throw new NotATime();
  const date = new Date(0);
  date.setUTCFullYear(said.year, 0, said.yearDay);
  const at = { month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  const differs = (given: number, found: number) => given >= 0 && given !== found;
  if (differs(said.month, at.month) || differs(said.day, at.day)) throw new NotATime();
  return at;
}
