import type { Bench, Task } from "./bench.js";
import type { CompiledPolicies } from "./compiled.js";
import { GuardedEngine } from "./guarded-engine.js";
import { Module } from "./web-assembly.js";

/** Judges on this thread. A policy that never ends cannot be stopped here. */
export class LocalBench implements Bench {
  readonly entrypoints: ReadonlySet<string>;
  private readonly engine: GuardedEngine;

  constructor({ wasm, data }: CompiledPolicies) {
    this.engine = new GuardedEngine(new Module(wasm), data);
    this.entrypoints = new Set(this.engine.entrypoints);
  }

  submit(task: Task): void {
    task.answered(this.engine.judge(task.entrypoint, task.document));
  }

  room(): undefined {
    return undefined;
  }

  async settled(): Promise<void> {}

  async close(): Promise<void> {}
}
