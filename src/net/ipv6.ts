import { formatIpv4, parseIpv4 } from "./ipv4.js";

const GROUP = /^[0-9a-fA-F]{1,4}$/;

/**
 * Text forms of RFC 4291 section 2.2: eight hexadecimal groups, at most one `::`, optionally an IPv4
 * address in place of the last two groups. Zone ids (`%eth0`) have no meaning beyond one machine and
 * are refused. Null for anything else; otherwise 0 … 2^128-1.
 */
export function parseIpv6(text: string): bigint | null {
  if (text.length < 2 || text.length > 45) return null;
  const gap = text.indexOf("::");
  if (gap < 0) return fromGroups(groupsOf(text), [], 8);
  if (text.indexOf("::", gap + 1) >= 0) return null;
  const left = gap === 0 ? [] : groupsOf(text.slice(0, gap), false);
  const right = gap + 2 === text.length ? [] : groupsOf(text.slice(gap + 2));
  // RFC 5952 section 4.2.2 forbids writing "::" for one group; RFC 4291 lets it be read.
  return left !== null && right !== null && left.length + right.length <= 7
    ? fromGroups(left, right, null)
    : null;
}

function groupsOf(text: string, last = true): number[] | null {
  const groups: number[] = [];
  const parts = text.split(":");
  for (const [index, part] of parts.entries()) {
    if (GROUP.test(part)) {
      groups.push(Number.parseInt(part, 16));
      continue;
    }
    const embedded = last && index === parts.length - 1 ? parseIpv4(part) : null;
    if (embedded === null) return null;
    groups.push(embedded >>> 16, embedded & 0xffff);
  }
  return groups;
}

function fromGroups(left: number[] | null, right: number[], exactly: number | null): bigint | null {
  if (left === null || (exactly !== null && left.length !== exactly)) return null;
  const all = [...left, ...new Array<number>(8 - left.length - right.length).fill(0), ...right];
  const word = (index: number) => BigInt((all[index] ?? 0) * 0x10000 + (all[index + 1] ?? 0));
  return (word(0) << 96n) | (word(2) << 64n) | (word(4) << 32n) | word(6);
}

/**
 * The canonical text of RFC 5952: lower case, no leading zeros, the longest run of two or more zero
 * groups (the first of equals) as `::`. IPv4-mapped addresses (::ffff:0:0/96) end in dotted decimal
 * (section 5), because that prefix alone tells that an IPv4 address is inside.
 */
export function formatIpv6(value: bigint): string {
  if (value >> 32n === 0xffffn) return `::ffff:${formatIpv4(Number(value & 0xffffffffn))}`;
  const groups: number[] = [];
  for (let shift = 112n; shift >= 0n; shift -= 16n) groups.push(Number((value >> shift) & 0xffffn));
  const [start, length] = longestZeroRun(groups);
  const hex = (part: readonly number[]) => part.map((group) => group.toString(16)).join(":");
  if (length < 2) return hex(groups);
  return `${hex(groups.slice(0, start))}::${hex(groups.slice(start + length))}`;
}

function longestZeroRun(groups: readonly number[]): readonly [start: number, length: number] {
  let best: readonly [number, number] = [0, 0];
  let start = 0;
  for (let index = 0; index <= groups.length; index++) {
    if (groups[index] === 0) continue;
    if (index - start > best[1]) best = [start, index - start];
    start = index + 1;
  }
  return best;
}
