import { InputError } from "../model/index.js";
import type { Diagnostic } from "./types.js";

const MOST_TOLD = 20;

/** Policies that cannot be compiled: all that is wrong, the first in front. */
export function policyErrors(found: readonly Diagnostic[]): InputError {
  const [first] = found;
  const place = {
    path: first?.path || "policies",
    ...(first?.line ? { line: first.line, column: first.column } : {}),
  };
  const more = found
    .slice(1, MOST_TOLD)
    .map(({ path, line, column, message }) => `\n  also ${path}:${line}:${column}: ${message}`);
  const rest = found.length > MOST_TOLD ? `\n  and ${found.length - MOST_TOLD} more` : "";
  const message = `the policies do not compile: ${first?.message ?? "no reason was given"}${more.join("")}${rest}`;
  return new InputError(
    message,
    place,
    "mend the policy; causeway policies new area/name writes one that compiles",
  );
}
