import { existsSync, statSync } from "node:fs";
import { assembleStream, type Graph } from "../graph/index.js";
import { UsageError } from "../model/errors.js";
import type { Batch, EstateNode, LedgerRow, PayloadStore } from "../model/index.js";
import { createSpillStore, openSnapshot } from "../snapshot/index.js";
import { besideConfig, type Settings } from "./config-file.js";
import { beThrifty, tidy } from "./thrift.js";

/** A snapshot, opened and assembled. */
export interface Estate {
  readonly graph: Graph;
  /** On disk: where its nodes lie, and room for more. */
  readonly store: PayloadStore;
  readonly ledger: readonly LedgerRow[];
  readonly hash: string;
  readonly collectedFrom?: string;
  readonly collectedTo?: string;
}

/** The snapshot that the command line, else the configuration, names. */
export function snapshotPath(settings: Settings, named?: string): string {
  return named ?? besideConfig(settings, settings.config.snapshot ?? "estate.duckdb");
}

/** Of snapshots beyond so many bytes memory is counted. Nodes stay on disk, where every thread finds them. */
const LARGE = 96 << 20;

/** Opens and assembles; the snapshot's file is closed again. */
export async function openEstate(path: string): Promise<Estate> {
  mustExist(path);
  const reader = await openSnapshot(path);
  try {
    const large = statSync(path).size > LARGE;
    if (large) beThrifty();
    const store = createSpillStore();
    const graph = await assembleStream(whole(reader.batches()), large ? { store, tidy } : { store });
    const ledger = await reader.ledger();
    if (large) tidy();
    return { graph, store, ledger, hash: reader.contentHash, ...timesOf(ledger) };
  } finally {
    await reader.close();
  }
}

/** The estate as a whole, for policies that judge it: nobody collects it, the configuration describes it. */
const ESTATE: EstateNode<"estate"> = {
  id: "causeway:estate",
  kind: "estate",
  type: "causeway.estate",
  label: "the estate",
  aliases: ["estate"],
  scope: { provider: "estate" },
  tags: {},
  is: {},
  native: {},
  at: { source: "configuration", uri: "causeway.yaml" },
};

/** What every graph holds beside what was collected. */
export const WHOLE: Batch = { nodes: [ESTATE], edges: [], gaps: [] };

async function* whole(batches: AsyncIterable<Batch>): AsyncIterable<Batch> {
  yield WHOLE;
  yield* batches;
}

export function mustExist(path: string): void {
  if (existsSync(path)) return;
  throw new UsageError(
    `there is no snapshot ${path}`,
    "collect one with causeway collect, or name it with --snapshot FILE",
  );
}

function timesOf(ledger: readonly LedgerRow[]): { collectedFrom?: string; collectedTo?: string } {
  const times = ledger.flatMap(({ time }) => (time === undefined ? [] : [time])).sort();
  const [first] = times;
  const last = times.at(-1);
  return first === undefined || last === undefined ? {} : { collectedFrom: first, collectedTo: last };
}
