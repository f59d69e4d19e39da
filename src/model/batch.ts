import type { Gap } from "./gap.js";
import type { Edge, EstateNode } from "./node.js";

/** All that a source returns. It may be partial and come in any order; `assemble` joins batches. */
export interface Batch {
  readonly nodes: readonly EstateNode[];
  readonly edges: readonly Edge[];
  readonly gaps: readonly Gap[];
}

export const EMPTY_BATCH: Batch = { nodes: [], edges: [], gaps: [] };

/** Concatenates batches; their order has no meaning. */
export function joinBatches(batches: readonly Batch[]): Batch {
  return {
    nodes: batches.flatMap((batch) => batch.nodes),
    edges: batches.flatMap((batch) => batch.edges),
    gaps: batches.flatMap((batch) => batch.gaps),
  };
}
