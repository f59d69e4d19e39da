import type { Finding, Gap, OutcomeStatus, Undecided } from "../model/index.js";

/** A document that a policy did not end on: the policy's id, the document's digest. */
export type Strike = readonly [policy: string, document: string];

/** Some subjects of one group of policies: what a thread judges at a time. */
export interface Slice {
  /** Place of the group among the manifest's entry points. */
  readonly group: number;
  /** Positions among the nodes of the group's kind. */
  readonly positions: Int32Array;
  /** What policies of the group did not end on among the subjects before these. */
  readonly strikes: readonly Strike[];
}

/** With the position of its subject, for reports are in the order of subjects. */
export type Placed<T> = readonly [position: number, item: T];

/** What came of a slice: the same whichever thread judged it, and whatever that thread had judged before. */
export interface SliceResult {
  readonly counts: readonly (readonly [policy: string, status: OutcomeStatus, subjects: number])[];
  readonly findings: readonly Placed<Finding>[];
  readonly undecided: readonly Placed<Undecided>[];
  readonly gaps: readonly Gap[];
  /** Places, among those of the run, of the exceptions that covered a finding. */
  readonly exceptions: readonly number[];
  /** Those of the subjects before, and of these. */
  readonly strikes: readonly Strike[];
}
