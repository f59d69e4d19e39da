import { type Address, formatAddress, parseAddress } from "./address.js";
import { widthOf } from "./family.js";

/** A block of addresses: those whose first `prefix` bits are those of `base`. `base` has no host bits. */
export type Cidr =
  | { readonly family: "ipv4"; readonly base: number; readonly prefix: number; readonly hostBits: boolean }
  | { readonly family: "ipv6"; readonly base: bigint; readonly prefix: number; readonly hostBits: boolean };

const PREFIX = /^(?:0|[1-9]\d{0,2})$/;

/**
 * Reads `address/length` of either family, 0 ≤ length ≤ 32 or 128, no leading zeros. Host bits are
 * cleared; that there were any stays in `hostBits` (a router would read 10.0.0.7/24 as 10.0.0.0/24, and
 * some providers refuse it). Null for anything else, also for an address without a length.
 */
export function parseCidr(text: string): Cidr | null {
  const slash = text.indexOf("/");
  if (slash < 0) return null;
  const length = text.slice(slash + 1);
  const address = PREFIX.test(length) ? parseAddress(text.slice(0, slash)) : null;
  return address === null ? null : cidrOf(address, Number(length));
}

/** The block of this length around an address; null for a length that the family does not have. */
export function cidrOf(address: Address, prefix: number): Cidr | null {
  const { family } = address;
  const host = widthOf(family) - prefix;
  if (!Number.isInteger(prefix) || host < 0 || prefix < 0) return null;
  if (family === "ipv4") {
    const base = address.value - (address.value % 2 ** host);
    return { family, base, prefix, hostBits: base !== address.value };
  }
  const base = (address.value >> BigInt(host)) << BigInt(host);
  return { family, base, prefix, hostBits: base !== address.value };
}

/** Canonical `address/length`, host bits cleared. */
export function formatCidr(cidr: Cidr): string {
  return `${formatAddress(baseOf(cidr))}/${cidr.prefix}`;
}

/** The first address of a block. */
export function baseOf(cidr: Cidr): Address {
  return cidr.family === "ipv4" ? { family: "ipv4", value: cidr.base } : { family: "ipv6", value: cidr.base };
}
