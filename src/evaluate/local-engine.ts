import { GuardedEngine } from "./guarded-engine.js";
import type { Answer } from "./policy-stopped.js";
import type { Asked, Question } from "./verdicts.js";
import { Module } from "./web-assembly.js";

/** Judges on this thread. A policy that never ends cannot be stopped here. */
export class LocalEngine implements Asked {
  readonly entrypoints: ReadonlySet<string>;
  private readonly engine: GuardedEngine;

  constructor({ wasm, data }: { readonly wasm: Uint8Array; readonly data: unknown }) {
    this.engine = new GuardedEngine(new Module(wasm), data);
    this.entrypoints = new Set(this.engine.entrypoints);
  }

  judge({ entrypoint, document }: Question): Answer {
    return this.engine.judge(entrypoint, document);
  }
}
