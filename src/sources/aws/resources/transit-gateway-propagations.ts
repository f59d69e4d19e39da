import { type Resource, tokens } from "../resource.js";
import { eachTransitTable, joinAttachments } from "../transit-table.js";

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
  normalize: (page) => joinAttachments(page, "propagates_to", "propagation"),
};
