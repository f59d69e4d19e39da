import { KINDS, type Kind } from "../model/index.js";
import type { Graph } from "./graph.js";
import { PackedGraph } from "./packed-graph.js";
import { sharedInts } from "./shared-arrays.js";

/** Nodes are so many arrows away from their network at most: a rule of a listener of a load balancer. */
const ROUNDS = 4;
const NONE = -1;

/** The nodes of a kind, those of one network together: by homes, then by positions (see `Graph.at`). */
interface Neighbours {
  readonly positions: Int32Array;
  /** The homes of the same nodes, in the same order: ascending numbers that mean nothing else, -1 for none. */
  readonly homes: Int32Array;
}

/**
 * Where nodes are at home: the network, or the site, to which their arrows lead. What has to be worked out of one
 * of them mostly serves its neighbours. A graph that is no `assemble`'s has no homes.
 */
export function homesOf(graph: Graph): { of(kind: Kind): Neighbours } {
  const home = graph instanceof PackedGraph ? settled(graph) : undefined;
  const of = (kind: Kind) => {
    const nodes = graph instanceof PackedGraph ? graph.nodesOf(kind) : undefined;
    const at = (position: number) => home?.[nodes?.[position] ?? 0] ?? NONE;
    const positions = new Int32Array(graph.count(kind)).map((_, position) => position);
    positions.sort((a, b) => at(a) - at(b) || a - b);
    return { positions, homes: positions.map(at) };
  };
  return { of };
}

/** By node: the node that is its home. */
function settled({ table, adjacency }: PackedGraph): Int32Array {
  const home = sharedInts(table.size).fill(NONE);
  const places = [KINDS.indexOf("network"), KINDS.indexOf("site")];
  table.kind.forEach((kind, node) => {
    if (places.includes(kind)) home[node] = node;
  });
  const { from, to } = adjacency;
  for (let round = 0, moved = true; moved && round < ROUNDS; round++) {
    moved = false;
    for (let edge = 0; edge < from.length; edge++) {
      const [start, end] = [from[edge] ?? 0, home[to[edge] ?? 0] ?? NONE];
      if (home[start] !== NONE || end === NONE) continue;
      home[start] = end;
      moved = true;
    }
  }
  return home;
}
