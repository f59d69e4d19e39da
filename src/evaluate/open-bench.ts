import type { Bench } from "./bench.js";
import type { CompiledPolicies } from "./compiled.js";
import { LocalBench } from "./local-bench.js";
import { Pool } from "./pool.js";
import { Module } from "./web-assembly.js";

export interface Threads {
  /** How many worker threads at most; 0 judges on this thread, where nothing can end a policy that does not. */
  readonly workers: number;
  /** How long one document may take, in milliseconds; 20 000 unless given. */
  readonly patience?: number;
  /** The worker's program; the built one unless given. */
  readonly worker?: URL;
}

/** Below so many subjects for each a second thread costs more than it gives. */
const WORTH_A_THREAD = 4000;
const PATIENCE = 20_000;

/** Where policies are judged: on as many threads as the work is worth, or on this one. */
export async function openBench(
  compiled: CompiledPolicies,
  subjects: number,
  threads: Threads,
): Promise<Bench> {
  const url = threads.worker ?? builtWorker();
  const size = Math.min(threads.workers, Math.ceil(subjects / WORTH_A_THREAD));
  if (url === undefined || size === 0) return new LocalBench(compiled);
  const { wasm, data } = compiled;
  const setup = { module: new Module(wasm), data };
  return Pool.start({ url, setup, patience: threads.patience ?? PATIENCE }, size);
}

/** Node runs the built file; beside the TypeScript source there is none. */
function builtWorker(): URL | undefined {
  return import.meta.url.endsWith(".js") ? new URL("./worker.js", import.meta.url) : undefined;
}
