import type { FactsByKind } from "../../../model/index.js";
import type { Item } from "../item.js";
import { type Resource, tokens } from "../resource.js";
import { type Attachment, attachmentOf, isEnded } from "../transit-identity.js";

/**
 * Peerings of transit gateways. Between Regions both sides have one id, within a Region each side has an
 * attachment of its own; the side that is described is the one where the answer was given.
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
    const accepters = new Set(
      items.map((item) => item.text("AccepterTransitGatewayAttachmentId")).filter((id) => id !== null),
    );
    for (const raw of items) {
      const attachment = attachmentOf(raw);
      if (attachment === null) continue;
      const { item, base } = attachment;
      const sides = sidesOf(item);
      // An attachment that joins no two gateways is of another type: some copies of the API list those too.
      if (sides === null) continue;
      const own = ownSide(attachment, sides, accepters);
      draft.node({
        ...base,
        kind: "attachment",
        type: "aws.transit-gateway-attachment",
        is: {
          attachmentType: "peering",
          state: item.text("State") ?? "unknown",
          ...(own === null ? {} : { peer: peerOf(sides[1 - own] ?? null) }),
        },
      });
      if (own !== null && !isEnded(item)) link(attachment, sides[own] ?? null, sides[1 - own] ?? null);
    }
  },
};

/** Requester and accepter. */
type Sides = readonly [Item | null, Item | null];

function sidesOf(item: Item): Sides | null {
  const sides = [item.child("RequesterTgwInfo"), item.child("AccepterTgwInfo")] as const;
  return sides[0] === null && sides[1] === null ? null : sides;
}

/** Which side the attachment is at; null, with a gap, where nothing tells. */
function ownSide({ item }: Attachment, sides: Sides, accepters: ReadonlySet<string>): 0 | 1 | null {
  const [requester, accepter] = sides.map((side) => side !== null && isHere(side));
  if (requester !== accepter) return requester ? 0 : 1;
  const short = item.text("TransitGatewayAttachmentId") ?? "";
  if (accepters.has(short)) return 1;
  if (item.text("AccepterTransitGatewayAttachmentId") !== null) return 0;
  item.gap("unmodelled", `At which of its two transit gateways ${short} is, is not told`);
  return null;
}

/** In the Region, and of the account, that was asked? */
function isHere(side: Item): boolean {
  const { region, account } = side.draft.place;
  if (side.text("Region") !== region) return false;
  return account === undefined || side.text("OwnerId") === account;
}

function peerOf(peer: Item | null): FactsByKind["attachment"]["peer"] {
  if (peer === null) return null;
  const [gateway, account] = [peer.text("TransitGatewayId"), peer.text("OwnerId")];
  return { gateway, account, region: peer.text("Region") };
}

function link({ id: from, item }: Attachment, own: Item | null, peer: Item | null): void {
  for (const [relation, side] of [
    ["gateway", own],
    ["peer_gateway", peer],
  ] as const) {
    const to = side?.text("TransitGatewayId") ?? null;
    const at = { account: side?.text("OwnerId"), region: side?.text("Region") };
    if (to === null) item.gap("unmodelled", "A peering has a side that is no transit gateway");
    item.draft.edge({ from, relation, to, pointer: side?.pointer ?? item.pointer, ...at });
  }
}
