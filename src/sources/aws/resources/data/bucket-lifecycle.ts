import type { FactsByKind, JsonObject } from "../../../../model/index.js";
import { bucketDetail } from "../../data/bucket.js";
import { wordOrNull } from "../../data/words.js";
import type { Item } from "../../item.js";

type Rule = NonNullable<FactsByKind["data-store"]["lifecycle"]>[number];

/** When objects go, or go elsewhere. https://docs.aws.amazon.com/AmazonS3/latest/API/API_LifecycleRule.html */
export const bucketLifecycle = bucketDetail({
  operation: "GetBucketLifecycleConfiguration",
  action: "GetLifecycleConfiguration",
  list: "Rules",
  // Other services have rules too: only these are on or off and have no ARN.
  recognizes(answer) {
    const rules = answer?.["Rules"];
    const [first] = Array.isArray(rules) ? rules : [];
    return ["Enabled", "Disabled"].includes(String((first as JsonObject | null | undefined)?.["Status"]));
  },
  none: ["NoSuchLifecycleConfiguration"],
  facts: (answer) => ({ lifecycle: answer === null ? [] : answer.list("Rules").map(ruleOf) }),
});

function ruleOf(rule: Item): Rule {
  const old = rule.child("NoncurrentVersionExpiration");
  return {
    name: rule.text("ID"),
    enabled: rule.text("Status") === "Enabled",
    selection: selectionOf(rule),
    expiresDays: rule.child("Expiration")?.int("Days") ?? null,
    expiresOldVersionsDays: old?.int("NoncurrentDays") ?? null,
    abortsUploadsDays: rule.child("AbortIncompleteMultipartUpload")?.int("DaysAfterInitiation") ?? null,
    moves: rule.list("Transitions").map((move) => ({
      days: move.int("Days"),
      to: wordOrNull(move.text("StorageClass")),
    })),
  };
}

function selectionOf(rule: Item): JsonObject | null {
  const filter = rule.child("Filter")?.json ?? {};
  const { Prefix: prefix = rule.text("Prefix") ?? "", ...more } = filter;
  const chosen = { ...(prefix === "" ? {} : { Prefix: prefix }), ...more };
  return Object.keys(chosen).length === 0 ? null : chosen;
}
