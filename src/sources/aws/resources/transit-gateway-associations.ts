import { type Resource, tokens } from "../resource.js";
import { attachmentArn, isInForce } from "../transit-identity.js";
import { attachmentIn, eachTransitTable, tableOf } from "../transit-table.js";

/**
 * Which attachments use a table.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetTransitGatewayRouteTableAssociations.html
 */
export const transitGatewayAssociations: Resource = {
  service: "ec2",
  operation: "GetTransitGatewayRouteTableAssociations",
  list: "Associations",
  actions: ["ec2:GetTransitGatewayRouteTableAssociations"],
  kinds: [],
  types: ["aws.transit-gateway-route-table"],
  scope: "region",
  optional: true,
  needsEnvelope: true,
  paging: tokens(1000),
  each: eachTransitTable(["attachments"]),
  normalize(page) {
    const to = tableOf(page);
    if (to === null) return;
    for (const raw of page.items) {
      const item = raw.about(to);
      const short = attachmentIn(item);
      if (short === null || !isInForce(item, `The association of ${short}`)) continue;
      const from = attachmentArn(item, short);
      page.draft.edge({ from, relation: "route_table", to, pointer: item.pointer });
    }
  },
};
