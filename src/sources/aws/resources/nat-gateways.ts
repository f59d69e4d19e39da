import { ec2Arn } from "../arn.js";
import { addressOf, sortedTexts } from "../block.js";
import { identify, nodeBase } from "../identity.js";
import { type Resource, tokens } from "../resource.js";

/**
 * NAT gateways; regional ones stand in a VPC but in no subnet. Deleted ones are listed for a while.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NatGateway.html
 */
export const natGateways: Resource = {
  service: "ec2",
  operation: "DescribeNatGateways",
  list: "NatGateways",
  actions: ["ec2:DescribeNatGateways"],
  kinds: ["gateway"],
  types: ["aws.nat-gateway"],
  scope: "region",
  paging: tokens(1000),
  normalize({ items, draft }) {
    for (const raw of items) {
      const gateway = identify(raw, "natgateway", { idMember: "NatGatewayId" });
      if (gateway === null) continue;
      const { id, item } = gateway;
      const { pointer } = item;
      const addresses = item.list("NatGatewayAddresses");
      draft.node({
        ...nodeBase(gateway),
        kind: "gateway",
        type: "aws.nat-gateway",
        is: {
          gatewayType: "nat",
          connectivity: item.text("ConnectivityType") ?? "public",
          state: item.text("State") ?? "unknown",
          addresses: sortedTexts(addresses.map((address) => addressOf(address, "PrivateIp"))),
          publicAddresses: sortedTexts(addresses.map((address) => addressOf(address, "PublicIp"))),
        },
      });
      if (item.text("State") === "deleted") continue;
      draft.edge({ from: id, relation: "network", to: item.text("VpcId"), pointer });
      draft.edge({ from: id, relation: "subnet", to: item.text("SubnetId"), pointer });
      for (const address of addresses) {
        const allocation = address.text("AllocationId");
        if (allocation === null) continue;
        const from = ec2Arn(draft.place, `elastic-ip/${allocation}`);
        draft.edge({ from, relation: "gateway", to: id, pointer: address.pointer });
      }
    }
  },
};
