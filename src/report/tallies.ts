import type { Gap, Undecided } from "../model/index.js";
import { SEVERITIES, type Severity } from "../model/severities.js";

/** How many items there are of each severity, worst first; severities without any are left out. */
export function bySeverity(items: readonly { readonly severity: Severity }[]): [Severity, number][] {
  const counts = new Map<Severity, number>();
  for (const { severity } of items) counts.set(severity, (counts.get(severity) ?? 0) + 1);
  return SEVERITIES.flatMap((severity): [Severity, number][] => {
    const number = counts.get(severity) ?? 0;
    return number === 0 ? [] : [[severity, number]];
  });
}

/** One thing that could not be seen, and how many verdicts wait for it. */
export interface Blindness {
  readonly gap: Gap;
  readonly undecided: number;
}

/** Gaps by how many verdicts wait for them, most first; those that no verdict needed come last, with 0. */
export function byBlindness(gaps: readonly Gap[], undecided: readonly Undecided[]): Blindness[] {
  const counts = new Map<string, number>();
  for (const item of undecided) {
    for (const id of new Set(item.gaps)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return gaps
    .map((gap) => ({ gap, undecided: counts.get(gap.id) ?? 0 }))
    .sort((a, b) => b.undecided - a.undecided || (a.gap.id < b.gap.id ? -1 : 1));
}
