import { addressOf, quoted, sortedTexts } from "../block.js";
import { identify, nodeBase } from "../identity.js";
import type { Item } from "../item.js";
import type { Resource } from "../resource.js";

/**
 * Devices in data centres at which VPN connections end.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CustomerGateway.html
 */
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
          asn: asnOf(item),
          certificate: item.text("CertificateArn"),
        },
      });
    }
  },
};

/** Numbers beyond 2 147 483 647 stand in a member of their own. */
function asnOf(item: Item): number | null {
  const text = item.text("BgpAsnExtended") || item.text("BgpAsn") || null;
  if (text === null) return null;
  const asn = /^\d{1,10}$/.test(text) ? Number(text) : Number.POSITIVE_INFINITY;
  if (asn <= 4_294_967_295) return asn;
  item.gap("unparsed", `A customer gateway has an autonomous system that is no number: ${quoted(text)}`);
  return null;
}
