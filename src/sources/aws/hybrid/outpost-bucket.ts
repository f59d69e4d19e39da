import type { Each } from "../resource.js";
import { arnIn } from "./asked.js";

/** The bucket on an Outpost that a question names. */
export const bucketIn = arnIn("Bucket");

/** What is asked about each bucket on an Outpost, by its ARN. */
export const EACH_BUCKET: Each = {
  of: "s3control:ListRegionalBuckets",
  input(bucket) {
    const arn = bucket.text("BucketArn");
    const { account } = bucket.draft.place;
    return arn === null || account === undefined ? null : { AccountId: account, Bucket: arn };
  },
  node: bucketIn,
};
