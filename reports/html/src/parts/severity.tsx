import type { Severity } from "../../../../src/model/severities.js";

/** A severity as a word with its colour; the word alone says it. */
export function SeverityTag({ severity }: { severity: Severity }) {
  return <span class={`severity ${severity}`}>{severity}</span>;
}
