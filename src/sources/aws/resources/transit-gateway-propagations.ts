import { type Resource, tokens } from "../resource.js";
import { attachmentArn } from "../transit-identity.js";
import { eachTransitTable, tableOf } from "../transit-table.js";

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
      const [short, state] = [item.text("TransitGatewayAttachmentId"), item.text("State")];
      if (short === null || state === "disabled") continue;
      page.draft.edge({
        from: attachmentArn(item, short),
        relation: "propagates_to",
        to,
        pointer: item.pointer,
      });
    }
  },
};
