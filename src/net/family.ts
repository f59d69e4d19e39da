/** The two address families; every operation of this room treats both. */
export type Family = "ipv4" | "ipv6";

export const FAMILIES: readonly Family[] = ["ipv4", "ipv6"];

/** Bits of an address of the family. */
export function widthOf(family: Family): 32 | 128 {
  return family === "ipv4" ? 32 : 128;
}

/** One past the last IPv4 address. */
export const IPV4_END = 2 ** 32;

/** One past the last IPv6 address. */
export const IPV6_END = 1n << 128n;
