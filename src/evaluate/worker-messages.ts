import type { Freight, Receipt } from "./batch.js";
import type { WasmModule } from "./web-assembly.js";

/** What a worker is started with. */
export interface WorkerSetup {
  readonly module: WasmModule;
  readonly data: unknown;
  /** Two 32-bit integers: the number of the document that the worker is at, and of the batches begun. */
  readonly place: SharedArrayBuffer;
}

export type ToWorker = Freight;

export type FromWorker =
  | { readonly ready: readonly string[] }
  | { readonly receipt: Receipt }
  | { readonly broken: string };
