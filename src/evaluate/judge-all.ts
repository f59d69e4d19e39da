import { type Graph, imageOf } from "../graph/index.js";
import type { Derived } from "../model/index.js";
import { blocksOf } from "./blocks.js";
import type { CompiledPolicies } from "./compiled.js";
import { Crew } from "./crew.js";
import { Aliases } from "./identities.js";
import { LocalEngine } from "./local-engine.js";
import type { Recruits } from "./recruits.js";
import { Shard, type Terms } from "./shard.js";
import type { Slice, SliceResult } from "./slice.js";
import { Module } from "./web-assembly.js";

/** Where subjects are judged. */
export interface Threads {
  /** How many threads at most; 0 judges on this one, where nothing can end a policy that does not. */
  readonly workers: number;
  /** The program of a thread: it calls `serveShard`. */
  readonly program: URL;
  /** Handed to the program for what it derives (structured clone). */
  readonly told?: unknown;
  /** Threads of the program that were started before. */
  readonly recruits?: Recruits | undefined;
  /** How long one document may take, in milliseconds; 20 000 unless given. */
  readonly patience?: number;
}

interface Work {
  readonly graph: Graph;
  /** For judging on this thread; others derive for themselves. */
  readonly derived: Derived;
  readonly compiled: CompiledPolicies;
  readonly terms: Omit<Terms, "manifest">;
  readonly threads?: Threads | undefined;
}

type Hand = (slice: Omit<Slice, "strikes">, result: SliceResult) => void;

/** Below so many subjects for each a second thread costs more than it gives. */
const WORTH_A_THREAD = 2000;
const PATIENCE = 20_000;

/** Judges every subject of every group of policies, and hands on what comes of it in the order of the blocks. */
export async function judgeAll(work: Work, hand: Hand): Promise<void> {
  const { graph, derived, compiled, threads } = work;
  const share = work.terms.share && !Aliases.builtInto(compiled);
  const terms = { ...work.terms, manifest: compiled.manifest, share };
  const groups = compiled.manifest.entrypoints.flatMap(({ kind, policies: ids }, group) =>
    ids.some((id) => terms.policies.has(id)) ? [{ group, kind }] : [],
  );
  const blocks = blocksOf(graph, groups);
  if (threads === undefined || threads.workers === 0) {
    const shard = new Shard(terms, { graph, derived, engine: new LocalEngine(compiled) });
    for (const block of blocks) for (const slice of block) hand(slice, shard.run({ ...slice, strikes: [] }));
    return;
  }
  const { data } = compiled;
  const { told, program, recruits, patience = PATIENCE } = threads;
  const setup = { graph: imageOf(graph), terms, module: new Module(compiled.wasm), data, told };
  const subjects = groups.reduce((sum, { kind }) => sum + graph.count(kind), 0);
  const size = Math.max(1, Math.min(threads.workers, Math.ceil(subjects / WORTH_A_THREAD)));
  await new Crew({ program, setup, patience, recruits }, size, hand).judge(blocks);
}
