import type { Told } from "./cloud.js";
import type { CardSketch, Sketch, SubnetSketch, VpcSketch } from "./estate.js";

export const ACCOUNT = "111122223333";
const place = { OwnerId: ACCOUNT, Tags: [] };

/** Everything but rules and routes, as the API tells it. */
export function networkAnswers({ vpcs, peerings }: Sketch): Told[] {
  const state = { State: "associated" };
  return [
    told(
      "DescribeVpcs",
      "Vpcs",
      vpcs.map(({ id, blocks, six }) => ({
        ...{ VpcId: id, CidrBlock: blocks[0], State: "available", IsDefault: false, ...place },
        CidrBlockAssociationSet: blocks.map((CidrBlock) => ({ CidrBlock, CidrBlockState: state })),
        Ipv6CidrBlockAssociationSet:
          six === undefined ? [] : [{ Ipv6CidrBlock: six, Ipv6CidrBlockState: state }],
      })),
    ),
    told(
      "DescribeSubnets",
      "Subnets",
      subnetsOf(vpcs).map(({ vpc, subnet: { id, block, six, zone } }) => ({
        ...{ SubnetId: id, VpcId: vpc.id, CidrBlock: block, AvailabilityZone: zone, State: "available" },
        ...place,
        Ipv6CidrBlockAssociationSet:
          six === undefined ? [] : [{ Ipv6CidrBlock: six, Ipv6CidrBlockState: state }],
      })),
    ),
    told("DescribeNetworkInterfaces", "NetworkInterfaces", subnetsOf(vpcs).flatMap(cardsIn).map(cardItem)),
    told(
      "DescribeInternetGateways",
      "InternetGateways",
      vpcs
        .filter(({ igw }) => igw !== undefined)
        .map(({ igw, id }) => ({
          ...{ InternetGatewayId: igw, ...place },
          Attachments: [{ VpcId: id, State: "available" }],
        })),
    ),
    told(
      "DescribeEgressOnlyInternetGateways",
      "EgressOnlyInternetGateways",
      vpcs
        .filter(({ eigw }) => eigw !== undefined)
        .map(({ eigw, id }) => ({
          EgressOnlyInternetGatewayId: eigw,
          Attachments: [{ VpcId: id, State: "attached" }],
        })),
    ),
    told(
      "DescribeNatGateways",
      "NatGateways",
      vpcs
        .flatMap((vpc) => vpc.nats.map((nat) => ({ vpc, nat })))
        .map(({ vpc, nat: { id, subnet, ip, outside } }) => ({
          ...{ NatGatewayId: id, VpcId: vpc.id, SubnetId: subnet.id, State: "available" },
          ConnectivityType: outside === undefined ? "private" : "public",
          NatGatewayAddresses: [{ PrivateIp: ip, ...(outside === undefined ? {} : { PublicIp: outside }) }],
        })),
    ),
    told(
      "DescribeVpcPeeringConnections",
      "VpcPeeringConnections",
      peerings.map(({ id, a, b, active }) => ({
        VpcPeeringConnectionId: id,
        Status: { Code: active ? "active" : "pending-acceptance" },
        RequesterVpcInfo: sideItem(a),
        AccepterVpcInfo: sideItem(b),
      })),
    ),
  ];
}

function sideItem({ id, blocks, six }: VpcSketch): Record<string, unknown> {
  return {
    ...{ VpcId: id, OwnerId: ACCOUNT, Region: "eu-central-1", CidrBlock: blocks[0] },
    CidrBlockSet: blocks.map((CidrBlock) => ({ CidrBlock })),
    Ipv6CidrBlockSet: six === undefined ? [] : [{ Ipv6CidrBlock: six }],
  };
}

interface SubnetIn {
  readonly vpc: VpcSketch;
  readonly subnet: SubnetSketch;
}

function subnetsOf(vpcs: readonly VpcSketch[]): SubnetIn[] {
  return vpcs.flatMap((vpc) => vpc.subnets.map((subnet) => ({ vpc, subnet })));
}

function cardsIn({ vpc, subnet }: SubnetIn): (SubnetIn & { card: CardSketch })[] {
  return subnet.cards.map((card) => ({ vpc, subnet, card }));
}

function cardItem({ vpc, subnet, card }: SubnetIn & { card: CardSketch }): Record<string, unknown> {
  const { id, addresses, six, groups } = card;
  return {
    ...{ NetworkInterfaceId: id, VpcId: vpc.id, SubnetId: subnet.id, OwnerId: ACCOUNT, TagSet: [] },
    ...{ Status: "in-use", InterfaceType: "interface", Description: "", SourceDestCheck: true },
    PrivateIpAddress: addresses[0]?.inside,
    PrivateIpAddresses: addresses.map(({ inside, outside }, index) => ({
      ...{ PrivateIpAddress: inside, Primary: index === 0 },
      ...(outside === undefined ? {} : { Association: { PublicIp: outside, IpOwnerId: ACCOUNT } }),
    })),
    Ipv6Addresses: six === undefined ? [] : [{ Ipv6Address: six }],
    Groups: groups.map((GroupId) => ({ GroupId, GroupName: GroupId })),
  };
}

function told(operation: string, member: string, items: readonly Record<string, unknown>[]): Told {
  return { operation, output: { [member]: items } };
}
