import type { Gap, LedgerRow, RawAnswer } from "../../../model/index.js";
import type { Retold } from "../place.js";

/** Reads answers that hold what other calls would have answered. */
export interface Reteller {
  takes(answer: RawAnswer): boolean;
  /**
   * @param pointer of the answer's output, in the file that its `uri` names
   * @returns the answer as it may be kept
   */
  add(answer: RawAnswer, pointer: string): RawAnswer;
  /** Asked once, after all was added. @param isAnswered whether there is a direct answer, in full */
  retold(isAnswered: (call: string, where: { account: string; region?: string }) => boolean): Retold[];
  gaps(): Gap[];
  ledger(): LedgerRow[];
}
