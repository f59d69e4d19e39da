import { type Resource, tokens } from "../../resource.js";
import { addData, byArn } from "../../stores/data-node.js";

/** Machines at home that read what is moved. https://docs.aws.amazon.com/datasync/latest/userguide/API_ListAgents.html */
export const syncAgents: Resource = {
  service: "datasync",
  operation: "ListAgents",
  list: "Agents",
  recognizes: (first) => typeof first?.["AgentArn"] === "string",
  actions: ["datasync:ListAgents"],
  kinds: ["transfer-end"],
  types: ["aws.sync-agent"],
  scope: "region",
  optional: true,
  neededWith: ["datasync:ListTasks"],
  paging: tokens(100),
  normalize({ items }) {
    for (const raw of items) {
      const agent = byArn(raw, "AgentArn");
      if (agent === null) continue;
      const { id, item } = agent;
      const name = item.text("Name") ?? id;
      addData(agent, {
        ...{ kind: "transfer-end", type: "aws.sync-agent", name },
        is: { endType: "agent", name, state: item.text("Status")?.toLowerCase() ?? null },
      });
    }
  },
};
