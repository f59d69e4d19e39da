import { type Resource, tokens } from "../../resource.js";
import { addData, byArn } from "../../stores/data-node.js";

/** https://docs.aws.amazon.com/datasync/latest/userguide/API_ListTasks.html */
export const syncTasks: Resource = {
  service: "datasync",
  operation: "ListTasks",
  list: "Tasks",
  recognizes: (first) => typeof first?.["TaskArn"] === "string",
  actions: ["datasync:ListTasks"],
  kinds: ["transfer"],
  types: ["aws.sync-task"],
  scope: "region",
  optional: true,
  neededWith: ["datasync:ListLocations"],
  paging: tokens(100),
  normalize({ items }) {
    for (const raw of items) {
      const task = byArn(raw, "TaskArn");
      if (task === null) continue;
      addData(task, {
        ...{ kind: "transfer", type: "aws.sync-task", name: task.item.text("Name") ?? task.id },
        is: { transferType: "sync" },
      });
    }
  },
};
