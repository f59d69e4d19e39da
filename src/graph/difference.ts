import { KINDS, type Kind } from "../model/index.js";
import type { Graph } from "./graph.js";
import { idOf, payloadOf } from "./node-table.js";
import { PackedGraph } from "./packed-graph.js";

/** In what two states of one estate differ. */
export interface Difference {
  /** Ids and aliases of nodes that came, went, are described otherwise, or have an arrow that came or went. */
  readonly names: ReadonlySet<string>;
  /** Kinds of which a node came or went. */
  readonly kinds: ReadonlySet<Kind>;
}

/**
 * Compares a graph with one that changes made of it: both number their nodes by id over one table of names and one
 * store. Undefined where they do not, and where their gaps differ: then anything may be otherwise.
 */
export function differenceOf(before: Graph, after: Graph): Difference | undefined {
  if (!(before instanceof PackedGraph && after instanceof PackedGraph)) return undefined;
  if (before.table.ground !== after.table.ground || !sameGaps(before, after)) return undefined;
  const found: Found = { names: new Set(), kinds: new Set() };
  const { names } = before.table.ground;
  let [left, right] = [0, 0];
  while (left < before.size || right < after.size) {
    const [a, b] = [before.table.name[left], after.table.name[right]];
    if (a !== undefined && a === b) compare([before, left++], [after, right++], found);
    else if (b === undefined || (a !== undefined && names.compare(a, b) < 0))
      cameOrWent([before, left++], found);
    else cameOrWent([after, right++], found);
  }
  return found;
}

interface Found {
  readonly names: Set<string>;
  readonly kinds: Set<Kind>;
}

type At = readonly [graph: PackedGraph, node: number];

function compare(a: At, b: At, found: Found): void {
  const [[before, left], [after, right]] = [a, b];
  if (before.table.handle[left] !== after.table.handle[right]) {
    called(a, found);
    called(b, found);
  }
  const [were, are] = [arrows(a), arrows(b)];
  if (were.length === are.length && were.every((arrow, index) => arrow === are[index])) return;
  const kept = new Set(were.filter((arrow) => are.includes(arrow)));
  found.names.add(idOf(before.table, left));
  for (const arrow of [...were, ...are]) if (!kept.has(arrow)) found.names.add(endOf(before, arrow));
}

function cameOrWent(at: At, found: Found): void {
  const [graph, node] = at;
  called(at, found);
  const kind = KINDS[graph.table.kind[node] ?? -1];
  if (kind !== undefined) found.kinds.add(kind);
  for (const arrow of arrows(at)) found.names.add(endOf(graph, arrow));
}

function called([graph, node]: At, { names }: Found): void {
  names.add(idOf(graph.table, node));
  for (const alias of payloadOf(graph.table, node).aliases) names.add(alias);
}

const ROWS = 256;

/** The node's arrows as numbers that mean the same in both graphs: the name of the end and the relation. */
function arrows([{ table, adjacency }, node]: At): number[] {
  const { start, to, row } = adjacency;
  const found: number[] = [];
  for (let edge = start[node] ?? 0; edge < (start[node + 1] ?? 0); edge++)
    found.push((table.name[to[edge] ?? -1] ?? -1) * ROWS + (row[edge] ?? 0));
  return found;
}

function endOf({ table }: PackedGraph, arrow: number): string {
  return table.ground.names.text(Math.floor(arrow / ROWS));
}

function sameGaps({ gaps: a }: Graph, { gaps: b }: Graph): boolean {
  return a.length === b.length && a.every(({ id }, index) => id === b[index]?.id);
}
