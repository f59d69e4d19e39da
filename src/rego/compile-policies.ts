import { createHash } from "node:crypto";
import { canonicalJson } from "../model/index.js";
import { compilerHash } from "./artifact.js";
import { fromCache, toCache } from "./cache.js";
import { askCompiler } from "./compiler.js";
import { policyErrors } from "./policy-errors.js";
import { type CompilerRequest, requestFor } from "./request.js";
import type { Compiled, CompilerAnswer, PolicyModule } from "./types.js";

export interface CompileOptions {
  readonly modules: readonly PolicyModule[];
  /** Folders of compiled policies, by content hash; the first that can be written takes new ones. */
  readonly cacheDirs?: readonly string[];
}

/**
 * Compiles policies to one WASM module. Throws an InputError that names file, line, column and OPA's
 * message; refuses what the engine could not answer and what a policy reads without declaring it.
 */
export async function compilePolicies({ modules, cacheDirs = [] }: CompileOptions): Promise<Compiled> {
  const request = requestFor("policies", modules);
  const hash = hashOf(request);
  const known = fromCache(cacheDirs, hash);
  if (known !== undefined) return known;
  const answer = checked(await askCompiler(request));
  const { wasm = "", policies = [], entrypoints = [], params = {} } = answer;
  const compiled: Compiled = {
    wasm: Buffer.from(wasm, "base64"),
    manifest: { formatVersion: 1, opa: answer.opa, hash, policies, entrypoints },
    data: { params },
  };
  toCache(cacheDirs, hash, compiled);
  return compiled;
}

/** An answer without errors; what is the user's to mend becomes an InputError, the rest our bug. */
export function checked(answer: CompilerAnswer): CompilerAnswer {
  if (answer.errors !== undefined && answer.errors.length > 0) throw policyErrors(answer.errors);
  if (answer.crash !== undefined) throw new Error(`the Rego compiler: ${answer.crash}`);
  return answer;
}

/** Whether these policies were compiled before: then they were not refused either. */
export function compiledBefore(request: CompilerRequest, cacheDirs: readonly string[]): boolean {
  return fromCache(cacheDirs, hashOf(request)) !== undefined;
}

function hashOf(request: CompilerRequest): string {
  const hash = createHash("sha256").update(compilerHash()).update(canonicalJson(request));
  return hash.digest("hex").slice(0, 32);
}
