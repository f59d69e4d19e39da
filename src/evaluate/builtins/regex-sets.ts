import { PolicyStopped } from "../policy-stopped.js";

/** Which characters (code points) belong. */
export type CharacterSet = (code: number) => boolean;

/** Perl's and POSIX's names (RE2's syntax page), all of ASCII. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ["d", "0-9"],
  ["s", "\\t\\n\\f\\r "],
  ["w", "0-9A-Za-z_"],
  ["alnum", "0-9A-Za-z"],
  ["alpha", "A-Za-z"],
  ["ascii", "\\x00-\\x7F"],
  ["blank", "\\t "],
  ["cntrl", "\\x00-\\x1F\\x7F"],
  ["digit", "0-9"],
  ["graph", "!-~"],
  ["lower", "a-z"],
  ["print", " -~"],
  ["punct", "!-\\/:-@\\[-`\\{-~"],
  ["space", "\\t\\n\\v\\f\\r "],
  ["upper", "A-Z"],
  ["word", "0-9A-Za-z_"],
  ["xdigit", "0-9A-Fa-f"],
]);

/** Ranges of characters; folded, with all that differs in case only. */
export function setOf(ranges: readonly (readonly [number, number])[], folded: boolean): CharacterSet {
  if (!folded || ranges.length === 0)
    return (code) => ranges.some(([low, high]) => low <= code && code <= high);
  return matcher(ranges.map(([low, high]) => `${point(low)}-${point(high)}`).join(""), true, false);
}

export function unionOf(sets: readonly CharacterSet[], negated: boolean): CharacterSet {
  return (code) => sets.some((set) => set(code)) !== negated;
}

/** \d, \PL, [:^alpha:]; undefined for a name that is none. */
export function escapedSet(text: string, folded: boolean): CharacterSet | undefined {
  const [, capital, name] = /^(?:\\([pP])\{?|\[:|\\)(.*?)(?:\}|:\])?$/s.exec(text) ?? [];
  if (name === undefined) return undefined;
  const bare = name.replace(/^\^/, "");
  const negated = name !== bare;
  if (capital !== undefined) return unicodeSet(bare, folded, negated !== (capital === "P"));
  const isPosix = text.startsWith("[");
  const known = NAMED.get(isPosix ? bare : bare.toLowerCase());
  if (known === undefined || isPosix !== bare.length > 1) return undefined;
  return matcher(known, folded, negated || (!isPosix && bare !== bare.toLowerCase()));
}

/** A general category or a script of Unicode. What Node does not know may be known to Go: then nobody judges. */
function unicodeSet(name: string, folded: boolean, negated: boolean): CharacterSet {
  if (name === "Any") return () => !negated;
  const body = name.length <= 2 ? `\\p{${name}}` : `\\p{Script=${name}}`;
  try {
    return matcher(body, folded, negated);
  } catch {
    throw new PolicyStopped(`the class \\p{${name}} of a regular expression is not known here`);
  }
}

const point = (code: number) => `\\u{${code.toString(16)}}`;

function matcher(body: string, folded: boolean, negated: boolean): CharacterSet {
  const shape = new RegExp(`^[${body}]$`, folded ? "iu" : "u");
  const known = new Map<number, boolean>();
  return (code) => {
    const found = known.get(code) ?? shape.test(String.fromCodePoint(code));
    known.set(code, found);
    return found !== negated;
  };
}
