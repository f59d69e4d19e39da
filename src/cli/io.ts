import { isatty } from "node:tty";

/** What a command may say, and to whom. Reports of the command go to `out`, progress and advice to `err`. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** Replaces the progress line on a terminal; silent in a pipe. */
  progress(text: string): void;
  readonly columns: number;
  readonly colour: boolean;
}

const CLEAR_LINE = "\r\u001b[2K";

/** The process's own streams. Colour obeys NO_COLOR and FORCE_COLOR (https://no-color.org). */
export function processIo(): Io {
  const tty = isatty(2);
  // Whoever read the other end of the pipe has seen enough.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
  let shown = false;
  const clear = () => {
    if (shown) process.stderr.write(CLEAR_LINE);
    shown = false;
  };
  return {
    out: (text) => {
      clear();
      process.stdout.write(text);
    },
    err: (text) => {
      clear();
      process.stderr.write(text);
    },
    progress: (text) => {
      if (!tty) return;
      process.stderr.write(`${CLEAR_LINE}${text.slice(0, (process.stderr.columns ?? 80) - 1)}`);
      shown = text !== "";
    },
    columns: process.stdout.columns ?? 100,
    colour: wantsColour(),
  };
}

function wantsColour(): boolean {
  if (process.env["NO_COLOR"]) return false;
  if (process.env["FORCE_COLOR"]) return process.env["FORCE_COLOR"] !== "0";
  return isatty(1) && process.env["TERM"] !== "dumb";
}
