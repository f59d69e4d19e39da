import fc from "fast-check";
import {
  type Address,
  type AddressRange,
  AddressSet,
  type Cidr,
  cidrOf,
  type Family,
} from "../../src/net/index.js";

/** 256 addresses of one family that brute force can walk: a /24 or a /120, at an awkward place. */
const BASE4 = 0xcb_00_71_00;
const BASE6 = 0x2001_0db8_ffff_ffff_ffff_ffff_ffff_ff00n;

export const SIZE = 256;

export function addressAt(family: Family, offset: number): Address {
  return family === "ipv4" ? { family, value: BASE4 + offset } : { family, value: BASE6 + BigInt(offset) };
}

export function rangeAt(family: Family, from: number, to: number): AddressRange {
  return family === "ipv4"
    ? { family, from: BASE4 + from, to: BASE4 + to }
    : { family, from: BASE6 + BigInt(from), to: BASE6 + BigInt(to) };
}

export function blockAt(family: Family, offset: number, hostBits: number): Cidr {
  const cidr = cidrOf(addressAt(family, offset), (family === "ipv4" ? 32 : 128) - hostBits);
  if (cidr === null) throw new Error("no such block");
  return cidr;
}

/** What the set under test must be, as one flag per address. */
export function flagsOf(ranges: readonly (readonly [number, number])[]): boolean[] {
  const flags = new Array<boolean>(SIZE).fill(false);
  for (const [from, to] of ranges) flags.fill(true, from, to + 1);
  return flags;
}

export function flagsIn(set: AddressSet, family: Family): boolean[] {
  return Array.from({ length: SIZE }, (_, offset) => set.contains(addressAt(family, offset)));
}

export const family = fc.constantFrom<Family>("ipv4", "ipv6");

const pair = fc
  .tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

export const ranges = fc.array(pair, { maxLength: 8 });

export function setOf(of: Family, list: readonly (readonly [number, number])[]): AddressSet {
  return AddressSet.ofRanges(list.map(([from, to]) => rangeAt(of, from, to)));
}
