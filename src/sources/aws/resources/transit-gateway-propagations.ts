import { type Resource, tokens } from "../resource.js";
import { attachmentArn, isInForce } from "../transit-identity.js";
import { attachmentIn, eachTransitTable, tableOf } from "../transit-table.js";

/**
 * Which attachments put their routes into a table.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetTransitGatewayRouteTablePropagations.html
 */
export const transitGatewayPropagations: Resource = {
  service: "ec2",
  operation: "GetTransitGatewayRouteTablePropagations",
  list: "TransitGatewayRouteTablePropagations",
  actions: ["ec2:GetTransitGatewayRouteTablePropagations"],
  kinds: [],
  types: ["aws.transit-gateway-route-table"],
  scope: "region",
  optional: true,
  needsEnvelope: true,
  paging: tokens(1000),
  each: eachTransitTable(["propagated_from"]),
  normalize(page) {
    const to = tableOf(page);
    if (to === null) return;
    for (const raw of page.items) {
      const item = raw.about(to);
      const short = attachmentIn(item);
      if (short === null || !isInForce(item, `The propagation of ${short}`)) continue;
      const from = attachmentArn(item, short);
      page.draft.edge({ from, relation: "propagates_to", to, pointer: item.pointer });
    }
  },
};
