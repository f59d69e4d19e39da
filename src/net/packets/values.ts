import { type Diagram, FALSE, type Node, TRUE } from "./diagram.js";
import type { Field } from "./layout.js";

/** The values of a field that lie between the bounds: start and end in turn, ascending, ends outside. */
export function valuesIn(diagram: Diagram, field: Field, bounds: readonly number[]): Node {
  const at = (level: number, from: number, size: number): Node => {
    const index = above(bounds, from);
    const next = bounds[index] ?? Number.POSITIVE_INFINITY;
    if (next >= from + size) return index % 2 === 1 ? TRUE : FALSE;
    const half = size / 2;
    return diagram.make(field.start + level, at(level + 1, from, half), at(level + 1, from + half, half));
  };
  return at(0, 0, 2 ** field.bits);
}

/** The same for 128 bits. */
export function wideValuesIn(diagram: Diagram, field: Field, bounds: readonly bigint[]): Node {
  const at = (level: number, from: bigint): Node => {
    const size = 1n << BigInt(field.bits - level);
    const index = above(bounds, from);
    const next = bounds[index];
    if (next === undefined || next >= from + size) return index % 2 === 1 ? TRUE : FALSE;
    return diagram.make(field.start + level, at(level + 1, from), at(level + 1, from + size / 2n));
  };
  return at(0, 0n);
}

/** How many bounds are not above the value. */
function above<T extends number | bigint>(bounds: readonly T[], value: T): number {
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((bounds[middle] as T) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The values of a field in a diagram over that field alone: maximal runs, ends outside. */
export function boundsOf(diagram: Diagram, field: Field, node: Node): number[] {
  const bounds: number[] = [];
  const visit = (at: Node, level: number, from: number): void => {
    const size = 2 ** (field.bits - level);
    if (at === FALSE) return;
    if (at === TRUE) {
      if (bounds.at(-1) === from) bounds[bounds.length - 1] = from + size;
      else bounds.push(from, from + size);
      return;
    }
    const own = diagram.variableOf(at) === field.start + level;
    visit(own ? diagram.lowOf(at) : at, level + 1, from);
    visit(own ? diagram.highOf(at) : at, level + 1, from + size / 2);
  };
  visit(node, 0, 0);
  return bounds;
}

export function wideBoundsOf(diagram: Diagram, field: Field, node: Node): bigint[] {
  const bounds: bigint[] = [];
  const visit = (at: Node, level: number, from: bigint): void => {
    if (at === FALSE) return;
    const size = 1n << BigInt(field.bits - level);
    if (at === TRUE) {
      if (bounds.at(-1) === from) bounds[bounds.length - 1] = from + size;
      else bounds.push(from, from + size);
      return;
    }
    const own = diagram.variableOf(at) === field.start + level;
    visit(own ? diagram.lowOf(at) : at, level + 1, from);
    visit(own ? diagram.highOf(at) : at, level + 1, from + size / 2n);
  };
  visit(node, 0, 0n);
  return bounds;
}
