import type { Batch, PayloadStore } from "../model/index.js";
import { Draft } from "./draft.js";
import { finish } from "./finish.js";
import type { Graph } from "./graph.js";
import { Ground } from "./ground.js";
import { createMemoryStore } from "./memory-store.js";

export interface AssembleOptions {
  /** Where nodes and places of edges lie; in memory unless given. The graph reads it as long as it lives. */
  readonly store?: PayloadStore;
}

/**
 * Joins batches into one graph. Their order, and how the same descriptions are split over them, have
 * no meaning. No batch is held after it was read. What does not join becomes a gap of the graph.
 * Batches that come one by one, as from a snapshot, give a promise.
 */
export function assemble(batches: Iterable<Batch>, options?: AssembleOptions): Graph;
export function assemble(batches: AsyncIterable<Batch>, options?: AssembleOptions): Promise<Graph>;
export function assemble(
  batches: Iterable<Batch> | AsyncIterable<Batch>,
  options: AssembleOptions = {},
): Graph | Promise<Graph> {
  const draft = new Draft(new Ground(options.store ?? createMemoryStore()));
  if (Symbol.asyncIterator in batches) return drain(batches, draft);
  for (const batch of batches) draft.add(batch);
  return finish(draft);
}

async function drain(batches: AsyncIterable<Batch>, draft: Draft): Promise<Graph> {
  for await (const batch of batches) draft.add(batch);
  return finish(draft);
}
