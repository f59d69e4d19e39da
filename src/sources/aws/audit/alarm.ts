import type { FactsByKind } from "../../../model/index.js";
import { sortedTexts } from "../block.js";
import type { Item } from "../item.js";
import type { MetricName } from "./metric.js";
import { worded, wordedOr } from "./wording.js";

type Alarm = FactsByKind["alarm"];

/** What both kinds of alarms have. */
export function alarmFacts(item: Item): Omit<Alarm, "name" | "alarmType"> {
  const actions = (member: string) => sortedTexts(item.texts(member));
  return {
    // Actions are on unless they were switched off (API_PutMetricAlarm).
    actionsEnabled: item.flag("ActionsEnabled") ?? true,
    actions: actions("AlarmActions"),
    okActions: actions("OKActions"),
    insufficientDataActions: actions("InsufficientDataActions"),
    state: wordedOr(item.text("StateValue")),
    comparison: worded(item.text("ComparisonOperator")),
    threshold: numberOf(item, "Threshold"),
    statistic: item.text("Statistic") ?? item.text("ExtendedStatistic"),
    periodSeconds: item.int("Period"),
    periods: item.int("EvaluationPeriods"),
    periodsToAlarm: item.int("DatapointsToAlarm"),
    missingData: worded(item.text("TreatMissingData")),
    metrics: [],
    rule: item.text("AlarmRule"),
    children: sortedTexts(childrenOf(item.text("AlarmRule") ?? "")),
  };
}

/** The metrics that an alarm watches, by itself or in an expression. https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricAlarm.html */
export function metricsOf(item: Item): MetricName[] {
  const queries = item.list("Metrics").map((query) => ({
    metric: query.child("MetricStat")?.child("Metric") ?? null,
    account: query.text("AccountId"),
  }));
  const named = [{ metric: item, account: null }, ...queries].flatMap(({ metric, account }): MetricName[] => {
    const [namespace, name] = [metric?.text("Namespace") ?? null, metric?.text("MetricName") ?? null];
    return namespace === null || name === null ? [] : [{ namespace, name, account }];
  });
  const unique = new Map(named.map((one) => [`${one.namespace}/${one.name}/${one.account ?? ""}`, one]));
  return [...unique.keys()].sort().flatMap((key) => unique.get(key) ?? []);
}

/** Alarms that the rule of a composite one names, by name or ARN. https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html */
function childrenOf(rule: string): string[] {
  const named = rule.matchAll(/\b(?:ALARM|OK|INSUFFICIENT_DATA)\(\s*(?:"([^"]*)"|([^")\s]+))\s*\)/g);
  return [...named].flatMap(([, quoted, bare]) => quoted ?? bare ?? []);
}

function numberOf(item: Item, member: string): number | null {
  const value = item.json[member];
  if (typeof value === "number") return value;
  if (value !== undefined && value !== null)
    item.gap("unparsed", `${item.draft.place.call} answered with a ${member} that is not a number`);
  return null;
}
