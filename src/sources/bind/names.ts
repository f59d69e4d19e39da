import { formatName } from "../../net/index.js";

const PLAIN = /^(?:[a-z0-9_-]{1,63}\.)+$/;

/**
 * A domain name as master files and named.conf write it, in its one text: `\DDD` is an octet in decimal, `\X` the
 * character X (RFC 1035 section 5.1).
 * @param origin what a name without a last dot is completed by; null: names are absolute anyway
 * @returns null where it is no name
 */
export function nameOf(text: string, origin: string | null): string | null {
  if (text === "@") return origin;
  if (text === ".") return ".";
  const base = origin === "." ? "" : origin;
  const whole =
    text.endsWith(".") && !text.endsWith("\\.") ? text : base === null ? `${text}.` : `${text}.${base}`;
  const lower = whole.toLowerCase();
  if (lower.length < 255 && PLAIN.test(lower)) return lower;
  const labels: number[][] = [[]];
  for (let at = 0; at < whole.length; ) {
    const read = octetAt(whole, at);
    if (read === null) return null;
    at = read.next;
    if (read.dot) {
      if (at < whole.length) labels.push([]);
    } else labels.at(-1)?.push(read.octet);
  }
  return formatName(labels);
}

/** Text of a character string: escapes taken off, octets that cannot be shown as `\DDD`. */
export function plainText(text: string): number[] | null {
  const octets: number[] = [];
  for (let at = 0; at < text.length; ) {
    const read = octetAt(text, at);
    if (read === null) return null;
    octets.push(read.dot ? 0x2e : read.octet);
    at = read.next;
  }
  return octets;
}

function octetAt(text: string, at: number): { octet: number; dot: boolean; next: number } | null {
  if (text[at] !== "\\") {
    const octet = text.charCodeAt(at);
    return octet > 0xff ? null : { octet, dot: octet === 0x2e, next: at + 1 };
  }
  const digits = /^\d{3}/.exec(text.slice(at + 1, at + 4))?.[0];
  if (digits !== undefined) {
    const octet = Number(digits);
    return octet > 255 ? null : { octet, dot: false, next: at + 4 };
  }
  const octet = text.charCodeAt(at + 1);
  return Number.isNaN(octet) || octet > 0xff ? null : { octet, dot: false, next: at + 2 };
}
