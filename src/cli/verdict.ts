import type { Finding, Undecided } from "../model/index.js";
import { SEVERITIES } from "../model/severities.js";
import { EXIT, type ExitCode } from "./exit-codes.js";

interface Verdict {
  readonly findings: readonly Finding[];
  readonly undecided: readonly Undecided[];
  /** A severity, or `none`. */
  readonly failOn: string;
  readonly strict: boolean;
}

/** The exit code of a run: findings first, then what strictness asks. Excepted findings do not count. */
export function exitCode({ findings, undecided, failOn, strict }: Verdict): ExitCode {
  const threshold = (SEVERITIES as readonly string[]).indexOf(failOn);
  const counts = findings.some(
    ({ severity, exception }) => exception === undefined && SEVERITIES.indexOf(severity) <= threshold,
  );
  if (counts) return EXIT.findings;
  return strict && undecided.length > 0 ? EXIT.incomplete : EXIT.clean;
}
