import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Batch, LedgerRow, RawAnswer } from "../../src/model/index.js";
import { openSnapshot } from "../../src/snapshot/index.js";
import { edge, node } from "../graph/estate.js";

export { edge, node };

export interface Handed {
  readonly answers: readonly RawAnswer[];
  readonly batch: Batch;
  readonly ledger: readonly LedgerRow[];
}

/** A folder of its own for one test file; the system's temporary folder is cleaned by the system. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), "causeway-snapshot-"));

export function handed(
  more: Partial<Handed> & { nodes?: Batch["nodes"]; edges?: Batch["edges"]; gaps?: Batch["gaps"] } = {},
): Handed {
  const { nodes = [], edges = [], gaps = [], ...rest } = more;
  return { answers: [], ledger: [], batch: { nodes, edges, gaps }, ...rest };
}

/** Everything that a snapshot gives back, in the order in which it gives it. */
export async function contentOf(path: string) {
  const reader = await openSnapshot(path);
  try {
    const all = {
      nodes: [] as unknown[],
      edges: [] as unknown[],
      gaps: [] as unknown[],
      answers: [] as unknown[],
    };
    for await (const batch of reader.batches()) {
      all.nodes.push(...batch.nodes);
      all.edges.push(...batch.edges);
      all.gaps.push(...batch.gaps);
    }
    for await (const answer of reader.answers()) all.answers.push(answer);
    return { ...all, ledger: await reader.ledger(), hash: reader.contentHash, complete: reader.complete };
  } finally {
    await reader.close();
  }
}
