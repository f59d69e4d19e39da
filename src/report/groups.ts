import type { Finding, NodeRef } from "../model/index.js";
import { SEVERITIES, type Severity } from "../model/severities.js";

/** One thing to fix: the findings that would end if this node or rule were mended. */
export interface CauseGroup {
  readonly cause: NodeRef;
  /** The worst among the findings. */
  readonly severity: Severity;
  /** Worst first, then by policy, subject and key. */
  readonly findings: readonly Finding[];
  /** Ids of the policies that the cause breaks, worst first. */
  readonly policies: readonly string[];
  /** How many different subjects are hit. */
  readonly subjects: number;
}

/** Worst severity first; unknown words last. */
export function severityRank(severity: Severity): number {
  const rank = SEVERITIES.indexOf(severity);
  return rank < 0 ? SEVERITIES.length : rank;
}

/** Orders findings worst first, and in a way that depends on nothing but their content. */
export function byWorst(a: Ordered, b: Ordered): number {
  return (
    severityRank(a.severity) - severityRank(b.severity) ||
    compare(a.policy, b.policy) ||
    compare(a.subject.id, b.subject.id) ||
    compare(a.id, b.id)
  );
}

type Ordered = Pick<Finding, "severity" | "policy" | "id"> & { readonly subject: Pick<NodeRef, "id"> };

/** Groups findings by cause. The cause that is worst, and then that hits most subjects, comes first. */
export function groupByCause(findings: readonly Finding[]): CauseGroup[] {
  const byCause = new Map<string, Finding[]>();
  for (const finding of findings) {
    const known = byCause.get(finding.cause.id);
    if (known === undefined) byCause.set(finding.cause.id, [finding]);
    else known.push(finding);
  }
  return [...byCause.values()].flatMap(groupOf).sort(worstGroup);
}

function groupOf(members: readonly Finding[]): CauseGroup[] {
  const findings = [...members].sort(byWorst);
  const worst = findings[0];
  if (worst === undefined) return [];
  return [
    {
      cause: worst.cause,
      severity: worst.severity,
      findings,
      policies: [...new Set(findings.map(({ policy }) => policy))],
      subjects: new Set(findings.map(({ subject }) => subject.id)).size,
    },
  ];
}

function worstGroup(a: CauseGroup, b: CauseGroup): number {
  return (
    severityRank(a.severity) - severityRank(b.severity) ||
    b.subjects - a.subjects ||
    b.findings.length - a.findings.length ||
    compare(a.cause.id, b.cause.id)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
