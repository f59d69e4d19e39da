import type { Graph } from "../graph/index.js";
import type { PolicyMeta } from "../model/index.js";
import { GapIndex } from "./gap-index.js";
import type { Sink } from "./sink.js";
import { undecidedOf } from "./undecided.js";

/** One undecided outcome for each policy and each place where subjects of it may be missing altogether. */
export function hiddenSubjects(graph: Graph, policies: Iterable<PolicyMeta>, sink: Sink): void {
  const index = new GapIndex(graph);
  for (const policy of policies) {
    for (const undecided of undecidedOf(graph, { policy, gaps: index.hidingSubjects(policy) })) {
      sink.undecided(undecided);
      sink.count(policy.id, "unknown", 1);
    }
  }
}
