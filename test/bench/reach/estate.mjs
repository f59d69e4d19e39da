// Synthetic estates for reachability: VPCs of 200 interfaces, every tenth on a transit gateway. Deterministic.
import { normalizeAnswer } from "../../../dist/sources/aws/index.js";

const ACCOUNT = "111122223333";
const place = { account: ACCOUNT, region: "eu-central-1" };
export const PER_VPC = 200;
const SUBNETS = 4;
const GROUPS = 12;

const answer = (operation, output, input = {}) =>
  normalizeAnswer({
    service: "ec2",
    operation,
    input,
    output,
    ...place,
    source: "aws",
    uri: `${operation}.json`,
  });
const hex = (number) => number.toString(16).padStart(8, "0");
const octets = (vpc) => `10.${vpc >> 8}.${vpc & 255}`;

/** `interfaces` in VPCs of 200; `attached`: every how many-th VPC is on the transit gateway. */
export function* estate(interfaces, { attached = 10, rules = 6 } = {}) {
  const vpcs = Math.ceil(interfaces / PER_VPC);
  yield answer("DescribeTransitGateways", {
    TransitGateways: [{ TransitGatewayId: "tgw-1", OwnerId: ACCOUNT, State: "available" }],
  });
  yield answer("DescribeTransitGatewayRouteTables", {
    TransitGatewayRouteTables: [
      { TransitGatewayRouteTableId: "tgw-rtb-1", TransitGatewayId: "tgw-1", State: "available" },
    ],
  });
  const routes = [];
  for (let vpc = 0; vpc < vpcs; vpc++) {
    const hub = vpc % attached === 0;
    if (hub) routes.push(vpc);
    yield* network(vpc, { hub, rules });
  }
  yield answer(
    "SearchTransitGatewayRoutes",
    {
      Routes: routes.map((vpc) => ({
        DestinationCidrBlock: `${octets(vpc)}.0/24`,
        Type: "propagated",
        State: "active",
        TransitGatewayAttachments: [{ TransitGatewayAttachmentId: `tgw-attach-${hex(vpc)}` }],
      })),
    },
    { TransitGatewayRouteTableId: "tgw-rtb-1" },
  );
}

