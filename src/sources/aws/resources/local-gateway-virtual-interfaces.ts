import { sortedTexts } from "../block.js";
import { identify, nodeBase } from "../identity.js";
import { type Resource, tokens } from "../resource.js";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LocalGatewayVirtualInterface.html */
export const localGatewayVirtualInterfaces: Resource = {
  service: "ec2",
  operation: "DescribeLocalGatewayVirtualInterfaces",
  list: "LocalGatewayVirtualInterfaces",
  actions: ["ec2:DescribeLocalGatewayVirtualInterfaces"],
  kinds: ["virtual-interface"],
  types: ["aws.local-gateway-virtual-interface"],
  scope: "region",
  optional: true,
  paging: tokens(1000),
  normalize({ items, draft }) {
    for (const raw of items) {
      const line = identify(raw, "local-gateway-virtual-interface", {
        idMember: "LocalGatewayVirtualInterfaceId",
      });
      if (line === null) continue;
      const { id: from, item } = line;
      draft.node({
        ...nodeBase(line),
        kind: "virtual-interface",
        type: "aws.local-gateway-virtual-interface",
        is: {
          interfaceType: "local-gateway",
          state: item.text("ConfigurationState") ?? "available",
          vlan: item.int("Vlan"),
          asn: item.int("PeerBgpAsn"),
          amazonAddresses: sortedTexts([item.text("LocalAddress")]),
          customerAddresses: sortedTexts([item.text("PeerAddress")]),
          prefixes: [],
          sessions: [],
          connection: item.text("OutpostLagId"),
          location: null,
          group: item.text("LocalGatewayVirtualInterfaceGroupId"),
        },
      });
      draft.edge({ from, relation: "gateway", to: item.text("LocalGatewayId"), pointer: item.pointer });
    }
  },
};
