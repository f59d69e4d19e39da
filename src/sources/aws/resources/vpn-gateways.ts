import { quoted } from "../block.js";
import { identify, nodeBase } from "../identity.js";
import type { Resource } from "../resource.js";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpnGateway.html */
export const vpnGateways: Resource = {
  service: "ec2",
  operation: "DescribeVpnGateways",
  list: "VpnGateways",
  actions: ["ec2:DescribeVpnGateways"],
  kinds: ["gateway"],
  types: ["aws.vpn-gateway"],
  scope: "region",
  optional: true,
  normalize({ items, draft }) {
    for (const raw of items) {
      const gateway = identify(raw, "vpn-gateway", { idMember: "VpnGatewayId" });
      if (gateway === null) continue;
      const { id: from, item, owner } = gateway;
      draft.node({
        ...nodeBase(gateway),
        kind: "gateway",
        type: "aws.vpn-gateway",
        is: {
          gatewayType: "vpn",
          connectivity: null,
          state: item.text("State") ?? "unknown",
          addresses: [],
          publicAddresses: [],
          asn: item.int("AmazonSideAsn"),
        },
      });
      for (const attachment of item.list("VpcAttachments")) {
        const state = attachment.text("State") ?? "attached";
        if (state === "detached") continue;
        if (state !== "attached")
          attachment.gap(
            "unmodelled",
            `The attachment of a virtual private gateway is in the state ${quoted(state)}: whether its VPC uses it is not settled`,
          );
        const to = attachment.text("VpcId");
        draft.edge({ from, relation: "network", to, pointer: attachment.pointer, account: owner });
      }
    }
  },
};
