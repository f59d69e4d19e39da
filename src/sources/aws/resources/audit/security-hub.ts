import { ofEach } from "../../audit/each.js";
import { arnIn, inRegion, thingByArn } from "../../audit/thing.js";
import { worded, wordedOr } from "../../audit/wording.js";
import { sortedTexts } from "../../block.js";
import { momentOf } from "../../moment.js";
import { type Resource, tokens } from "../../resource.js";

/** Accounts without Security Hub get an error that says so; the same code is for accounts that may not ask. */
const NONE = { none: ["InvalidAccessException"], noneSays: /not subscribed|not enabled/i };

/** https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_DescribeHub.html */
export const securityHub: Resource = {
  service: "securityhub",
  operation: "DescribeHub",
  list: "HubArn",
  object: ["HubArn"],
  actions: ["securityhub:DescribeHub"],
  kinds: ["security-hub"],
  types: ["aws.security-hub"],
  scope: "region",
  optional: true,
  neededWith: ["securityhub:GetEnabledStandards"],
  ...NONE,
  normalize({ items: [whole], draft }) {
    const hub = whole === undefined ? null : thingByArn(whole, "HubArn");
    if (hub === null) return;
    const { item, base } = hub;
    draft.node({
      ...{ ...base, kind: "security-hub", type: "aws.security-hub", label: "Security Hub" },
      is: {
        since: momentOf(item, "SubscribedAt"),
        autoEnableControls: item.flag("AutoEnableControls"),
        findings: worded(item.text("ControlFindingGenerator")),
      },
    });
    inRegion(hub);
  },
};

/** https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_GetEnabledStandards.html */
export const securityStandards: Resource = {
  service: "securityhub",
  operation: "GetEnabledStandards",
  list: "StandardsSubscriptions",
  actions: ["securityhub:GetEnabledStandards"],
  kinds: ["security-standard"],
  types: ["aws.security-standard"],
  scope: "region",
  optional: true,
  neededWith: ["securityhub:DescribeHub"],
  ...NONE,
  paging: tokens(100),
  normalize({ items, draft }) {
    for (const raw of items) {
      const standard = thingByArn(raw, "StandardsSubscriptionArn");
      if (standard === null) continue;
      const { id, item, base } = standard;
      const name = item.text("StandardsArn")?.replace(/^.*:::?(?:ruleset|standards)\//s, "") ?? "unknown";
      draft.node({
        ...{ ...base, kind: "security-standard", type: "aws.security-standard", label: name },
        is: {
          ...{ standard: name, state: wordedOr(item.text("StandardsStatus")) },
          reason: item.child("StandardsStatusReason")?.text("StatusReasonCode") ?? null,
        },
      });
      const to = arnIn(draft.place, "securityhub", "hub/default");
      draft.edge({ from: id, relation: "hub", to, pointer: item.pointer });
    }
  },
};

const AGGREGATOR = { kind: "finding-aggregator", type: "aws.finding-aggregator" } as const;

/** https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_ListFindingAggregators.html */
export const findingAggregators: Resource = {
  service: "securityhub",
  operation: "ListFindingAggregators",
  list: "FindingAggregators",
  actions: ["securityhub:ListFindingAggregators"],
  kinds: [AGGREGATOR.kind],
  types: [AGGREGATOR.type],
  scope: "region",
  optional: true,
  neededWith: ["securityhub:DescribeHub"],
  ...NONE,
  paging: tokens(100),
  normalize({ items, draft }) {
    for (const raw of items) {
      const found = thingByArn(raw, "FindingAggregatorArn");
      if (found !== null) draft.node({ ...found.base, ...AGGREGATOR, is: {} });
    }
  },
};

/** https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_GetFindingAggregator.html */
export const findingAggregatorDescriptions: Resource = {
  service: "securityhub",
  operation: "GetFindingAggregator",
  list: "FindingAggregatorArn",
  object: ["FindingAggregatorArn"],
  actions: ["securityhub:GetFindingAggregator"],
  kinds: [AGGREGATOR.kind],
  types: [AGGREGATOR.type],
  scope: "region",
  each: ofEach("securityhub:ListFindingAggregators", ["FindingAggregatorArn", "FindingAggregatorArn"]),
  normalize({ items: [whole], draft }) {
    const found = whole === undefined ? null : thingByArn(whole, "FindingAggregatorArn");
    if (found === null) return;
    const { item, base } = found;
    draft.node({
      ...{ ...base, ...AGGREGATOR },
      is: {
        homeRegion: item.text("FindingAggregationRegion"),
        mode: worded(item.text("RegionLinkingMode")),
        regions: sortedTexts(item.texts("Regions")),
      },
    });
  },
};
