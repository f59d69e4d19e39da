import { accessPointArn } from "../../data/access-point.js";
import { bucketArn } from "../../data/bucket.js";
import { accountIn, addStore } from "../../data/store.js";
import type { Resource } from "../../resource.js";

/** Other names of a bucket, each with a policy. https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_ListAccessPoints.html */
export const bucketAccessPoints: Resource = {
  service: "s3control",
  operation: "ListAccessPoints",
  list: "AccessPointList",
  actions: ["s3:ListAccessPoints"],
  kinds: ["data-store"],
  types: ["aws.bucket-access-point"],
  scope: "region",
  optional: true,
  neededWith: ["s3:ListBuckets"],
  names: { account: "AccountId" },
  paging: { input: "NextToken", output: "NextToken", size: { MaxResults: 1000 } },
  normalize({ items, draft }) {
    for (const raw of items) {
      const name = raw.text("Name");
      if (name === null || name === "") {
        raw.gap("unparsed", "s3control:ListAccessPoints answered with an access point that has no name");
        continue;
      }
      const id = accessPointArn(draft.place, name);
      const item = raw.about(id);
      const { pointer } = item;
      const network = item.child("VpcConfiguration")?.text("VpcId") ?? null;
      addStore({
        ...{ id, item, type: "aws.bucket-access-point", label: name, aliases: [name] },
        is: {
          ...{ storeType: "access-point", name },
          origin: item.text("NetworkOrigin") === "VPC" ? "network" : "internet",
        },
      });
      draft.edge({ from: id, relation: "network", to: network, pointer });
      const bucket = item.text("Bucket");
      // An access point may as well stand before a volume of a file system.
      const to =
        bucket === null || item.text("DataSourceType") === "FSX" ? null : bucketArn(draft.place, bucket);
      draft.edge({ from: id, relation: "store", to, pointer, account: accountIn(item, "BucketAccountId") });
    }
  },
};
