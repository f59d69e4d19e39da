import { named } from "../../hybrid/named.js";
import { bucketIn, EACH_BUCKET } from "../../hybrid/outpost-bucket.js";
import { type Resource, tokens } from "../../resource.js";

/** Names by which buckets of an Outpost are asked. https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_ListAccessPoints.html */
export const outpostAccessPoints: Resource = {
  service: "s3control",
  operation: "ListAccessPoints",
  list: "AccessPointList",
  actions: ["s3-outposts:ListAccessPoints"],
  kinds: ["store-endpoint"],
  types: ["aws.s3-outposts-access-point"],
  scope: "region",
  needsEnvelope: true,
  paging: tokens(1000),
  each: { ...EACH_BUCKET, relations: ["access_points"] },
  normalize({ items, input, draft }) {
    const bucket = bucketIn(input);
    for (const raw of items) {
      const point = named(raw, { arn: "AccessPointArn", name: "Name", aliases: ["Alias"] });
      if (point === null) continue;
      const { id: from, item, name, base } = point;
      const origin = item.text("NetworkOrigin");
      const outpost = /:outpost\/([^/]+)\//.exec(from)?.[1] ?? null;
      draft.node({
        ...{ ...base, kind: "store-endpoint", type: "aws.s3-outposts-access-point", label: name },
        is: {
          ...{
            endpointType: "access-point",
            name,
            state: null,
            access: null,
            cidr: null,
            pool: null,
            outpost,
          },
          internet: origin === null ? null : origin === "Internet",
        },
      });
      const { pointer } = item;
      draft.edge({ from, relation: "store", to: bucket, pointer });
      draft.edge({ from, relation: "outpost", to: outpost, pointer });
      const network = item.child("VpcConfiguration")?.text("VpcId") ?? null;
      draft.edge({ from, relation: "network", to: network, pointer });
    }
  },
};
