import { aliased, type NodeTable, nodeNamed, placeOf } from "./node-table.js";
import { distance, type Place } from "./scope-table.js";
import type { KindSet } from "./segments.js";

/** Where to look, and which kinds may be found. */
export interface Want {
  readonly near: Place;
  readonly kinds: KindSet;
}

/**
 * The nodes that a name means, seen from a place: the node with that id, else the nearest of those
 * with that alias. None: nothing answers to it. Several: they are equally near.
 */
export function nearest(table: NodeTable, name: number, want: Want): readonly number[] {
  const exact = nodeNamed(table, name);
  if (exact >= 0) return fits(table, exact, want) ? [exact] : [];
  const candidates = aliased(table, name).filter((node) => node >= 0 && fits(table, node, want));
  if (candidates.length < 2) return candidates;
  const far = candidates.map((node) => distance(want.near, placeOf(table, node)));
  const least = Math.min(...far);
  return candidates.filter((_node, index) => far[index] === least);
}

function fits(table: NodeTable, node: number, want: Want): boolean {
  return want.kinds[table.kind[node] ?? -1] === 1;
}
