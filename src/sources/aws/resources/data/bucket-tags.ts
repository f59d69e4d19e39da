import { bucketDetail } from "../../data/bucket.js";
import { tagsOf } from "../../tags.js";

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketTagging.html */
export const bucketTags = bucketDetail({
  operation: "GetBucketTagging",
  action: "GetBucketTagging",
  list: "TagSet",
  none: ["NoSuchTagSet"],
  facts: () => ({}),
  tags: (answer) => (answer === null ? {} : tagsOf(answer, "TagSet")),
});
