import type { Cidr } from "./cidr.js";
import { IPV6_END } from "./family.js";
import type { Bounds } from "./intervals.js";

/**
 * The fewest blocks that make up exactly the set, ascending, at most `limit` of them: from each start
 * the largest block that is aligned there and fits.
 */
export function ipv4Blocks(bounds: Bounds<number>, limit: number): Cidr[] {
  const out: Cidr[] = [];
  for (let index = 0; index < bounds.length; index += 2) {
    const end = bounds[index + 1] as number;
    for (let base = bounds[index] as number; base < end; ) {
      if (out.length >= limit) return out;
      const aligned = base === 0 ? 32 : 31 - Math.clz32(base & -base);
      const fits = floorLog2(end - base);
      const host = Math.min(aligned, fits);
      out.push({ family: "ipv4", base, prefix: 32 - host, hostBits: false });
      base += 2 ** host;
    }
  }
  return out;
}

/** The same for IPv6. */
export function ipv6Blocks(bounds: Bounds<bigint>, limit: number): Cidr[] {
  const out: Cidr[] = [];
  for (let index = 0; index < bounds.length; index += 2) {
    const end = bounds[index + 1] as bigint;
    for (let base = bounds[index] as bigint; base < end; ) {
      if (out.length >= limit) return out;
      const aligned = base === 0n ? IPV6_END : base & -base;
      const fits = end - base;
      const host = bitLength(aligned < fits ? aligned : fits) - 1;
      out.push({ family: "ipv6", base, prefix: 128 - host, hostBits: false });
      base += 1n << BigInt(host);
    }
  }
  return out;
}

/** Largest n with 2^n ≤ value, for 1 ≤ value ≤ 2^32. */
function floorLog2(value: number): number {
  return value >= 2 ** 32 ? 32 : 31 - Math.clz32(value);
}

/** Bits needed to write a positive integer. */
function bitLength(value: bigint): number {
  const hex = value.toString(16);
  return hex.length * 4 - Math.clz32(Number.parseInt(hex.charAt(0), 16)) + 28;
}
