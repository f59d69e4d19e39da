import { alarmFacts, metricsOf } from "../../audit/alarm.js";
import { metricEdge, topicEdges } from "../../audit/metric.js";
import { thingByArn } from "../../audit/thing.js";
import type { Item } from "../../item.js";
import type { Resource } from "../../resource.js";

/**
 * Alarms of a metric and those that join others. Without a word of types the first are told alone.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html
 */
export const alarms: Resource = {
  service: "cloudwatch",
  operation: "DescribeAlarms",
  list: "MetricAlarms",
  object: ["MetricAlarms"],
  actions: ["cloudwatch:DescribeAlarms"],
  kinds: ["alarm", "metric"],
  types: ["aws.cloudwatch-alarm", "aws.metric"],
  scope: "region",
  optional: true,
  neededWith: ["logs:DescribeMetricFilters"],
  input: { AlarmTypes: ["CompositeAlarm", "MetricAlarm"] },
  paging: { input: "NextToken", output: "NextToken", size: { MaxRecords: 100 } },
  normalize({ items: [whole] }) {
    for (const raw of whole?.list("MetricAlarms") ?? []) addAlarm(raw, "metric");
    for (const raw of whole?.list("CompositeAlarms") ?? []) addAlarm(raw, "composite");
    for (const raw of whole?.list("LogAlarms") ?? [])
      raw.gap("unmodelled", "An alarm looks at lines of a log by itself, which is not modelled");
  },
};

function addAlarm(raw: Item, alarmType: "metric" | "composite"): void {
  const alarm = thingByArn(raw, "AlarmArn", "AlarmName");
  if (alarm === null) return;
  const { id, item, name, base } = alarm;
  const facts = alarmFacts(item);
  const metrics = metricsOf(item);
  item.draft.node({
    ...{ ...base, kind: "alarm", type: "aws.cloudwatch-alarm" },
    is: {
      ...{ ...facts, name, alarmType },
      metrics: metrics.map(({ namespace, name: metric }) => ({ namespace, name: metric })),
    },
  });
  topicEdges(item, id, facts.actions);
  for (const metric of metrics) metricEdge(item, id, metric);
}
