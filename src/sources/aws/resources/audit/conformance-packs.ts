import { thingByArn } from "../../audit/thing.js";
import { bucketArn } from "../../audit/trail.js";
import { wordedOr } from "../../audit/wording.js";
import { momentOf } from "../../moment.js";
import type { Paging, Resource } from "../../resource.js";

const KIND = { kind: "conformance-pack", type: "aws.config-conformance-pack" } as const;
const LIMIT: Paging = { input: "NextToken", output: "NextToken", size: { Limit: 20 } };

/** https://docs.aws.amazon.com/config/latest/APIReference/API_ConformancePackDetail.html */
export const conformancePacks: Resource = {
  service: "config",
  operation: "DescribeConformancePacks",
  list: "ConformancePackDetails",
  actions: ["config:DescribeConformancePacks"],
  kinds: [KIND.kind],
  types: [KIND.type],
  scope: "region",
  optional: true,
  neededWith: ["config:DescribeConfigurationRecorders", "config:DescribeConformancePackStatus"],
  paging: LIMIT,
  normalize({ items, draft }) {
    for (const raw of items) {
      const pack = thingByArn(raw, "ConformancePackArn", "ConformancePackName");
      if (pack === null) continue;
      const { item, base, name } = pack;
      const type = item.text("Type");
      draft.node({
        ...{ ...base, ...KIND },
        is: {
          ...{ name, managed: type === null ? null : type === "MANAGED" },
          bucket: bucketArn(draft.place, item.text("DeliveryS3Bucket")),
          createdBy: item.text("CreatedBy"),
        },
      });
    }
  },
};

/** https://docs.aws.amazon.com/config/latest/APIReference/API_ConformancePackStatusDetail.html */
export const conformancePackStatuses: Resource = {
  service: "config",
  operation: "DescribeConformancePackStatus",
  list: "ConformancePackStatusDetails",
  actions: ["config:DescribeConformancePackStatus"],
  kinds: [KIND.kind],
  types: [KIND.type],
  scope: "region",
  optional: true,
  neededWith: ["config:DescribeConformancePacks"],
  paging: LIMIT,
  normalize({ items, draft }) {
    for (const raw of items) {
      const pack = thingByArn(raw, "ConformancePackArn", "ConformancePackName");
      if (pack === null) continue;
      const { item, base, name } = pack;
      draft.node({
        ...{ ...base, ...KIND },
        is: {
          ...{ name, state: wordedOr(item.text("ConformancePackState")) },
          reason: item.text("ConformancePackStatusReason") || null,
          updated: momentOf(item, "LastUpdateCompletedTime"),
        },
      });
    }
  },
};
