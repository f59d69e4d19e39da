import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PortRange, PortSet } from "../../src/net/index.js";

/** Ports near both ends, so that brute force sees the edges. */
const SHOWN = [...Array(12).keys(), ...Array.from({ length: 12 }, (_, i) => 65524 + i)];
const port = fc.constantFrom(...SHOWN);
const list: fc.Arbitrary<PortRange[]> = fc.array(
  fc.tuple(port, port).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
  { maxLength: 5 },
);
const within = (ranges: readonly PortRange[], at: number) =>
  ranges.some(({ from, to }) => from <= at && at <= to);

describe("sets of ports", () => {
  it("agree with brute force on membership and on every operation", () => {
    fc.assert(
      fc.property(list, list, (a, b) => {
        const [left, right] = [PortSet.ofRanges(a), PortSet.ofRanges(b)];
        for (const at of SHOWN) {
          const [x, y] = [within(a, at), within(b, at)];
          expect(left.contains(at)).toBe(x);
          expect(left.union(right).contains(at)).toBe(x || y);
          expect(left.intersect(right).contains(at)).toBe(x && y);
          expect(left.difference(right).contains(at)).toBe(x && !y);
          expect(left.complement().contains(at)).toBe(!x);
        }
        expect(left.overlaps(right)).toBe(!left.intersect(right).isEmpty());
        expect(left.covers(right)).toBe(right.difference(left).isEmpty());
        expect(left.equals(right)).toBe(left.covers(right) && right.covers(left));
        expect(left.size() + left.complement().size()).toBe(65536);
        expect(PortSet.ofRanges(left.ranges())).toEqual(left);
      }),
    );
  });

  it("join neighbours and keep what lies apart", () => {
    const set = PortSet.ofRanges([
      { from: 443, to: 443 },
      { from: 20, to: 21 },
      { from: 22, to: 25 },
    ]);
    expect(set.ranges()).toEqual([
      { from: 20, to: 25 },
      { from: 443, to: 443 },
    ]);
    expect(set.size()).toBe(7);
  });

  it("hold nothing outside 0 to 65535, and nothing for a range in the wrong order", () => {
    expect(PortSet.ofRanges([{ from: -5, to: 70000 }]).equals(PortSet.ALL)).toBe(true);
    expect(PortSet.ofRanges([{ from: 9, to: 8 }]).equals(PortSet.NONE)).toBe(true);
    expect(PortSet.ALL.size()).toBe(65536);
  });
});
