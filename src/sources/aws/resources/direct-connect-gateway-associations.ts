import { blockOf, sortedTexts } from "../block.js";
import { type LinkIdentity, linkIdentity } from "../direct-connect-identity.js";
import { nextTokens, type Resource } from "../resource.js";

/**
 * What a Direct Connect gateway leads to, and the prefixes that it tells the data centre.
 * https://docs.aws.amazon.com/directconnect/latest/APIReference/API_DirectConnectGatewayAssociation.html
 */
export const directConnectGatewayAssociations: Resource = {
  service: "directconnect",
  operation: "DescribeDirectConnectGatewayAssociations",
  list: "directConnectGatewayAssociations",
  actions: ["directconnect:DescribeDirectConnectGatewayAssociations"],
  kinds: ["gateway-association"],
  types: ["aws.direct-connect-gateway-association"],
  scope: "account",
  optional: true,
  paging: nextTokens(100),
  each: {
    of: "directconnect:DescribeDirectConnectGateways",
    input(gateway) {
      const id = gateway.text("directConnectGatewayId");
      return id === null ? null : { directConnectGatewayId: id };
    },
    node: ({ directConnectGatewayId: id }) => (typeof id === "string" ? id : null),
    relations: ["associations"],
  },
  normalize({ items, draft }) {
    for (const raw of items) {
      const association = linkIdentity(raw, {
        kind: "dx-gateway-association",
        idMember: "associationId",
        ownerMember: "directConnectGatewayOwnerAccount",
        regional: false,
      });
      if (association === null) continue;
      const { item, base } = association;
      draft.node({
        ...base,
        kind: "gateway-association",
        type: "aws.direct-connect-gateway-association",
        is: {
          state: item.text("associationState") ?? "unknown",
          allowedPrefixes: sortedTexts(
            item.list("allowedPrefixesToDirectConnectGateway").map((prefix) => blockOf(prefix, "cidr")),
          ),
        },
      });
      link(association);
    }
  },
};

function link({ id: from, item }: LinkIdentity): void {
  const { draft, pointer } = item;
  const owner = item.text("directConnectGatewayOwnerAccount");
  draft.edge({ from, relation: "gateway", to: item.text("directConnectGatewayId"), pointer, account: owner });
  const core = item.child("associatedCoreNetwork");
  const associated = item.child("associatedGateway") ?? core;
  const to = associated?.text("id") ?? item.text("virtualGatewayId");
  draft.edge({
    from,
    relation: "associated_gateway",
    to,
    pointer: associated?.pointer ?? pointer,
    account: associated?.text("ownerAccount") ?? item.text("virtualGatewayOwnerAccount"),
    region: associated?.text("region") ?? item.text("virtualGatewayRegion"),
  });
  if (core !== null)
    item.gap(
      "unmodelled",
      "A Direct Connect gateway leads to a Cloud WAN core network, whose routing is not modelled",
    );
}
