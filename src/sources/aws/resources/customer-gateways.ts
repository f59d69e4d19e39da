import { addressOf, sortedTexts } from "../block.js";
import { identify, nodeBase } from "../identity.js";
import type { Resource } from "../resource.js";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CustomerGateway.html */
export const customerGateways: Resource = {
  service: "ec2",
  operation: "DescribeCustomerGateways",
  list: "CustomerGateways",
  actions: ["ec2:DescribeCustomerGateways"],
  kinds: ["gateway"],
  types: ["aws.customer-gateway"],
  scope: "region",
  optional: true,
  normalize({ items, draft }) {
    for (const raw of items) {
      const gateway = identify(raw, "customer-gateway", { idMember: "CustomerGatewayId" });
      if (gateway === null) continue;
      const { item } = gateway;
      const asn = item.text("BgpAsnExtended") ?? item.text("BgpAsn") ?? "";
      draft.node({
        ...nodeBase(gateway),
        kind: "gateway",
        type: "aws.customer-gateway",
        is: {
          gatewayType: "customer",
          connectivity: null,
          state: item.text("State") ?? "unknown",
          addresses: [],
          publicAddresses: sortedTexts([addressOf(item, "IpAddress")]),
          asn: /^\d{1,10}$/.test(asn) ? Number(asn) : null,
        },
      });
    }
  },
};
