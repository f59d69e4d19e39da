import { type Resource, tokens } from "../resource.js";
import { attachmentArn } from "../transit-identity.js";
import { eachTransitTable, tableOf } from "../transit-table.js";

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
      const [short, state] = [item.text("TransitGatewayAttachmentId"), item.text("State")];
      if (short === null || state === "disassociated") continue;
      if (state === "associating" || state === "disassociating")
        item.gap("unmodelled", `An attachment is ${state}: which route table it uses is not settled`);
      page.draft.edge({
        from: attachmentArn(item, short),
        relation: "route_table",
        to,
        pointer: item.pointer,
      });
    }
  },
};
