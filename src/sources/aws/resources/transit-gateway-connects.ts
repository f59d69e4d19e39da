import { type Resource, tokens } from "../resource.js";
import { attachmentOf, isEnded } from "../transit-identity.js";

/**
 * Attachments that run GRE over another one. What they serve their peers tell by BGP.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayConnect.html
 */
export const transitGatewayConnects: Resource = {
  service: "ec2",
  operation: "DescribeTransitGatewayConnects",
  list: "TransitGatewayConnects",
  actions: ["ec2:DescribeTransitGatewayConnects"],
  kinds: ["attachment"],
  types: ["aws.transit-gateway-attachment"],
  scope: "region",
  optional: true,
  paging: tokens(1000),
  normalize({ items, draft }) {
    for (const raw of items) {
      const attachment = attachmentOf(raw);
      if (attachment === null) continue;
      const { id: from, item, base } = attachment;
      draft.node({
        ...base,
        kind: "attachment",
        type: "aws.transit-gateway-attachment",
        is: {
          attachmentType: "connect",
          state: item.text("State") ?? "unknown",
          transport: item.text("TransportTransitGatewayAttachmentId"),
        },
      });
      if (isEnded(item)) continue;
      draft.edge({ from, relation: "gateway", to: item.text("TransitGatewayId"), pointer: item.pointer });
    }
  },
};
