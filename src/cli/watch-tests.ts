import { InputError, UsageError } from "../model/errors.js";
import { shutdownCompiler } from "../rego/index.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import { FolderWatch } from "./folder-watch.js";
import type { Io } from "./io.js";
import { errorText } from "./run.js";
import type { TestRun } from "./test-run.js";

export interface WatchedTests {
  readonly folders: readonly string[];
  run(): Promise<TestRun>;
  told(result: TestRun, took: number): string;
  /** What a run says that could not be: its reason goes to the error output as well. */
  broken(reason: string, took: number): string;
  readonly io: Io;
}

/** Runs the tests, and again at each change, until Ctrl-C; the exit code is that of the last run. */
export async function watchTests({ folders, io, ...tests }: WatchedTests): Promise<ExitCode> {
  const { signal, free } = interrupted();
  try {
    const watch = new FolderWatch(folders);
    let code: ExitCode = EXIT.clean;
    let changed: readonly string[] = [""];
    while (changed.length > 0) {
      const round = await Promise.race([oneRound({ ...tests, io }), ended(signal)]);
      if (round === undefined) break;
      code = round;
      io.err(`watching ${folders.join(", ")}; Ctrl-C ends\n`);
      changed = await watch.changed(signal);
      if (changed.length > 0) io.err(`\nchanged: ${someOf(changed)}\n`);
    }
    return code;
  } finally {
    free();
    await shutdownCompiler();
  }
}

async function oneRound({ run, told, broken, io }: Omit<WatchedTests, "folders">): Promise<ExitCode> {
  const begun = performance.now();
  try {
    const result = await run();
    io.out(told(result, performance.now() - begun));
    return result.code;
  } catch (error) {
    if (!mendable(error)) throw error;
    io.err(errorText(error));
    io.out(broken(error.message, performance.now() - begun));
    return EXIT.usage;
  }
}

/** What the user mends, and files that went or were shut while they were read. */
function mendable(error: unknown): error is Error {
  return (
    error instanceof UsageError ||
    error instanceof InputError ||
    (error as { syscall?: string }).syscall !== undefined
  );
}

/** A signal that Ctrl-C gives. */
function interrupted(): { readonly signal: AbortSignal; free(): void } {
  const controller = new AbortController();
  const end = () => controller.abort();
  const signals = ["SIGINT", "SIGTERM"] as const;
  for (const name of signals) process.on(name, end);
  return {
    signal: controller.signal,
    free: () => {
      for (const name of signals) process.off(name, end);
    },
  };
}

const ended = (signal: AbortSignal): Promise<undefined> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener("abort", () => resolve(undefined), { once: true });
  });

const MOST_TOLD = 5;

function someOf(paths: readonly string[]): string {
  const more = paths.length - MOST_TOLD;
  return `${paths.slice(0, MOST_TOLD).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
