import type { Bounds } from "./intervals.js";

/**
 * How many blocks the minimal cover has, without making them. Between `from` and `end` lies one point `turn`
 * that is aligned highest: the blocks grow up to it and shrink behind it, one for each bit that is set in
 * the two distances.
 */
export function countIpv4Blocks(bounds: Bounds<number>): number {
  let count = 0;
  for (let index = 0; index < bounds.length; index += 2) {
    const from = bounds[index] as number;
    const end = bounds[index + 1] as number;
    const turn = turnOf4(from, end);
    count += ones(turn - from) + ones(end - turn);
  }
  return count;
}

/** The same for IPv6. */
export function countIpv6Blocks(bounds: Bounds<bigint>): number {
  let count = 0;
  for (let index = 0; index < bounds.length; index += 2) {
    const from = bounds[index] as bigint;
    const end = bounds[index + 1] as bigint;
    const unit = 1n << BigInt((from ^ end).toString(2).length - 1);
    const turn = (end / unit) * unit;
    count += bigOnes(turn - from) + bigOnes(end - turn);
  }
  return count;
}

function turnOf4(from: number, end: number): number {
  if (end === 2 ** 32) return from < 2 ** 31 ? (from === 0 ? end : 2 ** 31) : end;
  const unit = 2 ** (31 - Math.clz32(from ^ end));
  return Math.floor(end / unit) * unit;
}

/** Bits that are set in 0 … 2^32. */
function ones(value: number): number {
  if (value === 2 ** 32) return 1;
  let rest = value >>> 0;
  let count = 0;
  for (; rest !== 0; count++) rest &= rest - 1;
  return count;
}

function bigOnes(value: bigint): number {
  let count = 0;
  for (const digit of value.toString(2)) if (digit === "1") count++;
  return count;
}
