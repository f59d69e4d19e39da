import { isAccount } from "../names.js";
import { type Resource, tokens } from "../resource.js";
import { attachmentArn, isInForce } from "../transit-identity.js";
import { eachTransitTable, transitTableArn } from "../transit-table.js";

/**
 * Prefix lists that a table refers to. Each of their entries is a route of the table as well, so that
 * the search for routes tells them too, and whoever lacks this misses nothing but a list that is empty.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetTransitGatewayPrefixListReferences.html
 * https://docs.aws.amazon.com/vpc/latest/tgw/tgw-prefix-lists.html
 */
export const transitGatewayPrefixListReferences: Resource = {
  service: "ec2",
  operation: "GetTransitGatewayPrefixListReferences",
  list: "TransitGatewayPrefixListReferences",
  actions: ["ec2:GetTransitGatewayPrefixListReferences"],
  kinds: [],
  types: ["aws.transit-gateway-route-table"],
  scope: "region",
  optional: true,
  paging: tokens(1000),
  each: eachTransitTable([]),
  normalize({ items, input, draft }) {
    const asked = input["TransitGatewayRouteTableId"];
    for (const raw of items) {
      const table = raw.text("TransitGatewayRouteTableId") ?? (typeof asked === "string" ? asked : null);
      const list = raw.text("PrefixListId");
      if (table === null || list === null) {
        raw.gap("unparsed", `${draft.place.call} answered with a reference without table or prefix list`);
        continue;
      }
      const from = transitTableArn(draft.place, table);
      const item = raw.about(from);
      const { pointer } = item;
      isInForce(item, `The reference to ${list}`);
      const owner = item.text("PrefixListOwnerId");
      const account = owner !== null && isAccount(owner) ? owner : null;
      draft.edge({ from, relation: "prefix_lists", to: list, pointer, account });
      const short = item.child("TransitGatewayAttachment")?.text("TransitGatewayAttachmentId") ?? null;
      if (short !== null && item.flag("Blackhole") !== true)
        draft.edge({ from, relation: "targets", to: attachmentArn(item, short), pointer });
    }
  },
};
