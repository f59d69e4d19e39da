import { bucketArn } from "../../data/bucket.js";
import { publicBlockOf } from "../../data/public-block.js";
import { accountIn, addStore } from "../../data/store.js";
import { wordOrNull } from "../../data/words.js";
import { momentOf } from "../../moment.js";
import { scopeOf } from "../../place.js";
import type { Resource } from "../../resource.js";

/**
 * One name for buckets of several Regions; one Region alone answers.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiRegionAccessPointRestrictions.html
 */
export const multiRegionAccessPoints: Resource = {
  service: "s3control",
  operation: "ListMultiRegionAccessPoints",
  list: "AccessPoints",
  recognizes: (first) => first !== undefined && Array.isArray(first["Regions"]),
  actions: ["s3:ListMultiRegionAccessPoints"],
  kinds: ["data-store"],
  types: ["aws.multi-region-access-point"],
  scope: "account",
  partitions: ["aws"],
  answeredIn: "us-west-2",
  optional: true,
  names: { account: "AccountId" },
  paging: { input: "NextToken", output: "NextToken", size: { MaxResults: 100 } },
  normalize({ items, draft }) {
    const { account = "", partition } = draft.place;
    for (const raw of items) {
      const alias = raw.text("Alias") ?? raw.text("Name");
      if (alias === null || alias === "") {
        raw.gap("unparsed", "s3control:ListMultiRegionAccessPoints answered with one that has no name");
        continue;
      }
      const id = `arn:${partition}:s3::${account}:accesspoint/${alias}`;
      const item = raw.about(id);
      const name = item.text("Name") ?? alias;
      addStore({
        ...{ id, item, type: "aws.multi-region-access-point", label: name, scope: scopeOf(draft.place) },
        is: {
          ...{ storeType: "access-point", name, origin: "internet" },
          state: wordOrNull(item.text("Status")),
          created: momentOf(item, "CreatedAt"),
          publicBlock: publicBlockOf(item.child("PublicAccessBlock")),
          parts: item.list("Regions").map((part) => ({
            region: part.text("Region"),
            account: accountIn(part, "BucketAccountId"),
            store: bucketOf(part.text("Bucket"), partition),
          })),
        },
      });
    }
  },
};

function bucketOf(name: string | null, partition: string): string | null {
  return name === null ? null : bucketArn({ partition }, name);
}
