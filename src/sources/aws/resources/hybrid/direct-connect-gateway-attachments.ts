import { askBy } from "../../hybrid/asked.js";
import { nextTokens, type Resource } from "../../resource.js";

/**
 * Lines that lead to a Direct Connect gateway, those of other accounts included.
 * https://docs.aws.amazon.com/directconnect/latest/APIReference/API_DirectConnectGatewayAttachment.html
 */
export const directConnectGatewayAttachments: Resource = {
  service: "directconnect",
  operation: "DescribeDirectConnectGatewayAttachments",
  list: "directConnectGatewayAttachments",
  actions: ["directconnect:DescribeDirectConnectGatewayAttachments"],
  kinds: ["gateway-association"],
  types: ["aws.direct-connect-gateway-attachment"],
  scope: "account",
  optional: true,
  paging: nextTokens(100),
  each: {
    of: "directconnect:DescribeDirectConnectGateways",
    input: askBy("directConnectGatewayId"),
    node: ({ directConnectGatewayId: id }) => (typeof id === "string" ? id : null),
    relations: ["associations"],
    optional: true,
  },
  normalize({ items, draft }) {
    for (const raw of items) {
      const [gateway, line] = [raw.text("directConnectGatewayId"), raw.text("virtualInterfaceId")];
      if (gateway === null || line === null) {
        raw.gap(
          "unparsed",
          `${draft.place.call} answered with an attachment that does not name its two ends`,
        );
        continue;
      }
      const id = `aws:direct-connect-attachment:${gateway}:${line}`;
      const item = raw.about(id);
      draft.node({
        ...{ id, kind: "gateway-association", type: "aws.direct-connect-gateway-attachment" },
        ...{ label: `${line} to ${gateway}`, native: item.json, pointer: item.pointer },
        is: {
          ...{ state: item.text("attachmentState") ?? "unknown", virtualInterface: line },
          virtualInterfaceAccount: item.text("virtualInterfaceOwnerAccount"),
          virtualInterfaceRegion: item.text("virtualInterfaceRegion"),
        },
      });
      draft.edge({ from: id, relation: "gateway", to: gateway, pointer: item.pointer });
    }
  },
};
