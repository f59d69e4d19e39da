import { BlockList } from "node:net";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  AddressSet,
  additions,
  cidrRange,
  formatAddress,
  formatCidr,
  parseRange,
} from "../../src/net/index.js";
import { addressAt, blockAt, family, flagsIn, flagsOf, rangeAt, ranges, SIZE, setOf } from "./universe.js";

const sets = (texts: string[]) =>
  AddressSet.ofRanges(texts.map((text) => parseRange(text)).filter((r) => r !== null));

const bothFamilies = fc.tuple(ranges, ranges).map(([a, b]) => setOf("ipv4", a).union(setOf("ipv6", b)));

describe("sets of addresses", () => {
  it("agree with brute force on membership and on every operation", () => {
    fc.assert(
      fc.property(family, ranges, ranges, (of, a, b) => {
        const [left, right] = [setOf(of, a), setOf(of, b)];
        const [x, y] = [flagsOf(a), flagsOf(b)];
        expect(flagsIn(left, of)).toEqual(x);
        expect(flagsIn(left.union(right), of)).toEqual(x.map((flag, i) => flag || y[i]));
        expect(flagsIn(left.intersect(right), of)).toEqual(x.map((flag, i) => flag && y[i]));
        expect(flagsIn(left.difference(right), of)).toEqual(x.map((flag, i) => flag && !y[i]));
        expect(flagsIn(left.complement(), of)).toEqual(x.map((flag) => !flag));
        expect(left.covers(right)).toBe(y.every((flag, i) => !flag || x[i]));
        expect(left.overlaps(right)).toBe(x.some((flag, i) => flag && y[i]));
        expect(left.equals(right)).toBe(x.every((flag, i) => flag === y[i]));
        const count = x.filter(Boolean).length;
        expect(left.size()).toEqual(
          of === "ipv4" ? { ipv4: count, ipv6: 0n } : { ipv4: 0, ipv6: BigInt(count) },
        );
        expect(left.isEmpty()).toBe(count === 0);
      }),
      { numRuns: 500 },
    );
  });

  it("are equal exactly if their representation is equal, however they were made", () => {
    fc.assert(
      fc.property(family, ranges, ranges, (of, a, b) => {
        const one = setOf(of, a).union(setOf(of, b));
        const other = AddressSet.unionOf(
          [...b, ...a].map(([from, to]) => AddressSet.ofRange(rangeAt(of, from, to))),
        );
        const third = AddressSet.ofRanges(one.toCidrs().map(cidrRange));
        const fourth = one.complement().complement();
        for (const set of [other, third, fourth]) {
          expect(set.equals(one)).toBe(true);
          expect([set.ipv4, set.ipv6]).toEqual([one.ipv4, one.ipv6]);
        }
      }),
    );
  });

  it("obey the laws of sets, in both families at once", () => {
    fc.assert(
      fc.property(bothFamilies, bothFamilies, (left, right) => {
        expect(left.difference(left).isEmpty()).toBe(true);
        expect(left.union(left.complement()).equals(AddressSet.ALL)).toBe(true);
        expect(left.intersect(left.complement()).isEmpty()).toBe(true);
        expect(left.union(right).equals(right.union(left))).toBe(true);
        const deMorgan = left.complement().intersect(right.complement()).complement();
        expect(deMorgan.equals(left.union(right))).toBe(true);
        expect(left.difference(right).union(left.intersect(right)).equals(left)).toBe(true);
        expect(left.only("ipv4").union(left.only("ipv6")).equals(left)).toBe(true);
      }),
    );
  });

  it("give ranges that are sorted and do not touch", () => {
    fc.assert(
      fc.property(family, ranges, (of, a) => {
        const list = setOf(of, a).ranges();
        for (const [index, range] of list.entries()) {
          const next = list[index + 1];
          if (next !== undefined) expect(BigInt(next.from) - BigInt(range.to)).toBeGreaterThan(1n);
        }
      }),
    );
  });

  it("are covered exactly by their blocks, with as few as there can be", () => {
    fc.assert(
      fc.property(family, ranges, (of, a) => {
        const set = setOf(of, a);
        const blocks = set.toCidrs();
        const flags = new Array<number>(SIZE).fill(0);
        for (let offset = 0; offset < SIZE; offset++) {
          flags[offset] = blocks.filter((block) =>
            AddressSet.ofCidr(block).contains(addressAt(of, offset)),
          ).length;
        }
        expect(flags).toEqual(flagsOf(a).map(Number));
        expect(blocks.length).toBe(fewest(of, set));
        expect(set.toCidrs(3)).toEqual(blocks.slice(0, 3));
        expect(set.countCidrs()).toBe(blocks.length);
      }),
      { numRuns: 100 },
    );
  });

  it("are counted in blocks without making them, up to the ends of the address space", () => {
    const edge = fc.constantFrom(0, 1, 2, 2 ** 31 - 1, 2 ** 31, 2 ** 31 + 1, 2 ** 32 - 2, 2 ** 32 - 1);
    const point = fc.oneof(edge, fc.nat(2 ** 32 - 1));
    fc.assert(
      fc.property(fc.array(fc.tuple(point, point), { maxLength: 5 }), (list) => {
        const four = AddressSet.ofRanges(
          list.map(([a, b]) => ({ family: "ipv4", from: Math.min(a, b), to: Math.max(a, b) })),
        );
        const wide = (value: number, low: bigint) => (BigInt(value) << 96n) + low * ((1n << 96n) - 1n);
        const six = AddressSet.ofRanges(
          list.map(([a, b]) => ({
            family: "ipv6",
            from: wide(Math.min(a, b), 0n),
            to: wide(Math.max(a, b), 1n),
          })),
        );
        for (const set of [four, six, four.union(six)]) expect(set.countCidrs()).toBe(set.toCidrs().length);
      }),
    );
  });

  it("tell which of many adds something to those before it", () => {
    fc.assert(
      fc.property(fc.array(bothFamilies, { maxLength: 8 }), (list) => {
        const wanted = list.map((set, index) => !AddressSet.unionOf(list.slice(0, index)).covers(set));
        expect(additions(list)).toEqual(wanted);
      }),
    );
  });

  it("agree with Node's own block list", () => {
    const block = fc.tuple(fc.nat(SIZE - 1), fc.nat(8));
    fc.assert(
      fc.property(family, fc.array(block, { maxLength: 6 }), (of, list) => {
        const judge = new BlockList();
        const blocks = list.map(([offset, host]) => blockAt(of, offset, host));
        for (const cidr of blocks) {
          const [base, prefix] = formatCidr(cidr).split("/") as [string, string];
          judge.addSubnet(base, Number(prefix), of);
        }
        const set = AddressSet.ofRanges(blocks.map(cidrRange));
        for (let offset = 0; offset < SIZE; offset += 3) {
          const address = addressAt(of, offset);
          expect(set.contains(address)).toBe(judge.check(formatAddress(address), of));
        }
      }),
      { numRuns: 100 },
    );
  });

  it("know the whole space of both families, and its edges", () => {
    expect(AddressSet.ALL.toCidrs().map(formatCidr)).toEqual(["0.0.0.0/0", "::/0"]);
    expect(AddressSet.ALL.size()).toEqual({ ipv4: 2 ** 32, ipv6: 1n << 128n });
    expect(AddressSet.NONE.complement().equals(AddressSet.ALL)).toBe(true);
    expect(sets(["0.0.0.0/1", "128.0.0.0/1"]).equals(AddressSet.ALL_IPV4)).toBe(true);
    expect(sets(["::/1", "8000::/1"]).equals(AddressSet.allOf("ipv6"))).toBe(true);
    expect(sets(["0.0.0.0/0"]).covers(sets(["::1"]))).toBe(false);
    expect(sets(["0.0.0.1-255.255.255.254"]).toCidrs()).toHaveLength(62);
    expect(sets(["::1-ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffe"]).toCidrs()).toHaveLength(254);
    expect(sets(["128.0.0.0-255.255.255.255"]).toCidrs().map(formatCidr)).toEqual(["128.0.0.0/1"]);
  });
});

/** The smallest number of aligned blocks, by cutting the universe in halves. */
function fewest(of: "ipv4" | "ipv6", set: AddressSet): number {
  const within = (offset: number, host: number): number => {
    const block = AddressSet.ofCidr(blockAt(of, offset, host));
    if (!set.overlaps(block)) return 0;
    return set.covers(block) ? 1 : within(offset, host - 1) + within(offset + 2 ** (host - 1), host - 1);
  };
  return within(0, 8);
}
