import { identify, nodeBase } from "../identity.js";
import { type Resource, tokens } from "../resource.js";

/**
 * Gateways of VPCs to the network of a carrier, for subnets in Wavelength Zones.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CarrierGateway.html
 */
export const carrierGateways: Resource = {
  service: "ec2",
  operation: "DescribeCarrierGateways",
  list: "CarrierGateways",
  actions: ["ec2:DescribeCarrierGateways"],
  kinds: ["gateway"],
  types: ["aws.carrier-gateway"],
  scope: "region",
  optional: true,
  paging: tokens(1000),
  normalize({ items, draft }) {
    for (const raw of items) {
      const gateway = identify(raw, "carrier-gateway", { idMember: "CarrierGatewayId" });
      if (gateway === null) continue;
      const { id: from, item, owner } = gateway;
      const state = item.text("State") ?? "unknown";
      draft.node({
        ...nodeBase(gateway),
        kind: "gateway",
        type: "aws.carrier-gateway",
        is: { gatewayType: "carrier", connectivity: null, state, addresses: [], publicAddresses: [] },
      });
      if (state === "deleted") continue;
      const { pointer } = item;
      draft.edge({ from, relation: "network", to: item.text("VpcId"), pointer, account: owner });
    }
  },
};
