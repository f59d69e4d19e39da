import { named } from "../../hybrid/named.js";
import { bucketIn, EACH_BUCKET } from "../../hybrid/outpost-bucket.js";
import { momentOf } from "../../moment.js";
import { documentOf } from "../../policy-document.js";
import { type Resource, tokens } from "../../resource.js";

/** Buckets that lie on an Outpost. https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_ListRegionalBuckets.html */
export const outpostBuckets: Resource = {
  service: "s3control",
  operation: "ListRegionalBuckets",
  list: "RegionalBucketList",
  actions: ["s3-outposts:ListRegionalBuckets"],
  kinds: ["data-store"],
  types: ["aws.s3-outposts-bucket"],
  scope: "region",
  needsEnvelope: true,
  paging: tokens(1000),
  each: {
    of: "outposts:ListOutposts",
    input(outpost) {
      const id = outpost.text("OutpostId");
      const { account } = outpost.draft.place;
      return id === null || account === undefined ? null : { AccountId: account, OutpostId: id };
    },
    node: ({ OutpostId: id }) => (typeof id === "string" ? id : null),
    hides: true,
  },
  normalize({ items, draft }) {
    for (const raw of items) {
      const bucket = named(raw, { arn: "BucketArn", name: "Bucket" });
      if (bucket === null) continue;
      const { id: from, item, name, base } = bucket;
      const outpost = item.text("OutpostId");
      const blocked = item.flag("PublicAccessBlockEnabled");
      draft.node({
        ...{ ...base, kind: "data-store", type: "aws.s3-outposts-bucket", label: name },
        is: {
          ...{ storeType: "bucket", name, created: momentOf(item, "CreationDate"), outpost },
          // All that is on an Outpost is encrypted, and nothing of it can be public.
          // https://docs.aws.amazon.com/AmazonS3/latest/s3-outposts/S3onOutposts.html
          ...{ encrypted: true, isPublic: blocked === true ? false : null },
        },
      });
      draft.edge({ from, relation: "outpost", to: outpost, pointer: item.pointer });
    }
  },
};

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_GetBucketPolicy.html */
export const outpostBucketPolicies: Resource = {
  service: "s3control",
  operation: "GetBucketPolicy",
  list: "Policy",
  object: ["Policy"],
  // Alone it is some policy: of what, only its envelope tells.
  recognizes: () => false,
  actions: ["s3-outposts:GetBucketPolicy"],
  kinds: ["data-store"],
  types: ["aws.s3-outposts-bucket"],
  scope: "region",
  needsEnvelope: true,
  none: ["NoSuchBucketPolicy"],
  each: EACH_BUCKET,
  normalize({ items: [whole], input, draft }) {
    const id = bucketIn(input);
    if (id === null) return;
    const policy = whole === undefined ? null : documentOf(whole.about(id), "Policy");
    const label = id.split("/").at(-1) ?? id;
    draft.node({
      ...{ id, kind: "data-store", type: "aws.s3-outposts-bucket", label },
      ...{ is: { policy }, native: {}, pointer: "/Policy" },
    });
  },
};
