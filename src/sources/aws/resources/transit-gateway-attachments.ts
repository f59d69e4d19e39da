import { quoted } from "../block.js";
import { type Resource, tokens } from "../resource.js";
import { type Attachment, attachmentOf, isEnded, isInForce } from "../transit-identity.js";

/** What each type of attachment leads to, by the relation that says so; null where the graph has no such thing. */
const LEADS: ReadonlyMap<string, string | null> = new Map([
  ["vpc", "network"],
  ["vpn", "vpn_connection"],
  ["direct-connect-gateway", "direct_connect_gateway"],
  ["peering", "peer_gateway"],
  ["tgw-peering", "peer_gateway"],
  ["connect", null],
  ["client-vpn", null],
  ["network-function", null],
]);

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayAttachment.html */
export const transitGatewayAttachments: Resource = {
  service: "ec2",
  operation: "DescribeTransitGatewayAttachments",
  list: "TransitGatewayAttachments",
  actions: ["ec2:DescribeTransitGatewayAttachments"],
  kinds: ["attachment"],
  types: ["aws.transit-gateway-attachment"],
  scope: "region",
  optional: true,
  paging: tokens(1000),
  normalize({ items, draft }) {
    for (const raw of items) {
      const attachment = attachmentOf(raw);
      if (attachment === null) continue;
      const { item, base } = attachment;
      const type = item.text("ResourceType") ?? "unknown";
      if (!LEADS.has(type))
        item.gap("unmodelled", `What an attachment of type ${quoted(type)} leads to is not known here`);
      draft.node({
        ...base,
        kind: "attachment",
        type: "aws.transit-gateway-attachment",
        is: {
          attachmentType: type === "tgw-peering" ? "peering" : type,
          state: item.text("State") ?? "unknown",
          resource: item.text("ResourceId"),
          resourceAccount: item.text("ResourceOwnerId"),
          ...associationState(attachment),
        },
      });
      if (isEnded(item)) continue;
      link(attachment, type);
      associate(attachment);
    }
  },
};

/**
 * `none` in the view of the gateway's owner, who sees every association. Left out where another account
 * sees none: there may be one.
 */
function associationState({ item }: Attachment): { associationState?: string } {
  const state = item.child("Association")?.text("State") ?? null;
  if (state !== null) return { associationState: state };
  const owner = item.text("TransitGatewayOwnerId");
  const whole = owner !== null && owner === item.draft.place.account && item.child("Association") === null;
  return whole && item.text("State") === "available" ? { associationState: "none" } : {};
}

function link({ id: from, item }: Attachment, type: string): void {
  const { draft, pointer } = item;
  const owner = item.text("TransitGatewayOwnerId");
  draft.edge({ from, relation: "gateway", to: item.text("TransitGatewayId"), pointer, account: owner });
  const relation = LEADS.get(type) ?? null;
  if (relation === null) return;
  const account = item.text("ResourceOwnerId");
  draft.edge({ from, relation, to: item.text("ResourceId"), pointer, account });
}

/** The table by which goes what comes in by the attachment. */
function associate({ id: from, item }: Attachment): void {
  const association = item.child("Association");
  if (association === null || !isInForce(association, "The association of an attachment")) return;
  if (association.text("TransitGatewayPolicyTableId") !== null)
    association.gap("unmodelled", "An attachment uses a policy table, whose rules are not modelled");
  item.draft.edge({
    from,
    relation: "route_table",
    to: association.text("TransitGatewayRouteTableId"),
    pointer: association.pointer,
    account: item.text("TransitGatewayOwnerId"),
  });
}
