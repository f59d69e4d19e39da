import { arnIn, thingNamed } from "../../audit/thing.js";
import { keyEdge } from "../../audit/trail.js";
import { millisOf, worded } from "../../audit/wording.js";
import type { Item } from "../../item.js";
import type { Paging, Resource } from "../../resource.js";

const PAGES: Paging = { input: "nextToken", output: "nextToken", size: { limit: 50 } };

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_LogGroup.html */
export const logGroups: Resource = {
  service: "logs",
  operation: "DescribeLogGroups",
  list: "logGroups",
  actions: ["logs:DescribeLogGroups"],
  kinds: ["log-group"],
  types: ["aws.log-group"],
  scope: "region",
  optional: true,
  neededWith: ["logs:DescribeMetricFilters"],
  paging: PAGES,
  normalize({ items }) {
    for (const raw of items) addGroup(raw);
  },
};

function addGroup(raw: Item): void {
  const group = thingNamed(raw, "logGroupName", (place, name) => arnIn(place, "logs", `log-group:${name}`));
  if (group === null) return;
  const { id, item, name, base } = group;
  const key = item.text("kmsKeyId") || null;
  item.draft.node({
    ...{ ...base, kind: "log-group", type: "aws.log-group" },
    is: {
      ...{ name, key, logClass: worded(item.text("logGroupClass")) },
      retentionDays: item.int("retentionInDays"),
      storedBytes: item.int("storedBytes"),
      dataProtection: worded(item.text("dataProtectionStatus")),
      deletionProtection: item.flag("deletionProtectionEnabled"),
      created: millisOf(item, "creationTime"),
    },
  });
  keyEdge(item, id, key);
}
