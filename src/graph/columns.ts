import { sharedFloats, sharedInts } from "./shared-arrays.js";

type Numbers = Int32Array | Float64Array;

/** A typed array that grows by doubling, in memory that threads can share. Reading past the end gives `missing`. */
class Column<A extends Numbers> {
  length = 0;

  constructor(
    protected data: A,
    private readonly grow: (size: number) => A,
  ) {}

  push(value: number): number {
    if (this.length === this.data.length) {
      const larger = this.grow(Math.max(64, this.data.length * 2));
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
}

/** 32-bit integers: indices of nodes, names, edges. */
export class Indices extends Column<Int32Array> {
  constructor(data: Int32Array = sharedInts(64)) {
    super(data, sharedInts);
  }

  /** The column that another thread filled; it is full. */
  static over(data: Int32Array): Indices {
    const column = new Indices(data);
    column.length = data.length;
    return column;
  }
}

/** 64-bit floats: handles of payloads, which may be offsets in files beyond 4 GiB. */
export class Handles extends Column<Float64Array> {
  constructor() {
    super(sharedFloats(64), sharedFloats);
  }
}

/** Groups 0…keys.length-1 by key, stable: `items[start[k] … start[k+1]-1]` are those with key k. */
export function groupBy(
  keys: Int32Array,
  groups: number,
  order?: Int32Array,
): { start: Int32Array; items: Int32Array } {
  const start = sharedInts(groups + 1);
  for (const key of keys) start[key + 1] = (start[key + 1] ?? 0) + 1;
  for (let group = 0; group < groups; group++)
    start[group + 1] = (start[group + 1] ?? 0) + (start[group] ?? 0);
  const next = Int32Array.from(start);
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
