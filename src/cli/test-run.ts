import { evaluateOnce } from "../evaluate/index.js";
import { UsageError } from "../model/errors.js";
import { coverTests, type FileCoverage, type TestResult, TestRounds } from "../rego/index.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import type { TestedPolicies } from "./tested-policies.js";

export interface RunOptions {
  /** Only tests whose name holds this text. */
  readonly run?: string;
  readonly coverage: boolean;
  /** Percent of the lines that the tests must evaluate. */
  readonly threshold?: number;
}

export interface TestRun {
  readonly results: readonly TestResult[];
  readonly coverage?: Coverage;
  readonly code: ExitCode;
}

export interface Coverage {
  readonly files: readonly (FileCoverage & { readonly percent: number })[];
  readonly coveredLines: number;
  readonly notCoveredLines: number;
  /** Of 100, not rounded; 100 where there is no line. */
  readonly percent: number;
}

/** Runs the tests of a set of policies, as often as wanted; what did not change is not run again. */
export function testRunner(policies: TestedPolicies, options: RunOptions): () => Promise<TestRun> {
  const rounds = new TestRounds(evaluateOnce);
  const isTested = ({ origin }: { origin: string }) => !policies.ownAlone || origin === "custom";
  return async () => {
    const all = policies.modules();
    const round = await rounds.run(all, isTested);
    const results = round.results.filter(({ test }) => test.includes(options.run ?? ""));
    if (results.length === 0)
      throw new UsageError("there is no test here", "write test_… rules in policy_test.rego");
    if (!options.coverage) return { results, code: codeOf(results) };
    const tests = results.filter(({ status }) => status !== "skip").map(({ test }) => test);
    const tested = new Set(all.filter(isTested).map(({ shown }) => shown));
    const files = await coverTests({ modules: round.modules, tests });
    const coverage = summed(files.filter(({ path }) => tested.has(path)));
    const enough = coverage.percent >= (options.threshold ?? 0);
    return { results, coverage, code: enough ? codeOf(results) : EXIT.findings };
  };
}

const codeOf = (results: readonly TestResult[]): ExitCode =>
  results.some(({ status }) => status === "fail" || status === "error") ? EXIT.findings : EXIT.clean;

function summed(files: readonly FileCoverage[]): Coverage {
  const coveredLines = files.reduce((sum, file) => sum + file.coveredLines, 0);
  const notCoveredLines = files.reduce((sum, file) => sum + file.notCoveredLines, 0);
  return {
    files: files.map((file) => ({ ...file, percent: percentOf(file) })),
    coveredLines,
    notCoveredLines,
    percent: percentOf({ coveredLines, notCoveredLines }),
  };
}

function percentOf({
  coveredLines,
  notCoveredLines,
}: Pick<Coverage, "coveredLines" | "notCoveredLines">): number {
  const lines = coveredLines + notCoveredLines;
  return lines === 0 ? 100 : (100 * coveredLines) / lines;
}
