import type { LeftOutNames } from "../left-out.js";
import type { RoleToAssume } from "./assumed-role.js";
import type { EarlierAnswers } from "./call.js";

/** What is not to be read. It is told as gaps: what nobody looked at is never a pass. */
export interface OptOut extends LeftOutNames {
  /** Account ids. */
  readonly accounts?: readonly string[];
  /** Organizational units, by id (`ou-ab12-cdefgh34`) or by path (`Workloads/Sandbox`), with all below them. */
  readonly units?: readonly string[];
  /** Tags of accounts: `key=value`, or `key` whatever the value. */
  readonly tags?: readonly string[];
}

export interface CollectOptions {
  /** All accounts of the caller's organization, or these; the caller's own alone otherwise. */
  readonly accounts?: "organization" | readonly string[];
  /** Assumed in each account but the caller's own. */
  readonly role?: RoleToAssume;
  readonly optOut?: OptOut;
  /** Only these Regions; all enabled ones otherwise. */
  readonly regions?: readonly string[];
  /** Calls under way at once; 16, and 32 where several accounts are read. */
  readonly concurrency?: number;
  /** Tries of one call, the first included; 6. */
  readonly attempts?: number;
  /** Milliseconds until a connection; 5 000. */
  readonly connectTimeout?: number;
  /** Milliseconds until an answer; 60 000. */
  readonly answerTimeout?: number;
  /** Answers of an earlier collection: questions that it holds to their last page are not asked again. */
  readonly earlier?: EarlierAnswers;
  /** RFC 3339 time of now; without it answers carry no time. */
  readonly now?: () => string;
  /** Told of what was just done, in a line for people. */
  readonly onProgress?: (text: string) => void;
}
