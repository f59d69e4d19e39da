import type { Item } from "../item.js";
import { type Resource, tokens } from "../resource.js";
import { attachmentOf, isEnded } from "../transit-identity.js";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayVpcAttachment.html */
export const transitGatewayVpcAttachments: Resource = {
  service: "ec2",
  operation: "DescribeTransitGatewayVpcAttachments",
  list: "TransitGatewayVpcAttachments",
  actions: ["ec2:DescribeTransitGatewayVpcAttachments"],
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
      const vpc = item.text("VpcId");
      const subnets = item.texts("SubnetIds");
      if (vpc === null) {
        // An attachment of another type: some copies of the API list those too.
        if (subnets.length > 0) item.gap("unparsed", "An attachment has subnets and names no VPC");
        continue;
      }
      const options = item.child("Options");
      const account = item.text("VpcOwnerId");
      draft.node({
        ...base,
        kind: "attachment",
        type: "aws.transit-gateway-attachment",
        is: {
          attachmentType: "vpc",
          state: item.text("State") ?? "unknown",
          resource: vpc,
          resourceAccount: account,
          applianceMode: enabled(options, "ApplianceModeSupport"),
          groupReferencing: enabled(options, "SecurityGroupReferencingSupport"),
          ipv6: enabled(options, "Ipv6Support"),
        },
      });
      if (isEnded(item)) continue;
      const { pointer } = item;
      draft.edge({ from, relation: "gateway", to: item.text("TransitGatewayId"), pointer });
      draft.edge({ from, relation: "network", to: vpc, pointer, account });
      for (const to of subnets)
        draft.edge({ from, relation: "subnets", to, pointer: `${pointer}/SubnetIds`, account });
    }
  },
};

function enabled(options: Item | null, member: string): boolean | null {
  const text = options?.text(member) ?? null;
  return text === null ? null : text === "enable";
}
