/** A piece of a layout of Go's package time: an element of a time (`std`) or text that stands for itself. */
export interface Piece {
  readonly std: string;
  readonly text: string;
}

// The order is that of Go's nextStdChunk: the first that fits is taken, and 2006 is tried before 2.
const STANDARD = new RegExp(
  [
    "January",
    "Jan(?![a-z])",
    "Monday",
    "Mon(?![a-z])",
    "MST",
    "0[1-6]",
    "002",
    "15",
    "1",
    "2006",
    "2",
    "(?<=_)2006",
    "_2(?!006)",
    "__2",
    "3",
    "4",
    "5",
    "PM",
    "pm",
    "[-Z]070000",
    "[-Z]07:00:00",
    "[-Z]0700",
    "[-Z]07:00",
    "[-Z]07",
    "[.,](?:0+|9+)(?![0-9])",
  ].join("|"),
  "y",
);

/** The names that OPA knows for layouts of Go. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ["ANSIC", "Mon Jan _2 15:04:05 2006"],
  ["UnixDate", "Mon Jan _2 15:04:05 MST 2006"],
  ["RubyDate", "Mon Jan 02 15:04:05 -0700 2006"],
  ["RFC822", "02 Jan 06 15:04 MST"],
  ["RFC822Z", "02 Jan 06 15:04 -0700"],
  ["RFC850", "Monday, 02-Jan-06 15:04:05 MST"],
  ["RFC1123", "Mon, 02 Jan 2006 15:04:05 MST"],
  ["RFC1123Z", "Mon, 02 Jan 2006 15:04:05 -0700"],
  ["RFC3339", "2006-01-02T15:04:05Z07:00"],
  ["RFC3339Nano", "2006-01-02T15:04:05.999999999Z07:00"],
]);

export const RFC3339 = "RFC3339";
export const RFC3339_NANO = "RFC3339Nano";

/** Takes a layout, or the name of one, apart. */
export function piecesOf(layout: string): Piece[] {
  const text = NAMED.get(layout) ?? layout;
  const pieces: Piece[] = [];
  let plain = "";
  for (let at = 0; at < text.length; ) {
    STANDARD.lastIndex = at;
    const [std] = STANDARD.exec(text) ?? [];
    if (std === undefined) {
      plain += text[at++];
      continue;
    }
    if (plain !== "") pieces.push({ std: "", text: plain });
    plain = "";
    pieces.push({ std, text: std });
    at += std.length;
  }
  if (plain !== "") pieces.push({ std: "", text: plain });
  return pieces;
}

export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

export const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
