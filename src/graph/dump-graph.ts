import { canonicalJson } from "../model/index.js";
import type { Graph } from "./graph.js";

/**
 * The whole graph as lines of canonical JSON: nodes, resolved edges, gaps, each sorted. Two graphs
 * are the same exactly if their dumps are. For tests and for `same graph` comparisons.
 */
export function* dumpLines(graph: Graph): Iterable<string> {
  for (const kind of graph.kinds()) {
    for (const id of graph.each(kind)) yield canonicalJson(graph.node(id));
  }
  for (const edge of graph.edges()) yield canonicalJson(edge);
  for (const gap of graph.gaps) yield canonicalJson(gap);
}

export function dumpGraph(graph: Graph): string {
  return [...dumpLines(graph)].join("\n");
}
