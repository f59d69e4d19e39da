import { identify, nodeBase } from "../identity.js";
import { type Resource, tokens } from "../resource.js";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_FlowLog.html */
export const flowLogs: Resource = {
  service: "ec2",
  operation: "DescribeFlowLogs",
  list: "FlowLogs",
  actions: ["ec2:DescribeFlowLogs"],
  kinds: ["flow-log"],
  types: ["aws.flow-log"],
  scope: "region",
  paging: tokens(1000),
  normalize({ items, draft }) {
    for (const raw of items) {
      const log = identify(raw, "vpc-flow-log", { idMember: "FlowLogId" });
      if (log === null) continue;
      const { item, id: from } = log;
      const group = item.text("LogGroupName");
      draft.node({
        ...nodeBase(log),
        kind: "flow-log",
        type: "aws.flow-log",
        is: {
          status: item.text("FlowLogStatus") ?? "unknown",
          delivery: item.text("DeliverLogsStatus"),
          traffic: item.text("TrafficType") ?? "unknown",
          destinationType: item.text("LogDestinationType") ?? "cloud-watch-logs",
          destination: item.text("LogDestination") ?? group,
        },
      });
      const resource = item.text("ResourceId");
      // Transit gateways and their attachments are logged too, and are no nodes.
      if (resource !== null && /^(?:vpc|subnet|eni)-/.test(resource))
        draft.edge({ from, relation: "logs", to: resource, pointer: item.pointer });
    }
  },
};
