import { formatIpv4, parseIpv4 } from "./ipv4.js";
import { formatIpv6, parseIpv6 } from "./ipv6.js";

/** One address: IPv4 as 0 … 2^32-1, IPv6 as 0 … 2^128-1. */
export type Address =
  | { readonly family: "ipv4"; readonly value: number }
  | { readonly family: "ipv6"; readonly value: bigint };

/** Reads one address without prefix length or zone id; null for anything else. */
export function parseAddress(text: string): Address | null {
  if (text.includes(":")) {
    const value = parseIpv6(text);
    return value === null ? null : { family: "ipv6", value };
  }
  const value = parseIpv4(text);
  return value === null ? null : { family: "ipv4", value };
}

/** Canonical text: dotted decimal, or RFC 5952. */
export function formatAddress(address: Address): string {
  return address.family === "ipv4" ? formatIpv4(address.value) : formatIpv6(address.value);
}
