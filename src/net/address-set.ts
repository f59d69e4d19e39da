import type { Address } from "./address.js";
import { ipv4Blocks, ipv6Blocks } from "./blocks.js";
import type { Cidr } from "./cidr.js";
import { countIpv4Blocks, countIpv6Blocks } from "./count-blocks.js";
import { type Family, IPV4_END, IPV6_END } from "./family.js";
import {
  type Bounds,
  combine,
  covers,
  DIFFERENCE,
  fromIntervals,
  holds,
  INTERSECTION,
  meet,
  same,
  UNION,
} from "./intervals.js";
import { type AddressRange, cidrRange } from "./range.js";

/**
 * An immutable set of IPv4 and IPv6 addresses, canonical: equal sets have equal `ipv4` and `ipv6`
 * bounds (see intervals.ts). Operations are linear in the number of ranges and never touch addresses
 * one by one.
 */
export class AddressSet {
  static readonly NONE = new AddressSet([], []);
  static readonly ALL_IPV4 = new AddressSet([0, IPV4_END], []);
  static readonly ALL_IPV6 = new AddressSet([], [0n, IPV6_END]);
  static readonly ALL = new AddressSet([0, IPV4_END], [0n, IPV6_END]);

  private constructor(
    readonly ipv4: Bounds<number>,
    readonly ipv6: Bounds<bigint>,
  ) {}

  static allOf(family: Family): AddressSet {
    return family === "ipv4" ? AddressSet.ALL_IPV4 : AddressSet.ALL_IPV6;
  }

  static ofCidr(cidr: Cidr): AddressSet {
    return AddressSet.ofRange(cidrRange(cidr));
  }

  static ofRange(range: AddressRange): AddressSet {
    return range.family === "ipv4"
      ? new AddressSet([range.from, range.to + 1], [])
      : new AddressSet([], [range.from, range.to + 1n]);
  }

  /** The union of ranges in any order, overlapping or not; n log n. */
  static ofRanges(ranges: Iterable<AddressRange>): AddressSet {
    const ipv4: [number, number][] = [];
    const ipv6: [bigint, bigint][] = [];
    for (const range of ranges) {
      if (range.family === "ipv4") ipv4.push([range.from, range.to + 1]);
      else ipv6.push([range.from, range.to + 1n]);
    }
    return new AddressSet(fromIntervals(ipv4), fromIntervals(ipv6));
  }

  /** The union of many sets at once; n log n in their ranges together. */
  static unionOf(sets: readonly AddressSet[]): AddressSet {
    const [first, second] = sets;
    if (first === undefined) return AddressSet.NONE;
    if (second === undefined) return first;
    if (sets.length === 2) return first.union(second);
    return AddressSet.ofRanges(sets.flatMap((set) => set.ranges()));
  }

  union(other: AddressSet): AddressSet {
    return this === other ? this : this.combined(other, UNION);
  }

  intersect(other: AddressSet): AddressSet {
    return this === other ? this : this.combined(other, INTERSECTION);
  }

  difference(other: AddressSet): AddressSet {
    return this.combined(other, DIFFERENCE);
  }

  /** Every address of both families that is not in the set. */
  complement(): AddressSet {
    return AddressSet.ALL.difference(this);
  }

  /** The addresses of one family. */
  only(family: Family): AddressSet {
    if (family === "ipv4") return this.ipv6.length === 0 ? this : new AddressSet(this.ipv4, []);
    return this.ipv4.length === 0 ? this : new AddressSet([], this.ipv6);
  }

  isEmpty(): boolean {
    return this.ipv4.length === 0 && this.ipv6.length === 0;
  }

  equals(other: AddressSet): boolean {
    return same(this.ipv4, other.ipv4) && same(this.ipv6, other.ipv6);
  }

  contains(address: Address): boolean {
    return address.family === "ipv4" ? holds(this.ipv4, address.value) : holds(this.ipv6, address.value);
  }

  /** Is every address of `other` in this set? */
  covers(other: AddressSet): boolean {
    return covers(this.ipv4, other.ipv4) && covers(this.ipv6, other.ipv6);
  }

  overlaps(other: AddressSet): boolean {
    return meet(this.ipv4, other.ipv4) || meet(this.ipv6, other.ipv6);
  }

  /** How many addresses: exact, IPv4 up to 2^32, IPv6 up to 2^128. */
  size(): { readonly ipv4: number; readonly ipv6: bigint } {
    let ipv4 = 0;
    for (let i = 0; i < this.ipv4.length; i += 2)
      ipv4 += (this.ipv4[i + 1] as number) - (this.ipv4[i] as number);
    let ipv6 = 0n;
    for (let i = 0; i < this.ipv6.length; i += 2)
      ipv6 += (this.ipv6[i + 1] as bigint) - (this.ipv6[i] as bigint);
    return { ipv4, ipv6 };
  }

  /** The maximal ranges, IPv4 first, ascending; no two touch. */
  ranges(): AddressRange[] {
    const out: AddressRange[] = [];
    for (let i = 0; i < this.ipv4.length; i += 2) {
      out.push({ family: "ipv4", from: this.ipv4[i] as number, to: (this.ipv4[i + 1] as number) - 1 });
    }
    for (let i = 0; i < this.ipv6.length; i += 2) {
      out.push({ family: "ipv6", from: this.ipv6[i] as bigint, to: (this.ipv6[i + 1] as bigint) - 1n });
    }
    return out;
  }

  /** The minimal list of blocks that is exactly the set, IPv4 first, ascending; the first `limit` of them. */
  toCidrs(limit = Number.POSITIVE_INFINITY): Cidr[] {
    const ipv4 = ipv4Blocks(this.ipv4, limit);
    return ipv4.length >= limit ? ipv4 : ipv4.concat(ipv6Blocks(this.ipv6, limit - ipv4.length));
  }

  /** How many blocks `toCidrs` gives; linear in the ranges. */
  countCidrs(): number {
    return countIpv4Blocks(this.ipv4) + countIpv6Blocks(this.ipv6);
  }

  private combined(other: AddressSet, table: number): AddressSet {
    return new AddressSet(combine(this.ipv4, other.ipv4, table), combine(this.ipv6, other.ipv6, table));
  }
}
