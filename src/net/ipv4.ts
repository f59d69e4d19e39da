const DIGIT_0 = 48;
const DOT = 46;

/**
 * Strict dotted decimal, as RFC 6943 (section 3.1.1) names it: four decimal parts of 0–255, no octal or
 * hexadecimal, no short forms, no leading zeros. Null for anything else; otherwise 0 … 2^32-1.
 */
export function parseIpv4(text: string): number | null {
  if (text.length < 7 || text.length > 15) return null;
  let value = 0;
  let octet = -1;
  let dots = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === DOT) {
      if (octet < 0 || ++dots > 3) return null;
      value = value * 256 + octet;
      octet = -1;
      continue;
    }
    const digit = code - DIGIT_0;
    if (digit < 0 || digit > 9 || octet === 0) return null;
    octet = octet < 0 ? digit : octet * 10 + digit;
    if (octet > 255) return null;
  }
  return dots === 3 && octet >= 0 ? value * 256 + octet : null;
}

/** Dotted decimal of 0 … 2^32-1. */
export function formatIpv4(value: number): string {
  return `${value >>> 24}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}`;
}
