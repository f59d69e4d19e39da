import { bucketDetail } from "../../data/bucket.js";

/** What the service makes of the policy alone. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketPolicyStatus.html */
export const bucketPolicyStatus = bucketDetail({
  operation: "GetBucketPolicyStatus",
  action: "GetBucketPolicyStatus",
  list: "PolicyStatus",
  none: ["NoSuchBucketPolicy"],
  facts: (answer) => ({
    isPublic: answer === null ? false : (answer.child("PolicyStatus")?.flag("IsPublic") ?? null),
  }),
});
