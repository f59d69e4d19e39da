import { canonicalJson, RELATIONS } from "../model/index.js";
import type { Arrows } from "./arrows.js";
import { groupBy } from "./columns.js";
import type { Ground } from "./ground.js";
import { sharedBytes, sharedFloats, sharedInts } from "./shared-arrays.js";

/** Edges in compressed rows: those of a node lie together, sorted by relation and then by the other end. */
export interface Adjacency {
  readonly start: Int32Array;
  readonly from: Int32Array;
  readonly row: Uint8Array;
  readonly to: Int32Array;
  readonly at: Float64Array;
  readonly implied: Uint8Array;
  /** Backwards: edges by their `to`, sorted by relation and then by `from`. */
  readonly incoming: { readonly start: Int32Array; readonly items: Int32Array };
}

/** Two arrows of a relation of which a node has one. */
export interface Surplus {
  readonly from: number;
  readonly row: number;
  readonly kept: number;
  readonly dropped: number;
  readonly at: number;
}

/**
 * Sorts the arrows and drops doubles. Of two places of one arrow the smaller canonical JSON stays;
 * of two targets where the relation has one, the smaller node stays, and `surplus` says so.
 */
export function index(
  arrows: Arrows,
  nodes: number,
  ground: Ground,
): { edges: Adjacency; surplus: Surplus[] } {
  const surplus: Surplus[] = [];
  const kept = keep(arrows, { order: sorted(arrows, nodes), ground, surplus });
  const count = kept.length;
  const [from, to] = [sharedInts(count), sharedInts(count)];
  const [row, implied] = [sharedBytes(count), sharedBytes(count)];
  const at = sharedFloats(count);
  const start = sharedInts(nodes + 1);
  kept.forEach((arrow, place) => {
    from[place] = arrows.from.at(arrow);
    row[place] = arrows.row.at(arrow);
    to[place] = arrows.to.at(arrow);
    at[place] = arrows.at.at(arrow);
    implied[place] = arrows.implied.at(arrow);
    const next = arrows.from.at(arrow) + 1;
    start[next] = (start[next] ?? 0) + 1;
  });
  for (let node = 0; node < nodes; node++) start[node + 1] = (start[node + 1] ?? 0) + (start[node] ?? 0);
  // Stable, least significant key first: by `from` they are already, then by relation, then by `to`.
  const byRow = groupBy(row, RELATIONS.length).items;
  return { edges: { start, from, row, to, at, implied, incoming: groupBy(to, nodes, byRow) }, surplus };
}

/** Indices of the arrows by from, row, to: three stable passes of counting. */
function sorted(arrows: Arrows, nodes: number): Int32Array {
  const byTo = groupBy(arrows.to.values(), nodes).items;
  const byRow = groupBy(arrows.row.values(), RELATIONS.length, byTo).items;
  return groupBy(arrows.from.values(), nodes, byRow).items;
}

function keep(arrows: Arrows, run: { order: Int32Array; ground: Ground; surplus: Surplus[] }): Int32Array {
  const kept = sharedInts(run.order.length);
  let count = 0;
  for (const arrow of run.order) {
    const last = count === 0 ? -1 : (kept[count - 1] ?? -1);
    const [from, row, to] = [arrows.from.at(arrow), arrows.row.at(arrow), arrows.to.at(arrow)];
    const group = last >= 0 && arrows.from.at(last) === from && arrows.row.at(last) === row;
    if (group && arrows.to.at(last) === to) {
      const [a, b] = [arrows.at.at(last), arrows.at.at(arrow)];
      if (a !== b && smaller(run.ground, b, a)) kept[count - 1] = arrow;
    } else if (group && RELATIONS[row]?.cardinality === "one") {
      run.surplus.push({ from, row, kept: arrows.to.at(last), dropped: to, at: arrows.at.at(arrow) });
    } else kept[count++] = arrow;
  }
  return kept.subarray(0, count);
}

function smaller(ground: Ground, a: number, b: number): boolean {
  return canonicalJson(ground.place(a)) < canonicalJson(ground.place(b));
}
