import type { Resource } from "../../resource.js";
import { addData, byArn } from "../../stores/data-node.js";

/** By which way an agent sends. https://docs.aws.amazon.com/datasync/latest/userguide/API_DescribeAgent.html */
export const syncAgentDescriptions: Resource = {
  service: "datasync",
  operation: "DescribeAgent",
  list: "AgentArn",
  object: ["AgentArn", "EndpointType"],
  actions: ["datasync:DescribeAgent"],
  kinds: ["transfer-end"],
  types: ["aws.sync-agent"],
  scope: "region",
  each: {
    of: "datasync:ListAgents",
    input(agent) {
      const arn = agent.text("AgentArn");
      return arn === null ? null : { AgentArn: arn };
    },
    node: ({ AgentArn: arn }) => (typeof arn === "string" ? arn : null),
  },
  normalize({ items: [whole] }) {
    const agent = byArn(whole ?? null, "AgentArn");
    if (agent === null) return;
    const way = agent.item.text("EndpointType");
    addData(agent, {
      ...{ kind: "transfer-end", type: "aws.sync-agent", name: agent.item.text("Name") ?? agent.id },
      is: { endType: "agent", privatePath: way === null ? null : way.endsWith("PRIVATE_LINK") },
    });
  },
};
