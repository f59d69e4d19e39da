import { linkIdentity } from "../direct-connect-identity.js";
import { nextTokens, type Resource } from "../resource.js";

/** https://docs.aws.amazon.com/directconnect/latest/APIReference/API_DirectConnectGateway.html */
export const directConnectGateways: Resource = {
  service: "directconnect",
  operation: "DescribeDirectConnectGateways",
  list: "directConnectGateways",
  actions: ["directconnect:DescribeDirectConnectGateways"],
  kinds: ["gateway"],
  types: ["aws.direct-connect-gateway"],
  scope: "account",
  optional: true,
  paging: nextTokens(100),
  normalize({ items, draft }) {
    for (const raw of items) {
      const gateway = linkIdentity(raw, {
        kind: "dx-gateway",
        idMember: "directConnectGatewayId",
        ownerMember: "ownerAccount",
        nameMember: "directConnectGatewayName",
        regional: false,
      });
      if (gateway === null) continue;
      const { item, base } = gateway;
      draft.node({
        ...base,
        kind: "gateway",
        type: "aws.direct-connect-gateway",
        is: {
          gatewayType: "direct-connect",
          connectivity: null,
          state: item.text("directConnectGatewayState") ?? "unknown",
          addresses: [],
          publicAddresses: [],
          asn: item.int("amazonSideAsn"),
        },
      });
    }
  },
};
