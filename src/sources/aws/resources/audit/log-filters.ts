import type { FactsByKind } from "../../../../model/index.js";
import { ofEach } from "../../audit/each.js";
import { filteringOf } from "../../audit/filtering.js";
import { metricEdge } from "../../audit/metric.js";
import { arnIn } from "../../audit/thing.js";
import { millisOf } from "../../audit/wording.js";
import type { Item } from "../../item.js";
import { partsOfArn } from "../../names.js";
import { type Place, scopeOf } from "../../place.js";
import type { Paging, Resource } from "../../resource.js";

const PAGES: Paging = { input: "nextToken", output: "nextToken", size: { limit: 50 } };

/** What counts lines up. https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_MetricFilter.html */
export const metricFilters: Resource = {
  service: "logs",
  operation: "DescribeMetricFilters",
  list: "metricFilters",
  actions: ["logs:DescribeMetricFilters"],
  kinds: ["metric-filter", "metric"],
  types: ["aws.log-metric-filter", "aws.metric"],
  scope: "region",
  optional: true,
  neededWith: ["logs:DescribeLogGroups"],
  paging: PAGES,
  normalize({ items }) {
    for (const raw of items) {
      const filter = filterOf(raw, "metric-filter");
      if (filter === null) continue;
      const { id, item, base, name } = filter;
      const metrics = item.list("metricTransformations").map(transformationOf);
      const created = millisOf(item, "creationTime");
      item.draft.node({
        ...{ ...base, kind: "metric-filter", type: "aws.log-metric-filter" },
        is: { name, ...filteringOf(item), metrics, created },
      });
      filter.inGroup();
      for (const metric of metrics) metricEdge(item, id, metric);
    }
  },
};

/** What sends lines on. https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_SubscriptionFilter.html */
export const subscriptionFilters: Resource = {
  service: "logs",
  operation: "DescribeSubscriptionFilters",
  list: "subscriptionFilters",
  actions: ["logs:DescribeSubscriptionFilters"],
  kinds: ["subscription-filter"],
  types: ["aws.log-subscription-filter"],
  scope: "region",
  paging: PAGES,
  each: ofEach("logs:DescribeLogGroups", ["logGroupName", "logGroupName"], {
    node: groupArn,
    relations: ["subscription_filters"],
  }),
  normalize({ items }) {
    for (const raw of items) {
      const filter = filterOf(raw, "subscription-filter");
      if (filter === null) continue;
      const { item, base, name } = filter;
      const destination = item.text("destinationArn");
      item.draft.node({
        ...{ ...base, kind: "subscription-filter", type: "aws.log-subscription-filter" },
        is: {
          ...{ name, ...filteringOf(item), destination },
          destinationAccount: partsOfArn(destination ?? "")?.account ?? null,
          role: item.text("roleArn"),
          created: millisOf(item, "creationTime"),
        },
      });
      filter.inGroup();
    }
  },
};

function groupArn(place: Place, name: string): string {
  return arnIn(place, "logs", `log-group:${name}`);
}

/** Filters are named once in their group. */
function filterOf(raw: Item, kind: "metric-filter" | "subscription-filter") {
  const [name, group] = [raw.text("filterName"), raw.text("logGroupName")];
  const { draft, pointer } = raw;
  if (name === null || group === null) {
    raw.gap("unparsed", `${draft.place.call} answered with an item that has no filterName and logGroupName`);
    return null;
  }
  const to = groupArn(draft.place, group);
  const id = `${to}#${kind}/${name}`;
  const item = raw.about(id);
  const base = { id, label: `${name} of ${group}`, scope: scopeOf(draft.place), native: item.json, pointer };
  const inGroup = () => draft.edge({ from: id, relation: "log_group", to, pointer });
  return { id, item, name, base, inGroup };
}

function transformationOf(item: Item): FactsByKind["metric-filter"]["metrics"][number] {
  return {
    namespace: item.text("metricNamespace") ?? "",
    name: item.text("metricName") ?? "",
    value: item.text("metricValue") ?? "",
    dimensions: Object.keys(item.child("dimensions")?.json ?? {}).sort(),
  };
}
