import type { Batch, LedgerRow, RawAnswer } from "../../model/index.js";

/** What a collection hands over at a time: answers as they came, what they say, and what it cost. */
export interface Collected {
  readonly answers: readonly RawAnswer[];
  readonly batch: Batch;
  readonly ledger: readonly LedgerRow[];
}
