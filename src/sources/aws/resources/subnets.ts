import { blockOf, sortedTexts } from "../block.js";
import { identify, nodeBase } from "../identity.js";
import { type Resource, tokens } from "../resource.js";
import { ipv6Blocks } from "./vpcs.js";

/**
 * Subnets, those shared with the account included: they keep their owner, and with it their id.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Subnet.html
 */
export const subnets: Resource = {
  service: "ec2",
  operation: "DescribeSubnets",
  list: "Subnets",
  actions: ["ec2:DescribeSubnets"],
  kinds: ["subnet"],
  types: ["aws.subnet"],
  scope: "region",
  paging: tokens(1000),
  normalize({ items, draft }) {
    for (const raw of items) {
      const subnet = identify(raw, "subnet", { idMember: "SubnetId" });
      if (subnet === null) continue;
      const { item, owner } = subnet;
      const id = draft.node({
        ...nodeBase(subnet),
        kind: "subnet",
        type: "aws.subnet",
        is: {
          cidrs: sortedTexts([blockOf(item, "CidrBlock"), ...ipv6Blocks(item)]),
          zone: item.text("AvailabilityZone"),
          isDefault: item.flag("DefaultForAz") ?? false,
          publicAddressOnLaunch: item.flag("MapPublicIpOnLaunch") ?? false,
          ipv6OnLaunch: item.flag("AssignIpv6AddressOnCreation") ?? false,
          outpost: item.text("OutpostArn"),
          freeAddresses: item.int("AvailableIpAddressCount"),
        },
      });
      draft.edge({
        from: id,
        relation: "network",
        to: item.text("VpcId"),
        pointer: item.pointer,
        account: owner,
      });
      draft.edge({ from: id, relation: "outpost", to: item.text("OutpostArn"), pointer: item.pointer });
    }
  },
};
