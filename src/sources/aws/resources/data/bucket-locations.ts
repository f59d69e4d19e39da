import { bucketAsked, bucketScope } from "../../data/bucket.js";
import { tellOfStore } from "../../data/store.js";
import type { Resource } from "../../resource.js";

/** Asked where the list does not tell. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html */
export const bucketLocations: Resource = {
  service: "s3",
  operation: "GetBucketLocation",
  list: "LocationConstraint",
  object: [],
  recognizes: (answer) => answer !== undefined && Object.hasOwn(answer, "LocationConstraint"),
  actions: ["s3:GetBucketLocation"],
  kinds: ["data-store"],
  types: ["aws.bucket"],
  scope: "region",
  needsEnvelope: true,
  each: {
    of: "s3:ListBuckets",
    input(bucket, asked) {
      const name = bucket.text("Name");
      const told = bucket.text("BucketRegion") !== null || asked["BucketRegion"] !== undefined;
      return name === null || name === "" || told ? null : { Bucket: name };
    },
    node: bucketAsked,
  },
  normalize({ items: [whole], input, draft }) {
    const id = bucketAsked(input, draft.place);
    if (whole === undefined || id === null) return;
    const item = whole.about(id);
    const name = String(input["Bucket"]);
    tellOfStore({
      ...{ id, item, type: "aws.bucket", label: name, aliases: [name], is: {} },
      scope: bucketScope(draft.place, regionOf(item.text("LocationConstraint"))),
    });
  },
};

/** The oldest Region has no constraint, the second oldest an old name. */
function regionOf(constraint: string | null): string {
  if (constraint === null || constraint === "") return "us-east-1";
  return constraint === "EU" ? "eu-west-1" : constraint;
}
