import { bucketDetail } from "../../data/bucket.js";
import { daysOf, wordOrNull } from "../../data/words.js";

/** Objects that nobody can delete before their time. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectLockConfiguration.html */
export const bucketLocks = bucketDetail({
  operation: "GetObjectLockConfiguration",
  action: "GetBucketObjectLockConfiguration",
  list: "ObjectLockConfiguration",
  none: ["ObjectLockConfigurationNotFoundError"],
  facts(answer) {
    const config = answer?.child("ObjectLockConfiguration") ?? null;
    if (config?.text("ObjectLockEnabled") !== "Enabled") return { lock: null };
    const rule = config.child("Rule")?.child("DefaultRetention") ?? null;
    const minDays = rule?.int("Days") ?? daysOf(rule?.int("Years") ?? null, "years");
    return {
      lock: { minDays, maxDays: null, fixedFrom: null, mode: wordOrNull(rule?.text("Mode") ?? null) },
    };
  },
});
