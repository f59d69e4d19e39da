import { checked, compiledBefore } from "./compile-policies.js";
import { askCompiler } from "./compiler.js";
import { NEXT_STEPS } from "./next-steps.js";
import { PLACEHOLDERS } from "./placeholders.js";
import { requestFor } from "./request.js";
import type { Diagnostic, PolicyModule, PolicyProblem } from "./types.js";

export interface LintOptions {
  readonly modules: readonly PolicyModule[];
  /** Folders of compiled policies, as in `compilePolicies`. */
  readonly cacheDirs?: readonly string[];
}

const RANK = { error: 0, warning: 1, hint: 2 };

/**
 * Everything that keeps policies from compiling, and what their author should know besides: of the user's own
 * policies where there are any, else of the built-in ones. By file, line and column.
 */
export async function lintPolicies({ modules, cacheDirs = [] }: LintOptions): Promise<PolicyProblem[]> {
  const request = { ...requestFor("lint", modules), placeholders: Object.values(PLACEHOLDERS) };
  const { problems = [] } = checked(await askCompiler(request));
  const errors = problems.some(({ level }) => level === "error") ? [] : await refused(modules, cacheDirs);
  return [...problems, ...errors.map((one) => ({ ...one, level: "error" as const }))]
    .map(({ code, ...problem }) => ({ ...problem, ...named(code) }))
    .sort(byPlace);
}

/** What only the WASM back end finds. */
async function refused(
  modules: readonly PolicyModule[],
  cacheDirs: readonly string[],
): Promise<readonly Diagnostic[]> {
  const request = requestFor("policies", modules);
  if (compiledBefore(request, cacheDirs)) return [];
  const { errors = [], ...rest } = await askCompiler(request);
  if (errors.length === 0) checked(rest);
  return errors;
}

function named(code: string): { readonly rule: string; readonly next: string } {
  const rule = code.replace(/^causeway_/, "");
  return { rule, next: NEXT_STEPS[rule] ?? "mend the line" };
}

function byPlace(a: PolicyProblem, b: PolicyProblem): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return (
    a.line - b.line ||
    a.column - b.column ||
    RANK[a.level] - RANK[b.level] ||
    (a.message < b.message ? -1 : 1)
  );
}
