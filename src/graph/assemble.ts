import type { Batch, PayloadStore } from "../model/index.js";
import { Draft } from "./draft.js";
import { finish } from "./finish.js";
import type { Graph } from "./graph.js";
import { Ground } from "./ground.js";
import { createMemoryStore } from "./memory-store.js";

export interface AssembleOptions {
  /** Where nodes and places of edges lie; in memory unless given. The graph reads it as long as it lives. */
  readonly store?: PayloadStore;
  /** Called when much of what was read was let go of, for whoever counts memory. */
  readonly tidy?: () => void;
}

/**
 * Joins batches into one graph. Their order, and how the same descriptions are split over them, have
 * no meaning. No batch is held after it was read. What does not join becomes a gap of the graph.
 */
export function assemble(batches: Iterable<Batch>, options: AssembleOptions = {}): Graph {
  const draft = newDraft(options);
  for (const batch of batches) draft.add(batch);
  return finish(draft);
}

/** The same for batches that come one by one, as from a snapshot. */
export async function assembleStream(
  batches: AsyncIterable<Batch>,
  options: AssembleOptions = {},
): Promise<Graph> {
  const draft = newDraft(options);
  for await (const batch of batches) draft.add(batch);
  return finish(draft);
}

function newDraft({ store, tidy }: AssembleOptions): Draft {
  return new Draft(new Ground(store ?? createMemoryStore()), tidy);
}
