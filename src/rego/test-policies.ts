import { checked } from "./compile-policies.js";
import { askCompiler } from "./compiler.js";
import { requestFor } from "./request.js";
import type { CompiledTest, PolicyModule } from "./types.js";

export interface TestResult {
  readonly test: string;
  readonly file: string;
  readonly line: number;
  readonly status: "pass" | "fail" | "error" | "skip";
  readonly message?: string;
}

/** Evaluates one entry point without input; undefined where the result is. `src/evaluate` has it. */
export type Evaluate = (wasm: Uint8Array, entrypoint: string, data: unknown) => Promise<unknown>;

export interface TestOptions {
  readonly modules: readonly PolicyModule[];
  readonly evaluate: Evaluate;
}

/** Runs every `test_` rule on the engine that judges; as in OPA, a test passes when it is true. */
export async function testPolicies({ modules, evaluate }: TestOptions): Promise<TestResult[]> {
  const { wasm = "", tests = [], params = {} } = checked(await askCompiler(requestFor("tests", modules)));
  const bytes = Buffer.from(wasm, "base64");
  const results: TestResult[] = [];
  for (const test of tests) results.push(await run(test, () => evaluate(bytes, test.entrypoint, { params })));
  return results;
}

async function run(test: CompiledTest, evaluate: () => Promise<unknown>): Promise<TestResult> {
  const { name, file, line, skipped, unsupported } = test;
  const place = { test: name, file, line };
  if (skipped) return { ...place, status: "skip" };
  if (unsupported !== undefined) return { ...place, status: "error", message: unsupported };
  try {
    return { ...place, status: (await evaluate()) === true ? "pass" : "fail" };
  } catch (error) {
    return { ...place, status: "error", message: error instanceof Error ? error.message : String(error) };
  }
}
