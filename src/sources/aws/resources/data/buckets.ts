import { bucketArn, bucketScope } from "../../data/bucket.js";
import { addStore } from "../../data/store.js";
import { momentOf } from "../../moment.js";
import type { Resource } from "../../resource.js";

/**
 * Each Region is asked for its own buckets, so that what is asked about them is asked there.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html
 */
export const buckets: Resource = {
  service: "s3",
  operation: "ListBuckets",
  list: "Buckets",
  actions: ["s3:ListAllMyBuckets"],
  kinds: ["data-store"],
  types: ["aws.bucket"],
  scope: "region",
  optional: true,
  names: { region: "BucketRegion" },
  paging: { input: "ContinuationToken", output: "ContinuationToken", size: { MaxBuckets: 1000 } },
  normalize({ items, input, draft }) {
    const asked = input["BucketRegion"];
    for (const raw of items) {
      const name = raw.text("Name");
      if (name === null || name === "") {
        raw.gap("unparsed", "s3:ListBuckets answered with a bucket that has no name");
        continue;
      }
      const id = bucketArn(draft.place, name);
      const item = raw.about(id);
      const region = item.text("BucketRegion") ?? (typeof asked === "string" ? asked : null);
      addStore({
        ...{ id, item, type: "aws.bucket", label: name, aliases: [name] },
        scope: bucketScope(draft.place, region),
        is: { storeType: "bucket", name, created: momentOf(item, "CreationDate") },
      });
    }
  },
};
