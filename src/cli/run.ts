import { CommanderError } from "commander";
import { InputError, UsageError } from "../model/errors.js";
import { useBuilt } from "../model/validate.js";
import { builtChecks } from "./built-checks.js";
import { EXIT } from "./exit-codes.js";
import { type Io, processIo } from "./io.js";
import { program } from "./program.js";

/** Runs one command line and gives the exit code; nothing below prints a stack unless we broke a promise. */
export async function run(argv: readonly string[], io: Io = processIo()): Promise<number> {
  let code: number = EXIT.clean;
  useBuilt(builtChecks);
  try {
    await program(io, (result) => {
      code = result;
    }).parseAsync([...argv]);
    return code;
  } catch (error) {
    return explained(error, io);
  }
}

function explained(error: unknown, io: Io): number {
  // commander has printed its own message; help and version come this way too, with exit code 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.usage;
  if (error instanceof UsageError) {
    io.err(errorText(error));
    return EXIT.usage;
  }
  io.err(`causeway: this is a bug in causeway, please report it with the lines below\n${stackOf(error)}\n`);
  return EXIT.bug;
}

/** What went wrong, where, and what to do: lines for the user, who can mend it. */
export function errorText(error: Error): string {
  const place = error instanceof InputError ? `  at ${placeText(error.place)}\n` : "";
  const next = error instanceof UsageError ? `  next: ${error.next}\n` : "";
  return `causeway: ${error.message}\n${place}${next}`;
}

function placeText({ path, line, column }: InputError["place"]): string {
  return [path, line, column].filter((part) => part !== undefined).join(":");
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? error.message;
  return error.cause === undefined ? own : `${own}\ncaused by: ${stackOf(error.cause)}`;
}
