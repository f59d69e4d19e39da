import { configThing } from "../../audit/config-service.js";
import { ofEach } from "../../audit/each.js";
import { inAccount, ownId } from "../../audit/thing.js";
import { worded, wordedOr } from "../../audit/wording.js";
import { sortedTexts } from "../../block.js";
import type { Item } from "../../item.js";
import { momentOf } from "../../moment.js";
import { scopeOf } from "../../place.js";
import type { Paging, Resource } from "../../resource.js";

const KIND = { kind: "aggregator", type: "aws.config-aggregator" } as const;
const LIMIT: Paging = { input: "NextToken", output: "NextToken", size: { Limit: 100 } };

/** https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigurationAggregator.html */
export const aggregators: Resource = {
  service: "config",
  operation: "DescribeConfigurationAggregators",
  list: "ConfigurationAggregators",
  actions: ["config:DescribeConfigurationAggregators"],
  kinds: [KIND.kind],
  types: [KIND.type],
  scope: "region",
  optional: true,
  neededWith: ["config:DescribeConfigurationRecorders"],
  paging: LIMIT,
  normalize({ items }) {
    for (const raw of items) addAggregator(raw);
  },
};

function addAggregator(raw: Item): void {
  const aggregator = configThing(raw, KIND.kind, "ConfigurationAggregatorName");
  if (aggregator === null) return;
  const { item, base, name } = aggregator;
  const whole = item.child("OrganizationAggregationSource");
  const sources = [...(whole === null ? [] : [whole]), ...item.list("AccountAggregationSources")];
  item.draft.node({
    ...{ ...base, ...KIND, aliases: sortedTexts([item.text("ConfigurationAggregatorArn")]) },
    is: {
      ...{ name, organization: whole !== null, role: whole?.text("RoleArn") ?? null },
      accounts: sortedTexts(item.list("AccountAggregationSources").flatMap((one) => one.texts("AccountIds"))),
      allRegions: sources.length > 0 && sources.every((one) => one.flag("AllAwsRegions") === true),
      regions: sortedTexts(sources.flatMap((one) => one.texts("AwsRegions"))),
      created: momentOf(item, "CreationTime"),
      updated: momentOf(item, "LastUpdatedTime"),
    },
  });
  inAccount(aggregator);
}

/** How well an aggregator reads what it is made of. https://docs.aws.amazon.com/config/latest/APIReference/API_AggregatedSourceStatus.html */
export const aggregatedSources: Resource = {
  service: "config",
  operation: "DescribeConfigurationAggregatorSourcesStatus",
  list: "AggregatedSourceStatusList",
  actions: ["config:DescribeConfigurationAggregatorSourcesStatus"],
  kinds: ["aggregated-source"],
  types: ["aws.config-aggregated-source"],
  scope: "region",
  needsEnvelope: true,
  paging: LIMIT,
  each: ofEach(
    "config:DescribeConfigurationAggregators",
    ["ConfigurationAggregatorName", "ConfigurationAggregatorName"],
    { node: (place, name) => ownId(KIND.kind, place, name), relations: ["sources"] },
  ),
  normalize({ items, input, draft }) {
    const name = input["ConfigurationAggregatorName"];
    if (typeof name !== "string") return;
    const to = ownId(KIND.kind, draft.place, name);
    for (const raw of items) addSource(raw, to);
  },
};

function addSource(raw: Item, to: string): void {
  const { draft, pointer } = raw;
  const [source, region] = [raw.text("SourceId"), raw.text("AwsRegion")];
  const id = `${to}#${source ?? ""}/${region ?? ""}`;
  const item = raw.about(id);
  draft.node({
    ...{ id, kind: "aggregated-source", type: "aws.config-aggregated-source", scope: scopeOf(draft.place) },
    label: [source ?? "?", ...(region === null ? [] : [region])].join(" in "),
    is: {
      ...{ source, sourceRegion: region, sourceType: worded(item.text("SourceType")) },
      status: wordedOr(item.text("LastUpdateStatus")),
      updated: momentOf(item, "LastUpdateTime"),
      error: item.text("LastErrorCode") || null,
    },
    ...{ native: item.json, pointer },
  });
  draft.edge({ from: id, relation: "aggregator", to, pointer });
}
