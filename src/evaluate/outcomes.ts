import { type EstateNode, type Finding, type Gap, gapOf, type PolicyMeta } from "../model/index.js";
import type { Case } from "./case.js";
import type { Trail } from "./documents.js";
import { findingsOf, MalformedFinding } from "./findings.js";
import type { Touched } from "./gap-touch.js";
import type { Aliases } from "./identities.js";
import type { FactsOf, States } from "./states.js";
import { undecidedOf } from "./undecided.js";
import type { Verdict } from "./verdicts.js";

/** A subject that waits for the verdict on its document. */
export interface Hearing {
  readonly policies: readonly PolicyMeta[];
  readonly subject: EstateNode;
  /** The nodes that its document shows. */
  readonly seen: Trail["visits"];
  readonly touched: Touched | undefined;
  /** What was derived for its document. */
  readonly facts: FactsOf;
  /** How to put ids and labels back, where the document went without. */
  readonly names: Aliases | undefined;
}

/** Decides fail, pass, unknown, notApplicable or excepted, for each policy and subject. */
export class Outcomes {
  private readonly tallies = new Map<PolicyMeta, { subjects: number; others: number }>();

  constructor(
    private readonly given: Case,
    private readonly states: States,
  ) {}

  /** Notes that the policy judges one more subject; it passes unless something else is said. */
  subject(policy: PolicyMeta): void {
    this.tally(policy).subjects++;
  }

  /** Counts those of which nothing else was said since this was asked last. */
  passes(policy: PolicyMeta): void {
    const { subjects, others } = this.tally(policy);
    this.given.sink.count(policy.id, "pass", subjects - others);
    this.tallies.delete(policy);
  }

  settle(hearing: Hearing, verdict: Verdict): void {
    if (hearing.touched === undefined && isClear(verdict)) return;
    for (const policy of hearing.policies) this.decide(policy, hearing, verdict);
  }

  stopAll(
    { policies, subject }: { policies: readonly PolicyMeta[]; subject: EstateNode },
    why: string,
  ): void {
    for (const policy of policies) this.stop(policy, subject, why);
  }

  private decide(policy: PolicyMeta, hearing: Hearing, verdict: Verdict): void {
    const stopped = verdict.stopped.get(policy.id);
    const gaps = hearing.touched?.get(policy);
    const notApplicable = verdict.notApplicable.has(policy.id);
    const returned = notApplicable ? [] : (verdict.findings.get(policy.id) ?? []);
    // A finding stands in spite of gaps, unless it follows from an absence.
    const blind = gaps !== undefined && (returned.length === 0 || policy.complete);
    if (stopped !== undefined) this.stop(policy, hearing.subject, stopped);
    else if (blind) this.unknown(policy, hearing.subject, gaps);
    else if (notApplicable) this.other(policy, "notApplicable");
    else if (returned.length > 0) this.found(policy, hearing, returned);
  }

  private found(policy: PolicyMeta, hearing: Hearing, returned: readonly unknown[]): void {
    const { graph, exceptions, sink } = this.given;
    const { subject, seen, names, facts } = hearing;
    try {
      const fixed = Object.hasOwn(this.given.severities, policy.id);
      const restored = (text: string) => names?.restored(text) ?? text;
      const node = (id: string) => seen.find((visit) => visit.node.id === id)?.node ?? graph.node(id);
      const findings = findingsOf({ node, policy, fixed, subject, restored }, returned);
      const state = findings.length === 0 ? "" : this.states.of(policy, subject, facts);
      const settled = findings.map((finding): Finding => exceptions.applied({ ...finding, state }, subject));
      const open = settled.some(({ exception }) => exception === undefined);
      this.other(policy, open ? "fail" : "excepted");
      for (const finding of settled) sink.finding(finding);
    } catch (error) {
      if (!(error instanceof MalformedFinding)) throw error;
      this.stop(policy, subject, error.message);
    }
  }

  /** The same trouble is one gap, however many subjects it befalls: they are named by what is undecided. */
  private stop(policy: PolicyMeta, subject: EstateNode, why: string): void {
    const gap = gapOf({
      reason: "policy-stopped",
      message: `policy ${policy.id} could not judge: ${why}`.slice(0, 500).toWellFormed(),
      at: { source: "policies", uri: policy.file, line: policy.line },
    });
    this.given.sink.gap(gap);
    this.unknown(policy, subject, [gap]);
  }

  private unknown(policy: PolicyMeta, subject: EstateNode, gaps: readonly Gap[]): void {
    for (const undecided of undecidedOf(this.given.graph, { policy, gaps, subject }))
      this.given.sink.undecided(undecided);
    this.other(policy, "unknown");
  }

  private other(policy: PolicyMeta, status: "fail" | "unknown" | "notApplicable" | "excepted"): void {
    this.tally(policy).others++;
    this.given.sink.count(policy.id, status, 1);
  }

  private tally(policy: PolicyMeta): { subjects: number; others: number } {
    const known = this.tallies.get(policy) ?? { subjects: 0, others: 0 };
    this.tallies.set(policy, known);
    return known;
  }
}

function isClear({ findings, notApplicable, stopped }: Verdict): boolean {
  return findings.size === 0 && notApplicable.size === 0 && stopped.size === 0;
}
