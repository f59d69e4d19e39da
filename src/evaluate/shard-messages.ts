import type { GraphImage } from "../graph/index.js";
import type { Terms } from "./shard.js";
import type { Slice, SliceResult } from "./slice.js";
import type { WasmModule } from "./web-assembly.js";

/** What a thread is sent first. */
export interface ShardSetup {
  readonly graph: GraphImage;
  readonly terms: Terms;
  readonly module: WasmModule;
  /** Base documents of the policies. */
  readonly data: unknown;
  /** What the thread's program was promised to be told; not read here. */
  readonly told: unknown;
  readonly place: SharedArrayBuffer;
}

/** A document on which an engine was lost: it is not asked again. */
export interface Stop {
  readonly entrypoint: string;
  readonly key: string;
  readonly message: string;
  readonly endless: boolean;
}

export interface ToShard {
  readonly slice: Slice;
  readonly stops: readonly Stop[];
}

export type FromShard =
  | { readonly ready: readonly string[] }
  | { readonly result: SliceResult }
  | { readonly broken: string };
