import {
  type Delta,
  type Finding,
  type NodeRef,
  type Report,
  SEVERITIES,
  type Severity,
  type Undecided,
} from "../model/index.js";

/**
 * What changed between two runs. An excepted finding was decided by people: it is neither new nor fixed. What was
 * milder than its policy, for nothing came of it, and no longer is, is new: an open rule that now has a way. So is what
 * was excepted, and is in another state than people accepted.
 */
export function compareReports(before: Report, after: Report): Delta {
  const was = identities(before.findings);
  const is = identities(after.findings);
  const undecidedBefore = identities(before.undecided);
  const undecidedAfter = identities(after.undecided);
  // What can no longer be judged is not fixed.
  const blind = blindness(after.undecided);
  const gapsBefore = identities(before.gaps);
  const worse = worsened(before);
  const accepted = identities(before.findings.filter(({ exception }) => exception !== undefined));
  const isNew = (finding: Finding) =>
    !was.has(finding.id) || worse(finding) || (finding.reopened !== undefined && accepted.has(finding.id));
  const open = ({ exception }: Finding) => exception === undefined;
  return {
    schemaVersion: 1,
    introduced: after.findings.filter((finding) => isNew(finding) && open(finding)),
    fixed: before.findings.filter((finding) => !is.has(finding.id) && !blind(finding) && open(finding)),
    unchanged: after.findings.filter((finding) => !isNew(finding) || !open(finding)),
    undecided: {
      introduced: after.undecided.filter(({ id }) => !undecidedBefore.has(id)),
      settled: before.undecided.filter(({ id }) => !undecidedAfter.has(id)),
      unchanged: after.undecided.filter(({ id }) => undecidedBefore.has(id)),
    },
    gaps: after.gaps.filter(({ id }) => !gapsBefore.has(id)),
    before,
    after,
  };
}

/** Tells whether a finding was milder than its policy before, and is worse now. */
function worsened({ findings, policies }: Report): (finding: Finding) => boolean {
  const usual = new Map(policies.map(({ meta }) => [meta.id, rankOf(meta.severity)]));
  const mild = findings.filter(({ policy, severity }) => rankOf(severity) > (usual.get(policy) ?? Infinity));
  const ranks = new Map(mild.map(({ id, severity }) => [id, rankOf(severity)]));
  return ({ id, severity }) => rankOf(severity) < (ranks.get(id) ?? -1);
}

const rankOf = (severity: Severity) => SEVERITIES.indexOf(severity);

/** Tells whether a policy can no longer say anything of a finding's subject: undecided on it, or on its place. */
function blindness(undecided: readonly Undecided[]): (finding: Finding) => boolean {
  const subjects = new Set(undecided.map(pairOf));
  const places = new Map<string, NodeRef[]>();
  for (const { policy, subject } of undecided) {
    if (PLACES.has(subject.kind)) places.set(policy, [...(places.get(policy) ?? []), subject]);
  }
  return (finding) =>
    subjects.has(pairOf(finding)) ||
    (places.get(finding.policy) ?? []).some((place) => lies(finding.subject, place));
}

const PLACES: ReadonlySet<string> = new Set(["estate", "account", "region", "site"]);

/** Another kind of node, in the place. */
function lies({ kind, scope }: NodeRef, place: NodeRef): boolean {
  const { account, region, site } = place.scope;
  const within = (named: string | undefined, own: string | undefined) => named === undefined || named === own;
  return (
    kind !== place.kind &&
    within(account, scope.account) &&
    within(region, scope.region) &&
    within(site, scope.site)
  );
}

const pairOf = ({ policy, subject }: Finding | Undecided) => `${policy}\n${subject.id}`;

const identities = (items: readonly { readonly id: string }[]) => new Set(items.map(({ id }) => id));
