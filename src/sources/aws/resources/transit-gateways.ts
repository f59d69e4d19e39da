import type { FactsByKind } from "../../../model/index.js";
import { identify, nodeBase } from "../identity.js";
import type { Item } from "../item.js";
import { type Resource, tokens } from "../resource.js";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGateway.html */
export const transitGateways: Resource = {
  service: "ec2",
  operation: "DescribeTransitGateways",
  list: "TransitGateways",
  actions: ["ec2:DescribeTransitGateways"],
  kinds: ["gateway"],
  types: ["aws.transit-gateway"],
  scope: "region",
  optional: true,
  paging: tokens(1000),
  normalize({ items, draft }) {
    for (const raw of items) {
      const gateway = identify(raw, "transit-gateway", { idMember: "TransitGatewayId" });
      if (gateway === null) continue;
      const { item } = gateway;
      draft.node({
        ...nodeBase(gateway),
        kind: "gateway",
        type: "aws.transit-gateway",
        is: {
          gatewayType: "transit",
          connectivity: null,
          state: item.text("State") ?? "unknown",
          addresses: [],
          publicAddresses: [],
          asn: item.child("Options")?.int("AmazonSideAsn") ?? null,
          transit: transitOf(item.child("Options")),
        },
      });
    }
  },
};

/** What becomes of new attachments. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayOptions.html */
function transitOf(options: Item | null): NonNullable<FactsByKind["gateway"]["transit"]> {
  const table = (what: "Association" | "Propagation") =>
    options?.text(`DefaultRouteTable${what}`) === "enable"
      ? options.text(`${what}DefaultRouteTableId`)
      : null;
  const accepts = options?.text("AutoAcceptSharedAttachments") ?? null;
  return {
    acceptsByItself: accepts === null ? null : accepts === "enable",
    defaultAssociation: table("Association"),
    defaultPropagation: table("Propagation"),
  };
}
