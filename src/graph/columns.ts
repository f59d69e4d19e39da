import { sharedCopy, sharedInts } from "./shared-arrays.js";

type Numbers = Int32Array | Float64Array | Uint8Array;

/** A typed array that grows. Reading past the end gives -1. */
class Column<A extends Numbers> {
  length = 0;

  constructor(
    protected data: A,
    private readonly make: (size: number) => A,
  ) {}

  push(value: number): number {
    if (this.length === this.data.length) {
      const larger = this.make(grown(this.length, this.data.BYTES_PER_ELEMENT));
      larger.set(this.data);
      this.data = larger;
    }
    this.data[this.length] = value;
    return this.length++;
  }

  at(index: number): number {
    return index < this.length ? (this.data[index] ?? -1) : -1;
  }

  set(index: number, value: number): void {
    this.data[index] = value;
  }

  /** The filled part; a view, not a copy. */
  values(): A {
    return this.data.subarray(0, this.length) as A;
  }

  /** Lets go of what it holds. */
  clear(): void {
    this.data = this.make(0);
    this.length = 0;
  }
}

/** Bytes of a column that many nodes have outgrown. */
const SMALL = 1 << 22;
const LARGE = 1 << 26;

/**
 * By doubling; but from four megabytes to 64 at once. What is not written to takes no memory, and so large a piece
 * goes back to the system as soon as it is let go of, which what allocators keep together does not.
 */
function grown(size: number, width: number): number {
  const bytes = size * width;
  return bytes >= SMALL && bytes < LARGE ? LARGE / width : Math.max(64, size * 2);
}

/** 32-bit integers: indices of nodes, names, edges. */
export class Indices extends Column<Int32Array> {
  constructor(make: (size: number) => Int32Array = (size) => new Int32Array(size)) {
    super(make(64), make);
  }

  /** In memory that threads can share; or the column that another thread filled, which is full. */
  static shared(data?: Int32Array): Indices {
    const column = new Indices(sharedInts);
    if (data !== undefined) {
      column.data = data;
      column.length = data.length;
    }
    return column;
  }
}

/** 64-bit floats: handles of payloads, which may be offsets in files beyond 4 GiB. */
export class Handles extends Column<Float64Array> {
  constructor() {
    super(new Float64Array(64), (size) => new Float64Array(size));
  }
}

/** Small numbers: kinds, rows of RELATIONS, flags. */
export class Bytes extends Column<Uint8Array> {
  constructor() {
    super(new Uint8Array(64), (size) => new Uint8Array(size));
  }
}

/** Groups 0…keys.length-1 by key, stable: `items[start[k] … start[k+1]-1]` are those with key k. */
export function groupBy(
  keys: Int32Array | Uint8Array,
  groups: number,
  order?: Int32Array,
): { start: Int32Array; items: Int32Array } {
  const start = sharedInts(groups + 1);
  for (const key of keys) start[key + 1] = (start[key + 1] ?? 0) + 1;
  for (let group = 0; group < groups; group++)
    start[group + 1] = (start[group + 1] ?? 0) + (start[group] ?? 0);
  const next = sharedCopy(start);
  const items = sharedInts(keys.length);
  for (let place = 0; place < keys.length; place++) {
    const item = order === undefined ? place : (order[place] ?? 0);
    const key = keys[item] ?? 0;
    const slot = next[key] ?? 0;
    items[slot] = item;
    next[key] = slot + 1;
  }
  return { start, items };
}
