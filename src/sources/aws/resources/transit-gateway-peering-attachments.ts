import type { Item } from "../item.js";
import { type Resource, tokens } from "../resource.js";
import { attachmentOf } from "../transit-identity.js";

/**
 * Peerings of transit gateways. Both sides list them; the side in the Region that was asked is the one that
 * is described, the other is its peer.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayPeeringAttachment.html
 */
export const transitGatewayPeeringAttachments: Resource = {
  service: "ec2",
  operation: "DescribeTransitGatewayPeeringAttachments",
  list: "TransitGatewayPeeringAttachments",
  actions: ["ec2:DescribeTransitGatewayPeeringAttachments"],
  kinds: ["attachment"],
  types: ["aws.transit-gateway-attachment"],
  scope: "region",
  optional: true,
  paging: tokens(1000),
  normalize({ items, draft }) {
    for (const raw of items) {
      const attachment = attachmentOf(raw);
      if (attachment === null) continue;
      const { id: from, item, base } = attachment;
      const [requester, accepter] = [item.child("RequesterTgwInfo"), item.child("AccepterTgwInfo")];
      // Some emulators list attachments of VPCs here.
      if (requester === null || accepter === null) continue;
      const [own, peer] =
        isHere(accepter) && !isHere(requester) ? [accepter, requester] : [requester, accepter];
      draft.node({
        ...base,
        kind: "attachment",
        type: "aws.transit-gateway-attachment",
        is: {
          attachmentType: "peering",
          state: item.text("State") ?? "unknown",
          resource: peer.text("TransitGatewayId"),
          resourceAccount: peer.text("OwnerId"),
          peer: {
            gateway: peer.text("TransitGatewayId"),
            account: peer.text("OwnerId"),
            region: peer.text("Region"),
          },
        },
      });
      const at = (side: Item) => ({
        pointer: side.pointer,
        account: side.text("OwnerId"),
        region: side.text("Region"),
      });
      draft.edge({ from, relation: "gateway", to: own.text("TransitGatewayId"), ...at(own) });
      draft.edge({ from, relation: "peer_gateway", to: peer.text("TransitGatewayId"), ...at(peer) });
    }
  },
};

/** In the Region, and of the account, that was asked? */
function isHere(side: Item): boolean {
  const { region, account } = side.draft.place;
  if (side.text("Region") !== region) return false;
  return account === undefined || side.text("OwnerId") === account;
}
