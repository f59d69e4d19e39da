import type { Finding, Gap, OutcomeStatus, Undecided } from "../model/index.js";
import type { Sink } from "./sink.js";
import type { Placed, SliceResult } from "./slice.js";

type Noted = Pick<SliceResult, "counts" | "findings" | "undecided" | "gaps">;

/** What came of the subjects of a slice so far. */
export class Notes implements Sink {
  private counts = new Map<string, Map<OutcomeStatus, number>>();
  private findings: Placed<Finding>[] = [];
  private undecidedOnes: Placed<Undecided>[] = [];
  private gaps = new Map<string, Gap>();
  private position = -1;

  /** What follows is of the subject at this position. */
  at(position: number): void {
    this.position = position;
  }

  count(policy: string, status: OutcomeStatus, subjects: number): void {
    const own = this.counts.get(policy) ?? new Map<OutcomeStatus, number>();
    this.counts.set(policy, own.set(status, (own.get(status) ?? 0) + subjects));
  }

  finding(finding: Finding): void {
    this.findings.push([this.position, finding]);
  }

  undecided(undecided: Undecided): void {
    this.undecidedOnes.push([this.position, undecided]);
  }

  gap(gap: Gap): void {
    this.gaps.set(gap.id, gap);
  }

  /** Gives what was noted, and begins anew. */
  take(): Noted {
    const taken: Noted = {
      counts: [...this.counts].flatMap(([policy, own]) =>
        [...own].map(([status, subjects]) => [policy, status, subjects] as const),
      ),
      findings: this.findings,
      undecided: this.undecidedOnes,
      gaps: [...this.gaps.values()],
    };
    this.counts = new Map();
    this.findings = [];
    this.undecidedOnes = [];
    this.gaps = new Map();
    return taken;
  }
}
