import { bucketDetail } from "../../data/bucket.js";
import { publicBlockOf } from "../../data/public-block.js";

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetPublicAccessBlock.html */
export const bucketPublicBlock = bucketDetail({
  operation: "GetPublicAccessBlock",
  action: "GetBucketPublicAccessBlock",
  list: "PublicAccessBlockConfiguration",
  none: ["NoSuchPublicAccessBlockConfiguration"],
  facts: (answer) => ({
    publicBlock: publicBlockOf(answer?.child("PublicAccessBlockConfiguration") ?? null),
  }),
});
