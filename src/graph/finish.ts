import { type Gap, gapOf, RELATIONS } from "../model/index.js";
import { index, type Surplus } from "./adjacency.js";
import { AssemblyGaps } from "./assembly-gaps.js";
import { Draft } from "./draft.js";
import { addImplied } from "./implied.js";
import { idOf, type NodeTable, tabulate } from "./node-table.js";
import { PackedGraph } from "./packed-graph.js";
import { resolveEdges } from "./resolve.js";
import { toldElsewhere } from "./told-apart.js";
import { type Rivalry, toldByOne } from "./told-by-one.js";

/** Joins what a draft holds: merges nodes, resolves edges, adds what is implied, sorts. */
export function finish(draft: Draft, earlier: readonly Gap[] = []): PackedGraph {
  const conflicts = [...earlier];
  const rivalries: Rivalry[] = [];
  const table = tabulate(draft, { conflicts, rivalries });
  conflicts.push(...toldByOne(draft, rivalries));
  // An estate of millions is told in as much memory as its graph takes: it goes as soon as it is read.
  draft.tabulated();
  const holes = new AssemblyGaps();
  const resolution = resolveEdges(draft, table, holes);
  draft.resolved();
  const implied = addImplied(draft, table, resolution);
  const { edges, surplus } = index(resolution.arrows, table.size, draft.ground);
  const loose = [...resolution.loose];
  const told = [...draft.gaps.values()];
  // A second target of a relation that has one stays loose, so that it is in dispute again after a change.
  for (const { from, row, dropped, at } of surplus) {
    const relation = draft.ground.names.intern(RELATIONS[row]?.name ?? "");
    loose.push({ from: table.name[from] ?? -1, relation, to: table.name[dropped] ?? -1, scope: -1, at });
  }
  const found = [
    ...conflicts,
    ...holes.gaps(),
    ...implied,
    ...toldElsewhere(table),
    ...surplus.map((each) => surplusGap(table, each)),
  ];
  const all = new Draft(draft.ground);
  for (const gap of [...told, ...found]) all.addGap(gap);
  const gaps = [...all.gaps.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return new PackedGraph(table, edges, { gaps, loose, told, conflicts });
}

function surplusGap(table: NodeTable, { from, row, kept, dropped, at }: Surplus): Gap {
  const [id, first, second] = [from, kept, dropped].map((node) => idOf(table, node));
  const relation = RELATIONS[row];
  return gapOf({
    reason: "conflict",
    message: `${id} has one "${relation?.name}", but both ${first} and ${second} are told`,
    at: table.ground.place(at),
    touches: {
      nodes: [id ?? "", first ?? "", second ?? ""],
      relations: [relation?.name ?? "", relation?.inverse ?? ""],
    },
  });
}
