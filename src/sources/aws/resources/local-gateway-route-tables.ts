import { identify, nodeBase } from "../identity.js";
import { type Resource, tokens } from "../resource.js";

/**
 * Route tables of local gateways, by which an Outpost talks to its own site. Their routes are another call's.
 * https://docs.aws.amazon.com/outposts/latest/userguide/routing.html
 */
export const localGatewayRouteTables: Resource = {
  service: "ec2",
  operation: "DescribeLocalGatewayRouteTables",
  list: "LocalGatewayRouteTables",
  actions: ["ec2:DescribeLocalGatewayRouteTables"],
  kinds: ["route-table"],
  types: ["aws.local-gateway-route-table"],
  scope: "region",
  optional: true,
  paging: tokens(1000),
  normalize({ items, draft }) {
    for (const raw of items) {
      const table = identify(raw, "local-gateway-route-table", { idMember: "LocalGatewayRouteTableId" });
      if (table === null) continue;
      const { id: from, item } = table;
      draft.node({
        ...nodeBase(table),
        kind: "route-table",
        type: "aws.local-gateway-route-table",
        is: { main: false, edgeAssociated: false, mode: item.text("Mode") },
      });
      const { pointer } = item;
      draft.edge({ from, relation: "gateway", to: item.text("LocalGatewayId"), pointer });
    }
  },
};
