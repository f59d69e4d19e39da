import type { Graph } from "../graph/index.js";
import type { PolicyMeta, Undecided } from "../model/index.js";
import { GapIndex } from "./gap-index.js";
import { undecidedOf } from "./undecided.js";

/** One undecided outcome for each policy and each place where subjects of it may be missing altogether. */
export function hiddenSubjects(graph: Graph, policies: Iterable<PolicyMeta>): Undecided[] {
  const index = new GapIndex(graph);
  return [...policies].flatMap((policy) =>
    undecidedOf(graph, { policy, gaps: index.hidingSubjects(policy) }),
  );
}
