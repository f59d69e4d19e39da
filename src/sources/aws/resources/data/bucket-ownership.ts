import { bucketDetail } from "../../data/bucket.js";
import { word } from "../../data/words.js";

/**
 * Older buckets have no controls: what an account writes is its own, and ACLs count.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
 */
export const bucketOwnership = bucketDetail({
  operation: "GetBucketOwnershipControls",
  action: "GetBucketOwnershipControls",
  list: "OwnershipControls",
  none: ["OwnershipControlsNotFoundError"],
  facts(answer) {
    const [rule] = answer?.child("OwnershipControls")?.list("Rules") ?? [];
    return { ownership: word(rule?.text("ObjectOwnership") ?? "ObjectWriter") };
  },
});
