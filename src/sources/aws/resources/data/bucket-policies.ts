import { bucketDetail } from "../../data/bucket.js";
import { documentOf } from "../../policy-document.js";

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketPolicy.html */
export const bucketPolicies = bucketDetail({
  operation: "GetBucketPolicy",
  action: "GetBucketPolicy",
  list: "Policy",
  document: true,
  recognizes: (answer) => typeof answer?.["Policy"] === "string" && answer["PolicyName"] === undefined,
  none: ["NoSuchBucketPolicy"],
  facts: (answer) => ({ policy: answer === null ? null : documentOf(answer, "Policy") }),
});
