import type { Result } from "sarif";
import { fingerprint, type PolicyMeta, type Tally } from "../../model/index.js";
import { visible } from "../visible.js";
import { physical } from "./locations.js";

/** One `kind: pass` result for a policy that some subjects keep; a report counts them, it does not list them. */
export function passResult({ meta, tally }: { meta: PolicyMeta; tally: Tally }): Result[] {
  if (tally.pass === 0) return [];
  const id = fingerprint(["pass", meta.id]);
  const subjects = tally.pass === 1 ? "1 subject keeps" : `${tally.pass} subjects keep`;
  return [
    {
      ruleId: visible(meta.id),
      kind: "pass",
      level: "none",
      message: { text: `${subjects} this policy.` },
      locations: [{ physicalLocation: physical({ source: "policy", uri: meta.file, line: meta.line }) }],
      partialFingerprints: { "causeway/v1": id, primaryLocationLineHash: `${id}:1` },
      occurrenceCount: tally.pass,
    },
  ];
}
