import { blockOf } from "../../block.js";
import { named } from "../../hybrid/named.js";
import type { Item } from "../../item.js";
import { type Resource, tokens } from "../../resource.js";

const COMMON = {
  service: "s3outposts",
  list: "Endpoints",
  kinds: ["store-endpoint"],
  types: ["aws.s3-outposts-endpoint"],
  scope: "region",
  optional: true,
  paging: tokens(100),
} as const;

/** Addresses by which a network asks the buckets of an Outpost. https://docs.aws.amazon.com/AmazonS3/latest/API/API_s3outposts_ListEndpoints.html */
export const outpostStoreEndpoints: Resource = {
  ...COMMON,
  operation: "ListEndpoints",
  recognizes: (first) => first === undefined || Object.hasOwn(first, "OutpostsId"),
  actions: ["s3-outposts:ListEndpoints"],
  normalize({ items }) {
    for (const raw of items) addEndpoint(raw);
  },
};

/** Those of other accounts on an Outpost. https://docs.aws.amazon.com/AmazonS3/latest/API/API_s3outposts_ListSharedEndpoints.html */
export const sharedStoreEndpoints: Resource = {
  ...COMMON,
  operation: "ListSharedEndpoints",
  actions: ["s3-outposts:ListSharedEndpoints"],
  needsEnvelope: true,
  each: {
    of: "outposts:ListOutposts",
    input(outpost) {
      const id = outpost.text("OutpostId");
      return id === null ? null : { OutpostId: id };
    },
    node: ({ OutpostId: id }) => (typeof id === "string" ? id : null),
    ...{ hides: true, optional: true },
  },
  normalize({ items }) {
    for (const raw of items) addEndpoint(raw);
  },
};

function addEndpoint(raw: Item): void {
  const endpoint = named(raw, { arn: "EndpointArn" });
  if (endpoint === null) return;
  const { id: from, item, name, base } = endpoint;
  const { draft, pointer } = item;
  const outpost = item.text("OutpostsId");
  draft.node({
    ...{ ...base, kind: "store-endpoint", type: "aws.s3-outposts-endpoint" },
    is: {
      ...{ endpointType: "endpoint", name, outpost, cidr: blockOf(item, "CidrBlock", "ipv4") },
      state: item.text("Status")?.toLowerCase() ?? null,
      access: ACCESS.get(item.text("AccessType")) ?? null,
      pool: item.text("CustomerOwnedIpv4Pool"),
      failure: item.child("FailedReason")?.text("ErrorCode") ?? null,
    },
  });
  draft.edge({ from, relation: "outpost", to: outpost, pointer });
  draft.edge({ from, relation: "network", to: item.text("VpcId"), pointer });
  draft.edge({ from, relation: "subnets", to: item.text("SubnetId"), pointer });
  draft.edge({ from, relation: "filters", to: item.text("SecurityGroupId"), pointer });
}

const ACCESS: ReadonlyMap<string | null, string> = new Map([
  ["Private", "private"],
  ["CustomerOwnedIp", "customer-owned"],
]);
