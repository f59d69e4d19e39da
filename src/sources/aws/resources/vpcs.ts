import { accountId, regionId } from "../arn.js";
import { blockOf, sortedTexts } from "../block.js";
import { ground, identify, nodeBase } from "../identity.js";
import type { Item } from "../item.js";
import { type Resource, tokens } from "../resource.js";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcs.html */
export const vpcs: Resource = {
  service: "ec2",
  operation: "DescribeVpcs",
  list: "Vpcs",
  actions: ["ec2:DescribeVpcs"],
  kinds: ["network"],
  types: ["aws.vpc"],
  scope: "region",
  paging: tokens(1000),
  normalize({ items, draft }) {
    for (const raw of items) {
      const vpc = identify(raw, "vpc", { idMember: "VpcId" });
      if (vpc === null) continue;
      const { item, owner } = vpc;
      const id = draft.node({
        ...nodeBase(vpc),
        kind: "network",
        type: "aws.vpc",
        is: {
          cidrs: cidrsOf(item),
          isDefault: item.flag("IsDefault") ?? false,
          state: item.text("State") ?? "unknown",
        },
      });
      const options = item.text("DhcpOptionsId");
      // `default`: none are set. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateDhcpOptions.html
      const told = options === "default" || options === "" ? null : options;
      draft.edge({ from: id, relation: "dhcp_options", to: told, pointer: item.pointer });
      ground(vpc);
      if (owner === undefined) continue;
      const { place } = draft;
      draft.edge({
        from: id,
        relation: "account",
        to: accountId(place.partition, owner),
        pointer: item.pointer,
      });
      if (place.region === undefined) continue;
      draft.edge({ from: id, relation: "region", to: regionId(owner, place.region), pointer: item.pointer });
    }
  },
};

/**
 * The blocks that the VPC routes now: associations under way in either direction do not count.
 * `CidrBlock` alone stands in answers from before secondary blocks.
 */
function cidrsOf(item: Item): string[] {
  const associations = item.list("CidrBlockAssociationSet");
  const first = associations.length === 0 ? [blockOf(item, "CidrBlock")] : [];
  const ipv4 = associated(associations, "CidrBlockState").map((block) => blockOf(block, "CidrBlock"));
  return sortedTexts([...first, ...ipv4, ...ipv6Blocks(item)]);
}

/** The IPv6 blocks of a VPC or subnet. */
export function ipv6Blocks(item: Item): (string | null)[] {
  const associations = associated(item.list("Ipv6CidrBlockAssociationSet"), "Ipv6CidrBlockState");
  return associations.map((block) => blockOf(block, "Ipv6CidrBlock"));
}

function associated(blocks: Item[], stateMember: string): Item[] {
  return blocks.filter((block) => (block.child(stateMember)?.text("State") ?? "associated") === "associated");
}
