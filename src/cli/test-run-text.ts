import type { TestResult } from "../rego/index.js";
import { EXIT } from "./exit-codes.js";
import type { Coverage, TestRun } from "./test-run.js";

export interface TextOptions {
  readonly threshold?: number;
  /** Milliseconds that the run took, where somebody watches. */
  readonly took?: number;
}

/** What failed, how many there were, and the lines that no test evaluates. */
export function testRunText({ results, coverage }: TestRun, { threshold = 0, took }: TextOptions): string {
  const told = results.filter(({ status }) => status !== "pass").map(resultText);
  const time = took === undefined ? "" : ` in ${took.toFixed(0)} ms`;
  const { passed, failed, skipped } = counted(results);
  const sum = `${passed} passed, ${failed} failed, ${skipped} skipped${time}\n`;
  return `${told.join("")}${sum}${coverage === undefined ? "" : coverageText(coverage, threshold)}`;
}

/** The same for programs. */
export function testRunJson({ results, coverage, code }: TestRun, { threshold, took }: TextOptions): object {
  return {
    formatVersion: 1,
    ok: code === EXIT.clean,
    ...counted(results),
    tests: results,
    ...(coverage === undefined
      ? {}
      : { coverage: { ...coverage, ...(threshold === undefined ? {} : { threshold }) } }),
    ...(took === undefined ? {} : { milliseconds: Math.round(took) }),
  };
}

function counted(results: readonly TestResult[]) {
  const count = (status: string) => results.filter((result) => result.status === status).length;
  return { passed: count("pass"), failed: count("fail") + count("error"), skipped: count("skip") };
}

const resultText = ({ status, test, file, line, message }: TestResult): string =>
  `${status.toUpperCase()} ${test}\n  ${file}:${line}${message ? `  ${message}` : ""}\n`;

function coverageText(
  { files, coveredLines, notCoveredLines, percent }: Coverage,
  threshold: number,
): string {
  const width = Math.max(0, ...files.map(({ path }) => path.length));
  const rows = files.map(
    (file) =>
      `  ${file.path.padEnd(width)}  ${percentText(file.percent)}${file.notCovered.length > 0 ? `  not covered: ${file.notCovered.map(rangeText).join(", ")}` : ""}\n`,
  );
  const short = percent < threshold ? `, and ${threshold} % are wanted` : "";
  return `coverage\n${rows.join("")}${percentText(percent).trim()} of ${coveredLines + notCoveredLines} lines${short}\n`;
}

/** Rounded down, so that 100 is said of everything alone. */
const percentText = (percent: number): string =>
  `${(Math.floor(percent * 10) / 10).toFixed(1).padStart(5)} %`;

const rangeText = ([first, last]: readonly [number, number]): string =>
  first === last ? `${first}` : `${first}-${last}`;
