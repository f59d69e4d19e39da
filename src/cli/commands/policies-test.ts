import { UsageError } from "../../model/errors.js";
import { readSettings } from "../config-file.js";
import type { Io } from "../io.js";
import { testRunner } from "../test-run.js";
import { testRunJson, testRunText } from "../test-run-text.js";
import { testedPolicies } from "../tested-policies.js";
import { watchTests } from "../watch-tests.js";

interface TestOptions {
  readonly config?: string;
  readonly run?: string;
  readonly coverage?: boolean;
  readonly threshold?: string;
  readonly format?: "text" | "json";
  readonly watch?: boolean;
}

/** `causeway policies test`: every test of the folders, or of the built-in policies and the configured folders. */
export async function test(folders: readonly string[], options: TestOptions, io: Io): Promise<number> {
  const policies = testedPolicies(readSettings(options.config), folders, io.err);
  const threshold = options.threshold === undefined ? {} : { threshold: percent(options.threshold) };
  const coverage = options.coverage === true || options.threshold !== undefined;
  const text = options.run === undefined ? {} : { run: options.run };
  const run = testRunner(policies, { ...text, ...threshold, coverage });
  const json = options.format === "json";
  if (options.watch === true) {
    return watchTests({
      folders: policies.folders,
      run,
      told: (result, took) =>
        json
          ? `${JSON.stringify(testRunJson(result, { ...threshold, took }))}\n`
          : testRunText(result, { ...threshold, took }),
      broken: (reason, took) =>
        json
          ? `${JSON.stringify({ formatVersion: 1, ok: false, error: reason, milliseconds: Math.round(took) })}\n`
          : `broken after ${took.toFixed(0)} ms\n`,
      io,
    });
  }
  const result = await run();
  io.out(
    json ? `${JSON.stringify(testRunJson(result, threshold), null, 2)}\n` : testRunText(result, threshold),
  );
  return result.code;
}

function percent(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && value >= 0 && value <= 100) return value;
  throw new UsageError(`--threshold ${text} is not a percentage`, "give a number from 0 to 100");
}
