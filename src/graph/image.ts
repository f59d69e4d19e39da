import type { Gap, PayloadStore } from "../model/index.js";
import type { Adjacency } from "./adjacency.js";
import type { Graph } from "./graph.js";
import { Ground } from "./ground.js";
import type { NameImage } from "./name-table.js";
import type { NodeTable } from "./node-table.js";
import { PackedGraph } from "./packed-graph.js";
import type { Place } from "./scope-table.js";

/**
 * A graph as another thread is handed it (structured clone): its arrays and names are shared, its gaps copied,
 * and its payloads read by each thread for itself.
 */
export interface GraphImage {
  readonly names: NameImage;
  readonly scopes: Place[];
  readonly table: Omit<NodeTable, "ground">;
  readonly edges: Adjacency;
  readonly gaps: readonly Gap[];
  /** What the store gave to be found by (`PayloadStore.share`). */
  readonly payloads: unknown;
}

/** The graph for other threads. It must not be changed while they read; a graph in memory cannot be shared. */
export function imageOf(graph: Graph): GraphImage {
  if (!(graph instanceof PackedGraph)) throw new Error("only a graph that assemble gave can be shared");
  const { ground, ...table } = graph.table;
  const payloads = ground.store.share?.();
  if (payloads === undefined) throw new Error("a graph whose payloads lie in memory cannot be shared");
  const [names, scopes] = [ground.names.image(), ground.scopes.image()];
  return { names, scopes, table, edges: graph.adjacency, gaps: graph.gaps, payloads };
}

/** The graph of an image, to be read only; `open` finds its payloads. */
export function openImage(
  { names, scopes, table, edges, gaps, payloads }: GraphImage,
  open: (payloads: unknown) => PayloadStore,
): Graph {
  const ground = new Ground(open(payloads), { names, scopes });
  return new PackedGraph({ ...table, ground }, edges, { gaps, loose: [], told: [], conflicts: [] });
}
