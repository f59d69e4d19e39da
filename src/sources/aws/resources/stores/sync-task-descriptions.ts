import { sortedTexts } from "../../block.js";
import { momentOf } from "../../moment.js";
import type { Resource } from "../../resource.js";
import { addData, byArn } from "../../stores/data-node.js";
import { secondsOf } from "../../stores/schedule.js";

/** https://docs.aws.amazon.com/datasync/latest/userguide/API_DescribeTask.html */
export const syncTaskDescriptions: Resource = {
  service: "datasync",
  operation: "DescribeTask",
  list: "TaskArn",
  object: ["TaskArn", "SourceLocationArn", "DestinationLocationArn"],
  actions: ["datasync:DescribeTask"],
  kinds: ["transfer"],
  types: ["aws.sync-task"],
  scope: "region",
  each: {
    of: "datasync:ListTasks",
    input(task) {
      const arn = task.text("TaskArn");
      return arn === null ? null : { TaskArn: arn };
    },
    node: ({ TaskArn: arn }) => (typeof arn === "string" ? arn : null),
  },
  normalize({ items: [whole] }) {
    const task = byArn(whole ?? null, "TaskArn");
    if (task === null) return;
    const { id, item } = task;
    const name = item.text("Name") ?? id;
    const [group, level] = [item.text("CloudWatchLogGroupArn"), item.child("Options")?.text("LogLevel")];
    const schedule = item.child("Schedule")?.text("ScheduleExpression") ?? null;
    addData(task, {
      ...{ kind: "transfer", type: "aws.sync-task", name },
      is: {
        ...{
          transferType: "sync",
          name,
          state: item.text("Status"),
          schedule,
          everySeconds: secondsOf(schedule),
        },
        ...{ created: momentOf(item, "CreationTime"), logsTo: sortedTexts([group]) },
        logging: group !== null && level !== "OFF",
      },
      ends: {
        more: [
          ["source", item.text("SourceLocationArn")],
          ["destination", item.text("DestinationLocationArn")],
        ],
      },
    });
  },
};
