import type { Finding, Gap, OutcomeStatus, Undecided } from "../model/index.js";

/** Takes outcomes as they come. Passes are only counted: what grows with the estate is what is wrong with it. */
export interface Sink {
  count(policy: string, status: OutcomeStatus, subjects: number): void;
  finding(finding: Finding): void;
  undecided(undecided: Undecided): void;
  gap(gap: Gap): void;
}
