import { PolicyStopped } from "./policy-stopped.js";
import { Engine } from "./runtime.js";
import type { WasmModule } from "./web-assembly.js";

/** An engine that survives its policies: what traps or grows too large is replaced before the next document. */
export class GuardedEngine {
  private engine: Engine | undefined;
  readonly entrypoints: readonly string[];

  constructor(
    private readonly module: WasmModule,
    private readonly data: unknown,
  ) {
    this.engine = new Engine(module, data);
    this.entrypoints = this.engine.entrypoints();
  }

  judge(entrypoint: string, document: string | Uint8Array): string | PolicyStopped {
    const engine = this.engine ?? new Engine(this.module, this.data);
    this.engine = undefined;
    try {
      const text =
        typeof document === "string"
          ? engine.judge(entrypoint, document)
          : engine.judgeBytes(entrypoint, document);
      if (!engine.heavy) this.engine = engine;
      return text;
    } catch (error) {
      if (error instanceof PolicyStopped) return error;
      throw error;
    }
  }
}
