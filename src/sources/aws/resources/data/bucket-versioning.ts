import { bucketDetail } from "../../data/bucket.js";

/** A bucket that never had versions answers with nothing. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketVersioning.html */
export const bucketVersioning = bucketDetail({
  operation: "GetBucketVersioning",
  action: "GetBucketVersioning",
  list: "Status",
  mayBeEmpty: true,
  recognizes: (answer) =>
    answer !== undefined && Object.keys(answer).every((member) => ["Status", "MFADelete"].includes(member)),
  facts: (answer) => ({
    versioned: answer?.text("Status") === "Enabled",
    deletesNeedMfa: (answer?.text("MFADelete") ?? answer?.text("MfaDelete")) === "Enabled",
  }),
});
