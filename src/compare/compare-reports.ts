import type { Delta, Finding, Report, Undecided } from "../model/index.js";

/** What changed between two runs. An excepted finding was decided by people: it is neither new nor fixed. */
export function compareReports(before: Report, after: Report): Delta {
  const was = identities(before.findings);
  const is = identities(after.findings);
  const undecidedBefore = identities(before.undecided);
  const undecidedAfter = identities(after.undecided);
  // What can no longer be judged is not fixed.
  const blind = new Set(after.undecided.map(pairOf));
  const gapsBefore = identities(before.gaps);
  const open = ({ exception }: Finding) => exception === undefined;
  return {
    schemaVersion: 1,
    introduced: after.findings.filter((finding) => !was.has(finding.id) && open(finding)),
    fixed: before.findings.filter(
      (finding) => !is.has(finding.id) && !blind.has(pairOf(finding)) && open(finding),
    ),
    unchanged: after.findings.filter((finding) => was.has(finding.id) || !open(finding)),
    undecided: {
      introduced: after.undecided.filter(({ id }) => !undecidedBefore.has(id)),
      settled: before.undecided.filter(({ id }) => !undecidedAfter.has(id)),
      unchanged: after.undecided.filter(({ id }: Undecided) => undecidedBefore.has(id)),
    },
    gaps: after.gaps.filter(({ id }) => !gapsBefore.has(id)),
    before,
    after,
  };
}

const pairOf = ({ policy, subject }: Finding | Undecided) => `${policy}\n${subject.id}`;

const identities = (items: readonly { readonly id: string }[]) => new Set(items.map(({ id }) => id));
