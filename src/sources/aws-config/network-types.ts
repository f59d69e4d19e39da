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
  ec2("VPC", "DescribeVpcs Vpcs", {
    needs: ["cidrBlockAssociationSet", "ipv6CidrBlockAssociationSet", "isDefault"],
  }),
  // Config does not follow how full a subnet is, and its items may be older than Outposts.
  ec2("Subnet", "DescribeSubnets Subnets", { lacks: "how many of its addresses are free now" }),
  ec2("SecurityGroup", "DescribeSecurityGroups SecurityGroups", {
    needs: ["ipPermissions", "ipPermissionsEgress", "vpcId"],
    shape: permissionsOf,
  }),
  ec2("NetworkAcl", "DescribeNetworkAcls NetworkAcls", { needs: ["associations", "entries", "isDefault"] }),
  ec2("RouteTable", "DescribeRouteTables RouteTables", {
    needs: ["associations", "propagatingVgws", "routes"],
    missing: missingFromRouteTable,
  }),
  ec2("NetworkInterface", "DescribeNetworkInterfaces NetworkInterfaces", {
    tags: "TagSet",
    needs: ["ipv4Prefixes", "ipv6Prefixes", "operator"],
  }),
  ec2("Instance", "DescribeInstances Reservations", {
    needs: ["platformDetails", "metadataOptions", "operator"],
    shape: (instance, { account }) => ({ OwnerId: account, Instances: [instance] }),
  }),
  ec2("InternetGateway", "DescribeInternetGateways InternetGateways", { needs: ["attachments"] }),
  ec2("EgressOnlyInternetGateway", "DescribeEgressOnlyInternetGateways EgressOnlyInternetGateways", {
    needs: ["attachments"],
  }),
  ec2("NatGateway", "DescribeNatGateways NatGateways", {
    needs: ["connectivityType", "natGatewayAddresses", "state"],
  }),
  ec2("EIP", "DescribeAddresses Addresses", {
    needs: ["associationId", "instanceId", "networkInterfaceId"],
    missing: missingFromAddress,
  }),
  ec2("VPCPeeringConnection", "DescribeVpcPeeringConnections VpcPeeringConnections", {
    missing: missingFromPeering,
  }),
  ec2("VPCEndpoint", "DescribeVpcEndpoints VpcEndpoints", {
    needs: [
      ...["policyDocument", "privateDnsEnabled", "vpcEndpointType", "state"],
      ...["routeTableIds", "subnetIds", "groups", "networkInterfaceIds"],
    ],
  }),
  ec2("FlowLog", "DescribeFlowLogs FlowLogs", { lacks: "whether its logs arrive now" }),
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
  ec2("VPNGateway", "DescribeVpnGateways VpnGateways", {
    needs: ["amazonSideAsn", "state", "vpcAttachments"],
  }),
  ec2("CustomerGateway", "DescribeCustomerGateways CustomerGateways", {
    needs: ["bgpAsn", "ipAddress", "state"],
  }),
  ec2("Volume", "DescribeVolumes Volumes", { lacks: "the Outpost that it lies on" }),
];

/** Addresses of carriers and of Outposts have members that the type does not: such an item has no address at all. */
function missingFromAddress({ publicIp }: JsonObject): string | null {
  return typeof publicIp === "string" && publicIp !== "" ? null : "its address";
}

/** A peering whose ends are not told by account, Region and all their blocks. */
function missingFromPeering({ status, requesterVpcInfo, accepterVpcInfo }: JsonObject): string | null {
  if (status === undefined || !isObject(status)) return "the code of its status";
  const ends = [requesterVpcInfo, accepterVpcInfo];
  const members = ["ownerId", "region", "vpcId", "cidrBlockSet"];
  const whole = ends.every(
    (end) => isObject(end ?? null) && members.every((one) => Object.hasOwn(end as object, one)),
  );
  return whole ? null : "its two ends";
}
