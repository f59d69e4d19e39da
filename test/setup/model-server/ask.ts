import { canonicalJson, type JsonObject } from "../../../src/model/index.js";
import type { Model, Operation } from "./models.js";

/** One call, read. */
export interface Ask {
  /** service:Operation. */
  readonly call: string;
  readonly account: string;
  readonly region: string;
  readonly input: JsonObject;
  /** `role/session` of who assumed a role. */
  readonly role: string | undefined;
  readonly model: Model;
  readonly operation: Operation;
  /** Which try of this very question this is, from 1. */
  readonly attempt: number;
}

/** What tells questions apart: call, account, Region and input. */
export function questionOf({
  call,
  account,
  region,
  input,
}: Pick<Ask, "call" | "account" | "region" | "input">): string {
  return `${call} ${account} ${region} ${canonicalJson(input)}`;
}
