import { bucketArn, bucketDetail } from "../../data/bucket.js";

/** A bucket that logs nothing answers with nothing. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLogging.html */
export const bucketLogging = bucketDetail({
  operation: "GetBucketLogging",
  action: "GetBucketLogging",
  list: "LoggingEnabled",
  mayBeEmpty: true,
  facts(answer) {
    const target = answer?.child("LoggingEnabled")?.text("TargetBucket") ?? null;
    return { logsTo: target === null || answer === null ? [] : [bucketArn(answer.draft.place, target)] };
  },
});
