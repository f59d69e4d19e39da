import { type Gap, RELATIONS } from "../model/index.js";
import { Draft } from "./draft.js";
import { finish } from "./finish.js";
import { nodeNamed } from "./node-table.js";
import type { Overlay } from "./overlay.js";
import type { PackedGraph } from "./packed-graph.js";

/** Assembles the graph that the overlay leaves. Payloads that stay are not read, only pointed at. */
export function rebuild(overlay: Overlay, gaps: readonly Gap[]): PackedGraph {
  const { base } = overlay;
  const draft = new Draft(base.table.ground);
  copyNodes(overlay, draft);
  copyEdges(overlay, draft);
  for (const node of overlay.fresh.values()) draft.addNode(node);
  for (const edges of overlay.edges.values()) for (const edge of edges) draft.addEdge(edge);
  for (const gap of [...base.remains.told, ...gaps]) draft.addGap(gap);
  const conflicts = base.remains.conflicts.filter(({ touches }) =>
    touches.nodes.every((id) => overlay.keeps(base.numberOf(id))),
  );
  return finish(draft, conflicts);
}

function copyNodes(overlay: Overlay, draft: Draft): void {
  const { table } = overlay.base;
  for (let node = 0; node < table.size; node++) {
    if (!overlay.keeps(node)) continue;
    draft.addStub(table.name[node] ?? -1, {
      kind: table.kind[node] ?? -1,
      scope: table.scope[node] ?? -1,
      defaultAcl: table.defaultAcl[node] === 1,
      handle: table.handle[node] ?? -1,
    });
  }
  const { start, items } = table.aliases;
  for (let alias = 0; alias + 1 < start.length; alias++) {
    for (let slot = start[alias] ?? 0; slot < (start[alias + 1] ?? 0); slot++) {
      const node = table.aliasNode[items[slot] ?? -1] ?? -1;
      if (node >= 0 && overlay.keeps(node)) draft.addAlias(table.name[node] ?? -1, alias);
    }
  }
}

/** Arrows keep the nodes they found. What was implied is left out: it is worked out again. */
function copyEdges(overlay: Overlay, draft: Draft): void {
  const { table, adjacency, remains } = overlay.base;
  const { names } = table.ground;
  const relations = RELATIONS.map(({ name }) => names.intern(name));
  for (let edge = 0; edge < adjacency.from.length; edge++) {
    const from = adjacency.from[edge] ?? -1;
    const row = adjacency.row[edge] ?? -1;
    if (adjacency.implied[edge] === 1 || !overlay.holds(from, RELATIONS[row]?.name ?? "")) continue;
    draft.addRawEdge({
      from: table.name[from] ?? -1,
      relation: relations[row] ?? -1,
      to: table.name[adjacency.to[edge] ?? -1] ?? -1,
      scope: -1,
      at: adjacency.at[edge] ?? -1,
    });
  }
  for (const edge of remains.loose) {
    const from = nodeNamed(table, edge.from);
    if (from < 0 || overlay.holds(from, names.text(edge.relation))) draft.addRawEdge(edge);
  }
}
