import { identify, nodeBase } from "../identity.js";
import { type Resource, tokens } from "../resource.js";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LocalGateway.html */
export const localGateways: Resource = {
  service: "ec2",
  operation: "DescribeLocalGateways",
  list: "LocalGateways",
  actions: ["ec2:DescribeLocalGateways"],
  kinds: ["gateway"],
  types: ["aws.local-gateway"],
  scope: "region",
  optional: true,
  paging: tokens(1000),
  normalize({ items, draft }) {
    for (const raw of items) {
      const gateway = identify(raw, "local-gateway", { idMember: "LocalGatewayId" });
      if (gateway === null) continue;
      const { id: from, item } = gateway;
      draft.node({
        ...nodeBase(gateway),
        kind: "gateway",
        type: "aws.local-gateway",
        is: {
          gatewayType: "local",
          connectivity: null,
          state: item.text("State") ?? "unknown",
          addresses: [],
          publicAddresses: [],
          outpost: item.text("OutpostArn"),
        },
      });
      draft.edge({ from, relation: "outpost", to: item.text("OutpostArn"), pointer: item.pointer });
    }
  },
};
