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

/** Ports `from` … `to`, both inside. */
export interface PortRange {
  readonly from: number;
  readonly to: number;
}

const PORTS_END = 65536;

/** An immutable set of the ports 0 … 65535, canonical like AddressSet. */
export class PortSet {
  static readonly NONE = new PortSet([]);
  static readonly ALL = new PortSet([0, PORTS_END]);

  private constructor(readonly bounds: Bounds<number>) {}

  /** The union of ranges in any order; what lies outside 0 … 65535 is cut off, `from` > `to` is empty. */
  static ofRanges(ranges: readonly PortRange[]): PortSet {
    return new PortSet(
      fromIntervals(ranges.map(({ from, to }) => [Math.max(0, from), Math.min(to + 1, PORTS_END)] as const)),
    );
  }

  union(other: PortSet): PortSet {
    return new PortSet(combine(this.bounds, other.bounds, UNION));
  }

  intersect(other: PortSet): PortSet {
    return new PortSet(combine(this.bounds, other.bounds, INTERSECTION));
  }

  difference(other: PortSet): PortSet {
    return new PortSet(combine(this.bounds, other.bounds, DIFFERENCE));
  }

  complement(): PortSet {
    return PortSet.ALL.difference(this);
  }

  isEmpty(): boolean {
    return this.bounds.length === 0;
  }

  equals(other: PortSet): boolean {
    return same(this.bounds, other.bounds);
  }

  contains(port: number): boolean {
    return holds(this.bounds, port);
  }

  /** Is every port of `other` in this set? */
  covers(other: PortSet): boolean {
    return covers(this.bounds, other.bounds);
  }

  overlaps(other: PortSet): boolean {
    return meet(this.bounds, other.bounds);
  }

  /** How many ports. */
  size(): number {
    return this.bounds.reduce((sum, bound, index) => (index % 2 === 0 ? sum - bound : sum + bound), 0);
  }

  /** The maximal ranges, ascending; no two touch. */
  ranges(): PortRange[] {
    const out: PortRange[] = [];
    for (let i = 0; i < this.bounds.length; i += 2) {
      out.push({ from: this.bounds[i] as number, to: (this.bounds[i + 1] as number) - 1 });
    }
    return out;
  }
}
