import { identify, nodeBase } from "../identity.js";
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
        },
      });
    }
  },
};