function* network(vpc, { hub, rules }) {
  const id = (prefix, number = 0) => `${prefix}-${hex(vpc)}${number.toString(16).padStart(4, "0")}`;
  const VpcId = id("vpc");
  const base = { VpcId, OwnerId: ACCOUNT };
  const all = Array.from({ length: SUBNETS }, (_, number) => number);
  const local = {
    DestinationCidrBlock: `${octets(vpc)}.0/24`,
    GatewayId: "local",
    State: "active",
    Origin: "CreateRouteTable",
  };
  const out = {
    DestinationCidrBlock: "0.0.0.0/0",
    GatewayId: id("igw"),
    State: "active",
    Origin: "CreateRoute",
  };
  const across = {
    DestinationCidrBlock: "10.0.0.0/8",
    TransitGatewayId: "tgw-1",
    State: "active",
    Origin: "CreateRoute",
  };
  yield answer("DescribeVpcs", {
    Vpcs: [{ ...base, CidrBlock: `${octets(vpc)}.0/24`, State: "available", IsDefault: false }],
  });
  yield answer("DescribeSubnets", {
    Subnets: all.map((number) => ({
      ...base,
      SubnetId: id("subnet", number),
      CidrBlock: `${octets(vpc)}.${number * 64}/26`,
      AvailabilityZone: `eu-central-1${"ab"[number % 2]}`,
    })),
  });
  yield answer("DescribeInternetGateways", {
    InternetGateways: [
      { InternetGatewayId: id("igw"), OwnerId: ACCOUNT, Attachments: [{ VpcId, State: "available" }] },
    ],
  });
  yield answer("DescribeRouteTables", {
    RouteTables: all.map((number) => ({
      ...base,
      RouteTableId: id("rtb", number),
      Routes: [local, ...(number < 2 ? [out] : []), ...(hub ? [across] : [])],
      Associations: [
        { Main: false, SubnetId: id("subnet", number), AssociationState: { State: "associated" } },
      ],
    })),
  });
  const entry = (RuleNumber, Egress, more) => ({
    RuleNumber,
    Egress,
    Protocol: "-1",
    RuleAction: "allow",
    CidrBlock: "0.0.0.0/0",
    ...more,
  });
  yield answer("DescribeNetworkAcls", {
    NetworkAcls: [0, 1].map((number) => ({
      ...base,
      NetworkAclId: id("acl", number),
      IsDefault: false,
      Associations: all
        .filter((subnet) => subnet % 2 === number)
        .map((subnet) => ({ SubnetId: id("subnet", subnet) })),
      Entries: [
        ...(number === 0
          ? [entry(90, false, { Protocol: "6", PortRange: { From: 3389, To: 3389 }, RuleAction: "deny" })]
          : []),
        entry(100, false),
        entry(100, true),
      ],
    })),
  });
  const port = (number) => [22, 443, 5432, 8080, 3306, 6379][number % 6];
  yield answer("DescribeSecurityGroups", {
    SecurityGroups: Array.from({ length: GROUPS }, (_, number) => ({
      ...base,
      GroupId: id("sg", number),
      GroupName: `g${number}`,
      IpPermissions: Array.from({ length: rules }, (_, rule) => ({
        IpProtocol: "tcp",
        FromPort: port(number + rule) + rule * 7,
        ToPort: port(number + rule) + rule * 7,
        IpRanges: [
          {
            CidrIp: number % 4 === 0 && rule === 0 ? "0.0.0.0/0" : `10.${(number * 17 + rule) % 250}.0.0/16`,
          },
        ],
      })),
      IpPermissionsEgress: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] }],
    })),
  });
  yield answer("DescribeNetworkInterfaces", {
    NetworkInterfaces: Array.from({ length: PER_VPC }, (_, number) => {
      const subnet = number % SUBNETS;
      const ip = `${octets(vpc)}.${subnet * 64 + 4 + (number >> 2)}`;
      const open =
        subnet < 2 && number % 3 === 0
          ? {
              Association: {
                PublicIp: `${54 + (vpc >> 12)}.${(vpc >> 4) & 255}.${((vpc & 15) << 4) | (number >> 8)}.${number & 255}`,
              },
            }
          : {};
      return {
        ...base,
        NetworkInterfaceId: id("eni", number),
        SubnetId: id("subnet", subnet),
        Status: "in-use",
        InterfaceType: "interface",
        SourceDestCheck: true,
        PrivateIpAddress: ip,
        PrivateIpAddresses: [{ PrivateIpAddress: ip, Primary: true, ...open }],
        Groups: [{ GroupId: id("sg", number % GROUPS) }, { GroupId: id("sg", (number * 5) % GROUPS) }],
      };
    }),
  });
  if (!hub) return;
  const attachment = {
    TransitGatewayAttachmentId: `tgw-attach-${hex(vpc)}`,
    TransitGatewayId: "tgw-1",
    State: "available",
  };
  yield answer("DescribeTransitGatewayAttachments", {
    TransitGatewayAttachments: [
      {
        ...attachment,
        TransitGatewayOwnerId: ACCOUNT,
        ResourceOwnerId: ACCOUNT,
        ResourceType: "vpc",
        ResourceId: VpcId,
        Association: { TransitGatewayRouteTableId: "tgw-rtb-1", State: "associated" },
      },
    ],
  });
  yield answer("DescribeTransitGatewayVpcAttachments", {
    TransitGatewayVpcAttachments: [
      {
        ...attachment,
        VpcId,
        VpcOwnerId: ACCOUNT,
        SubnetIds: [id("subnet", 0), id("subnet", 1)],
        Options: { ApplianceModeSupport: "disable" },
      },
    ],
  });
}
