import { type Resource, tokens } from "../resource.js";
import { eachTransitTable, joinAttachments } from "../transit-table.js";

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
  normalize: (page) => joinAttachments(page, "route_table", "association"),
};
