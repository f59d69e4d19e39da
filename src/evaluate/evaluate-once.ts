import { Engine } from "./runtime.js";
import { Module, type WasmModule } from "./web-assembly.js";

const engines = new WeakMap<Uint8Array, { readonly module: WasmModule; engine?: Engine | undefined }>();

/**
 * One evaluation of one entry point without input, for the tests of policies; undefined where the
 * result is. Throws PolicyStopped, and then begins anew with the next.
 */
export async function evaluateOnce(wasm: Uint8Array, entrypoint: string, data: unknown): Promise<unknown> {
  const known = engines.get(wasm) ?? { module: new Module(wasm) };
  engines.set(wasm, known);
  const { module, engine = new Engine(module, data ?? {}) } = known;
  known.engine = undefined;
  const text = engine.judge(entrypoint, "{}");
  known.engine = engine;
  const [first] = JSON.parse(text) as { result: unknown }[];
  return first?.result;
}
