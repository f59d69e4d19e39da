import { identify, nodeBase } from "../identity.js";
import { type Resource, tokens } from "../resource.js";

/**
 * Route tables of transit gateways. Their routes are another call's to tell.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayRouteTable.html
 */
export const transitGatewayRouteTables: Resource = {
  service: "ec2",
  operation: "DescribeTransitGatewayRouteTables",
  list: "TransitGatewayRouteTables",
  actions: ["ec2:DescribeTransitGatewayRouteTables"],
  kinds: ["route-table"],
  types: ["aws.transit-gateway-route-table"],
  scope: "region",
  optional: true,
  paging: tokens(1000),
  normalize({ items, draft }) {
    for (const raw of items) {
      const table = identify(raw, "transit-gateway-route-table", { idMember: "TransitGatewayRouteTableId" });
      if (table === null) continue;
      const { id: from, item } = table;
      draft.node({
        ...nodeBase(table),
        kind: "route-table",
        type: "aws.transit-gateway-route-table",
        is: { main: false, edgeAssociated: false },
      });
      draft.edge({ from, relation: "gateway", to: item.text("TransitGatewayId"), pointer: item.pointer });
    }
  },
};
