import { checked } from "./compile-policies.js";
import { askCompiler } from "./compiler.js";
import { requestFor } from "./request.js";
import type { FileCoverage, PolicyModule } from "./types.js";

export interface CoverOptions {
  readonly modules: readonly PolicyModule[];
  /** Full names of the tests to run. */
  readonly tests: readonly string[];
}

/**
 * Which lines of each file the tests evaluate, tests themselves left out. The engine that judges cannot say so:
 * the tests run a second time, in OPA's own evaluator, and the lines are those of `opa test --coverage`.
 */
export async function coverTests({ modules, tests }: CoverOptions): Promise<readonly FileCoverage[]> {
  const { coverage = [] } = checked(await askCompiler({ ...requestFor("coverage", modules), tests }));
  return coverage;
}
