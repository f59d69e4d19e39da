import { formatName, formatOctets } from "../../../net/index.js";

/** Names that need no reading, as nearly all are. */
const PLAIN = /^(?:[a-z0-9_-]{1,63}\.)+$/;
const BACKSLASH = 0x5c;
const DOT = 0x2e;
const QUOTE = 0x22;

/**
 * A domain name as Route 53 writes it, in its one text. Octets other than letters, digits, `-`, `_` and the dots
 * between labels come as a backslash and three octal digits; the last dot may be left out.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html
 * @returns null where it is no name
 */
export function parseName(text: string): string | null {
  if (text.length < 255 && PLAIN.test(text)) return text;
  if (text === ".") return text;
  const labels: number[][] = [[]];
  for (let at = 0; at < text.length; ) {
    const read = readOctet(text, at);
    if (read === null) return null;
    at = read.next;
    const label = labels.at(-1);
    if (read.octet === DOT && !read.escaped) {
      if (label?.length === 0) return null;
      labels.push([]);
    } else label?.push(...read.octets);
  }
  if (labels.at(-1)?.length === 0) labels.pop();
  return labels.length === 0 ? null : formatName(labels);
}

/**
 * The strings of a TXT record, joined: each in quotes, escaped like names, at will several of them.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html#TXTFormat
 * @returns null where a quote or an escape has no end
 */
export function parseStrings(text: string): string | null {
  const octets: number[] = [];
  let quoted = false;
  for (let at = 0; at < text.length; ) {
    const read = readOctet(text, at);
    if (read === null) return null;
    at = read.next;
    if (read.octet === QUOTE && !read.escaped) quoted = !quoted;
    else if (quoted || read.escaped || !/\s/.test(String.fromCharCode(read.octet)))
      for (const octet of read.octets) octets.push(octet);
  }
  return quoted ? null : formatOctets(octets);
}

interface Read {
  /** The character's code; of one beyond ASCII the octets are those of UTF-8. */
  readonly octet: number;
  readonly octets: readonly number[];
  readonly escaped: boolean;
  readonly next: number;
}

const UTF8 = new TextEncoder();

function readOctet(text: string, at: number): Read | null {
  const code = text.codePointAt(at) ?? 0;
  if (code === BACKSLASH) return readEscape(text, at + 1);
  const next = at + (code > 0xffff ? 2 : 1);
  const octets = code < 0x80 ? [code] : [...UTF8.encode(String.fromCodePoint(code))];
  return { octet: code, octets, escaped: false, next };
}

/** `\052` is an asterisk, `\"` a quote; a backslash before other digits means nothing. */
function readEscape(text: string, at: number): Read | null {
  const octal = /^[0-3][0-7]{2}/.exec(text.slice(at, at + 3))?.[0];
  if (octal !== undefined) {
    const octet = Number.parseInt(octal, 8);
    return { octet, octets: [octet], escaped: true, next: at + 3 };
  }
  const code = text.charCodeAt(at);
  if (Number.isNaN(code) || code > 0x7e || (code >= 0x30 && code <= 0x39)) return null;
  return { octet: code, octets: [code], escaped: true, next: at + 1 };
}
