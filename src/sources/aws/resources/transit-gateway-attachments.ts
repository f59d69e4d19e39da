import { type Resource, tokens } from "../resource.js";
import { type Attachment, attachmentOf } from "../transit-identity.js";

/** What each type of attachment leads to, by the relation that says so. */
const LEADS: ReadonlyMap<string, string> = new Map([
  ["vpc", "network"],
  ["vpn", "vpn_connection"],
  ["direct-connect-gateway", "direct_connect_gateway"],
  ["peering", "peer_gateway"],
  ["tgw-peering", "peer_gateway"],
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
      const resource = item.text("ResourceId");
      draft.node({
        ...base,
        kind: "attachment",
        type: "aws.transit-gateway-attachment",
        is: {
          attachmentType: type === "tgw-peering" ? "peering" : type,
          state: item.text("State") ?? "unknown",
          resource,
          resourceAccount: item.text("ResourceOwnerId"),
          ...associationState(attachment),
        },
      });
      link(attachment, { type, resource });
    }
  },
};

/** Left out where the answer does not tell: the table's own list may. */
function associationState({ item }: Attachment): { associationState?: string } {
  const state = item.child("Association")?.text("State") ?? null;
  return state === null ? {} : { associationState: state };
}

function link(attachment: Attachment, { type, resource }: { type: string; resource: string | null }): void {
  const { id: from, item } = attachment;
  const { draft, pointer } = item;
  const owner = item.text("TransitGatewayOwnerId");
  draft.edge({ from, relation: "gateway", to: item.text("TransitGatewayId"), pointer, account: owner });
  const relation = LEADS.get(type);
  if (relation !== undefined)
    draft.edge({ from, relation, to: resource, pointer, account: item.text("ResourceOwnerId") });
  const association = item.child("Association");
  const state = association?.text("State") ?? null;
  if (association === null || state === "disassociated") return;
  if (state === "associating" || state === "disassociating")
    item.gap("unmodelled", `An attachment is ${state}: which route table it uses is not settled`);
  const to = association.text("TransitGatewayRouteTableId");
  draft.edge({ from, relation: "route_table", to, pointer: association.pointer, account: owner });
}
