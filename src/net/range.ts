import { type Address, formatAddress, parseAddress } from "./address.js";
import { type Cidr, parseCidr } from "./cidr.js";

/** Addresses `from` … `to`, both inside, of one family; `from` ≤ `to`. */
export type AddressRange =
  | { readonly family: "ipv4"; readonly from: number; readonly to: number }
  | { readonly family: "ipv6"; readonly from: bigint; readonly to: bigint };

/** First and last address of a block. */
export function cidrRange(cidr: Cidr): AddressRange {
  return cidr.family === "ipv4"
    ? { family: "ipv4", from: cidr.base, to: cidr.base + 2 ** (32 - cidr.prefix) - 1 }
    : { family: "ipv6", from: cidr.base, to: cidr.base + (1n << BigInt(128 - cidr.prefix)) - 1n };
}

/** The range between two addresses; null if they differ in family or are in the wrong order. */
export function rangeBetween(from: Address, to: Address): AddressRange | null {
  if (from.family === "ipv4" && to.family === "ipv4") {
    return from.value <= to.value ? { family: "ipv4", from: from.value, to: to.value } : null;
  }
  if (from.family === "ipv6" && to.family === "ipv6") {
    return from.value <= to.value ? { family: "ipv6", from: from.value, to: to.value } : null;
  }
  return null;
}

/** Reads a block (`10.0.0.0/8`), a range (`10.0.0.1-10.0.0.9`) or one address; null for anything else. */
export function parseRange(text: string): AddressRange | null {
  if (text.includes("/")) {
    const cidr = parseCidr(text);
    return cidr === null ? null : cidrRange(cidr);
  }
  const dash = text.indexOf("-");
  const from = parseAddress(dash < 0 ? text : text.slice(0, dash).trimEnd());
  const to = dash < 0 ? from : parseAddress(text.slice(dash + 1).trimStart());
  return from === null || to === null ? null : rangeBetween(from, to);
}

/** First and last address of a range. */
export function endsOf(range: AddressRange): readonly [from: Address, to: Address] {
  if (range.family === "ipv4") {
    const { family, from, to } = range;
    return [
      { family, value: from },
      { family, value: to },
    ];
  }
  const { family, from, to } = range;
  return [
    { family, value: from },
    { family, value: to },
  ];
}

/** `from-to` in canonical text. */
export function formatRange(range: AddressRange): string {
  return endsOf(range).map(formatAddress).join("-");
}
