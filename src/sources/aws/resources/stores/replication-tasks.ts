import type { Item } from "../../item.js";
import { momentOf } from "../../moment.js";
import { documentOf } from "../../policy-document.js";
import { RECORDS, type Resource } from "../../resource.js";
import { addData, byArn, type Known } from "../../stores/data-node.js";

/** https://docs.aws.amazon.com/dms/latest/APIReference/API_ReplicationTask.html */
export const replicationTasks: Resource = {
  service: "dms",
  operation: "DescribeReplicationTasks",
  list: "ReplicationTasks",
  actions: ["dms:DescribeReplicationTasks"],
  kinds: ["transfer"],
  types: ["aws.replication-task"],
  scope: "region",
  optional: true,
  neededWith: ["dms:DescribeReplicationInstances", "dms:DescribeEndpoints"],
  paging: RECORDS,
  normalize({ items }) {
    for (const raw of items) {
      const task = byArn(raw, "ReplicationTaskArn");
      if (task !== null) addTask(task);
    }
  },
};

function addTask(task: Known): void {
  const { id, item } = task;
  const name = item.text("ReplicationTaskIdentifier") ?? id;
  addData(task, {
    ...{ kind: "transfer", type: "aws.replication-task", name },
    is: {
      ...{ transferType: "migration", name, state: item.text("Status") },
      ...{ created: momentOf(item, "ReplicationTaskCreationDate"), ...loggingOf(item) },
    },
    ends: {
      more: [
        ["source", item.text("SourceEndpointArn")],
        ["destination", item.text("TargetEndpointArn")],
        ["mover", item.text("ReplicationInstanceArn")],
      ],
    },
  });
}

/** Severities at which a component says enough. https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.TaskSettings.Logging.html */
const ENOUGH = new Set([
  "LOGGER_SEVERITY_DEFAULT",
  "LOGGER_SEVERITY_DEBUG",
  "LOGGER_SEVERITY_DETAILED_DEBUG",
]);

function loggingOf(item: Item) {
  const settings = documentOf(item, "ReplicationTaskSettings");
  if (settings === null) return { logging: null, sourceLogging: null, targetLogging: null };
  const told = item.inside("ReplicationTaskSettings").having(settings).child("Logging");
  const logging = told?.flag("EnableLogging") ?? false;
  const severities = new Map(
    told?.list("LogComponents").map((one) => [one.text("Id"), one.text("Severity") ?? ""] as const) ?? [],
  );
  const all = (...ids: string[]) => logging && ids.every((id) => ENOUGH.has(severities.get(id) ?? ""));
  return {
    logging,
    sourceLogging: all("SOURCE_CAPTURE", "SOURCE_UNLOAD"),
    targetLogging: all("TARGET_APPLY", "TARGET_LOAD"),
  };
}
