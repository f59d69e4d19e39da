import { isObject, type JsonObject } from "../../model/index.js";
import type { ItemType } from "./item-type.js";
import { permissionsOf } from "./permissions.js";
import { missingFromRouteTable } from "./route-table.js";

/** @param call and the member of its answer: `DescribeVpcs Vpcs` */
const ec2 = (type: string, call: string, more: Partial<ItemType> = {}): ItemType => ({
  type: `AWS::EC2::${type}`,
  call: `ec2:${call.split(" ")[0]}`,
  list: call.split(" ")[1] ?? "",
  tags: "Tags",
  ...more,
});

/**
 * Networks and what stands in them. What each type holds is told by its properties:
 * https://github.com/awslabs/aws-config-resource-schema
 */
export const NETWORK_TYPES: readonly ItemType[] = [
  ec2("VPC", "DescribeVpcs Vpcs"),
  // Config does not follow how full a subnet is, and its items may be older than Outposts.
  ec2("Subnet", "DescribeSubnets Subnets", { lacks: "how many of its addresses are free now" }),
  ec2("SecurityGroup", "DescribeSecurityGroups SecurityGroups", { shape: permissionsOf }),
  ec2("NetworkAcl", "DescribeNetworkAcls NetworkAcls"),
  ec2("RouteTable", "DescribeRouteTables RouteTables", { missing: missingFromRouteTable }),
  ec2("NetworkInterface", "DescribeNetworkInterfaces NetworkInterfaces", {
    tags: "TagSet",
    needs: ["ipv4Prefixes", "ipv6Prefixes", "operator"],
  }),
  ec2("Instance", "DescribeInstances Reservations", {
    needs: ["platformDetails", "metadataOptions", "operator"],
    shape: (instance, { account }) => ({ OwnerId: account, Instances: [instance] }),
  }),
  ec2("InternetGateway", "DescribeInternetGateways InternetGateways"),
  ec2("EgressOnlyInternetGateway", "DescribeEgressOnlyInternetGateways EgressOnlyInternetGateways"),
  ec2("NatGateway", "DescribeNatGateways NatGateways", { needs: ["connectivityType"] }),
  ec2("EIP", "DescribeAddresses Addresses", { missing: missingFromAddress }),
  ec2("VPCPeeringConnection", "DescribeVpcPeeringConnections VpcPeeringConnections", {
    missing: ({ status }) => (status !== undefined && isObject(status) ? null : "the code of its status"),
  }),
  ec2("VPCEndpoint", "DescribeVpcEndpoints VpcEndpoints", {
    needs: ["policyDocument", "privateDnsEnabled"],
  }),
  ec2("FlowLog", "DescribeFlowLogs FlowLogs"),
  ec2("TransitGateway", "DescribeTransitGateways TransitGateways", {
    lacks: "its state",
    shape: ({ Id, AmazonSideAsn, ...rest }) => ({
      ...rest,
      TransitGatewayId: Id ?? null,
      Options: { AmazonSideAsn: AmazonSideAsn ?? null },
    }),
  }),
  ec2("TransitGatewayRouteTable", "DescribeTransitGatewayRouteTables TransitGatewayRouteTables", {
    lacks: "its state",
    shape: ({ Id, ...rest }) => ({ ...rest, TransitGatewayRouteTableId: Id ?? null }),
  }),
  ec2("TransitGatewayAttachment", "DescribeTransitGatewayVpcAttachments TransitGatewayVpcAttachments", {
    lacks: "its state and options",
    shape: ({ Id, ...rest }) => ({ ...rest, TransitGatewayAttachmentId: Id ?? null }),
  }),
  // How its tunnels are, and what was agreed for them, Config does not follow.
  ec2("VPNConnection", "DescribeVpnConnections VpnConnections", { lacks: "the options of its tunnels" }),
  ec2("VPNGateway", "DescribeVpnGateways VpnGateways"),
  ec2("CustomerGateway", "DescribeCustomerGateways CustomerGateways", { needs: ["bgpAsn"] }),
  ec2("Volume", "DescribeVolumes Volumes", { lacks: "the Outpost that it lies on" }),
];

/** Addresses of carriers and of Outposts have members that the type does not: such an item has no address at all. */
function missingFromAddress({ publicIp }: JsonObject): string | null {
  return typeof publicIp === "string" && publicIp !== "" ? null : "its address";
}
