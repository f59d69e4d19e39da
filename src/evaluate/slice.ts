import type { Finding, Gap, OutcomeStatus, Undecided } from "../model/index.js";

/** A document that a policy did not end on: the policy's id, the document's digest. */
export type Strike = readonly [policy: string, document: string];

/** Neighbouring subjects of one group of policies: what a thread judges at a time. */
export interface Slice {
  /** Place of the group among the manifest's entry points. */
  readonly group: number;
  /** Positions among the nodes of the group's kind; `to` is exclusive. */
  readonly from: number;
  readonly to: number;
  /** What policies of the group did not end on among the subjects before these. */
  readonly strikes: readonly Strike[];
}

/** What came of a slice: the same whichever thread judged it, and whatever that thread had judged before. */
export interface SliceResult {
  readonly counts: readonly (readonly [policy: string, status: OutcomeStatus, subjects: number])[];
  readonly findings: readonly Finding[];
  readonly undecided: readonly Undecided[];
  readonly gaps: readonly Gap[];
  /** Places, among those of the run, of the exceptions that covered a finding. */
  readonly exceptions: readonly number[];
  /** Those of the subjects before, and of these. */
  readonly strikes: readonly Strike[];
}
