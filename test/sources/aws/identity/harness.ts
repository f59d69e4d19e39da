import type { Batch } from "../../../../src/model/index.js";
import { normalizeAnswer } from "../../../../src/sources/aws/index.js";
import { answer } from "../harness.js";

/** What a call that concerns the whole account answers, read. */
export function globally(call: string, output: object, input: object = {}): Batch {
  const { region: _none, ...rest } = answer(call, output);
  return normalizeAnswer({ ...rest, input: input as never });
}

export const gapsOf = ({ gaps }: Pick<Batch, "gaps">) =>
  gaps.map(({ reason, touches }) => [reason, touches.nodes]);
