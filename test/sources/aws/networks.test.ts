import { describe, expect, it } from "vitest";
import { ACCOUNT, arn, arrows, nodeOf, OTHER, REGION, read } from "./harness.js";

describe("a VPC", () => {
  const vpc = {
    VpcId: "vpc-1",
    OwnerId: ACCOUNT,
    CidrBlock: "10.0.0.0/16",
    State: "available",
    IsDefault: false,
    DhcpOptionsId: "dopt-1",
    CidrBlockAssociationSet: [
      { CidrBlock: "10.0.0.0/16", CidrBlockState: { State: "associated" } },
      { CidrBlock: "10.1.0.0/16", CidrBlockState: { State: "associating" } },
      { CidrBlock: "10.2.0.0/16", CidrBlockState: { State: "disassociated" } },
      { CidrBlock: "100.64.7.9/24", CidrBlockState: { State: "associated" } },
    ],
    Ipv6CidrBlockAssociationSet: [
      { Ipv6CidrBlock: "2001:0DB8:0:1200::/56", Ipv6CidrBlockState: { State: "associated" } },
      { Ipv6CidrBlock: "2001:db8:9::/56", Ipv6CidrBlockState: { State: "failing" } },
    ],
    Tags: [
      { Key: "Name", Value: "shop" },
      { Key: "__proto__", Value: "x" },
    ],
  };

  it("has the blocks that are associated, of both families, canonical", () => {
    const node = nodeOf(read("ec2:DescribeVpcs", { Vpcs: [vpc] }), "vpc-1");
    expect(node.is).toEqual({
      cidrs: ["10.0.0.0/16", "100.64.7.0/24", "2001:db8:0:1200::/56"],
      isDefault: false,
      state: "available",
    });
    expect(node).toMatchObject({
      id: arn("vpc/vpc-1"),
      kind: "network",
      type: "aws.vpc",
      label: "shop (vpc-1)",
    });
  });

  it("keeps what is not modelled in native, and a tag named __proto__ as a tag", () => {
    const node = nodeOf(read("ec2:DescribeVpcs", { Vpcs: [vpc] }), "vpc-1");
    expect(node.native["DhcpOptionsId"]).toBe("dopt-1");
    expect(Object.entries(node.tags)).toEqual([
      ["Name", "shop"],
      ["__proto__", "x"],
    ]);
    expect(Object.getPrototypeOf(node.tags)).toBe(Object.prototype);
  });

  it("hangs on its account and Region, which are there without a call of their own", () => {
    const batch = read("ec2:DescribeVpcs", { Vpcs: [vpc] });
    expect(arrows(batch)).toEqual([
      `${arn("vpc/vpc-1")} -account-> arn:aws:iam::${ACCOUNT}:root`,
      `${arn("vpc/vpc-1")} -dhcp_options-> dopt-1`,
      `${arn("vpc/vpc-1")} -region-> aws:region:${ACCOUNT}:${REGION}`,
      `aws:region:${ACCOUNT}:${REGION} -account-> arn:aws:iam::${ACCOUNT}:root`,
    ]);
    expect(batch.nodes.map(({ type }) => type).sort()).toEqual(["aws.account", "aws.region", "aws.vpc"]);
  });

  it("of another account that shares its subnets keeps its owner", () => {
    const batch = read("ec2:DescribeVpcs", { Vpcs: [{ ...vpc, OwnerId: OTHER }] });
    expect(nodeOf(batch, "vpc-1")).toMatchObject({ id: arn("vpc/vpc-1", OTHER), scope: { account: OTHER } });
    expect(nodeOf(batch, OTHER).kind).toBe("account");
  });

  it("of an answer from before secondary blocks has its one block", () => {
    const batch = read("ec2:DescribeVpcs", { Vpcs: [{ VpcId: "vpc-1", CidrBlock: "10.0.0.0/16" }] });
    expect(nodeOf(batch, "vpc-1").is).toMatchObject({ cidrs: ["10.0.0.0/16"] });
  });

  it("with a block that is none, or without an id, leaves a gap", () => {
    const broken = { VpcId: "vpc-1", CidrBlockAssociationSet: [{ CidrBlock: "10.0.0.0/33" }] };
    const batch = read("ec2:DescribeVpcs", { Vpcs: [broken, { CidrBlock: "10.0.0.0/16" }, 7] });
    expect(
      batch.gaps.map(({ reason, touches, at }) => [reason, touches.nodes, touches.kinds, at.pointer]),
    ).toEqual([
      ["unparsed", [], ["network", "resolver-settings"], "/output/Vpcs/2"],
      ["unparsed", [arn("vpc/vpc-1")], [], "/output/Vpcs/0/CidrBlockAssociationSet/0"],
      ["unparsed", [], ["network", "resolver-settings"], "/output/Vpcs/1"],
    ]);
  });

  it("of China and GovCloud has their partitions", () => {
    for (const [region, partition] of [
      ["cn-north-1", "aws-cn"],
      ["us-gov-west-1", "aws-us-gov"],
      ["us-isob-east-1", "aws-iso-b"],
    ] as const) {
      const batch = read("ec2:DescribeVpcs", { Vpcs: [vpc] }, { region });
      expect(nodeOf(batch, "vpc-1").id).toBe(`arn:${partition}:ec2:${region}:${ACCOUNT}:vpc/vpc-1`);
    }
  });
});

describe("a subnet", () => {
  it("shared by another account keeps its owner, and its VPC is looked up there", () => {
    const subnet = {
      SubnetId: "subnet-1",
      SubnetArn: arn("subnet/subnet-1", OTHER),
      OwnerId: OTHER,
      VpcId: "vpc-9",
      CidrBlock: "10.9.1.0/24",
      AvailabilityZone: "eu-west-1a",
      MapPublicIpOnLaunch: true,
      AssignIpv6AddressOnCreation: true,
      DefaultForAz: false,
      AvailableIpAddressCount: 250,
      Ipv6CidrBlockAssociationSet: [
        { Ipv6CidrBlock: "2001:db8::/64", Ipv6CidrBlockState: { State: "associated" } },
      ],
    };
    const batch = read("ec2:DescribeSubnets", { Subnets: [subnet] });
    expect(arrows(batch)).toEqual([`${arn("subnet/subnet-1", OTHER)} -network-> vpc-9 in ${OTHER}`]);
    expect(nodeOf(batch, "subnet-1").is).toEqual({
      cidrs: ["10.9.1.0/24", "2001:db8::/64"],
      zone: "eu-west-1a",
      isDefault: false,
      publicAddressOnLaunch: true,
      ipv6OnLaunch: true,
      outpost: null,
      freeAddresses: 250,
    });
  });

  it("for IPv6 alone has no IPv4 block", () => {
    const subnet = {
      SubnetId: "subnet-6",
      Ipv6Native: true,
      Ipv6CidrBlockAssociationSet: [
        { Ipv6CidrBlock: "2001:db8:1::/64", Ipv6CidrBlockState: { State: "associated" } },
      ],
    };
    const batch = read("ec2:DescribeSubnets", { Subnets: [subnet] });
    expect(nodeOf(batch, "subnet-6").is).toMatchObject({ cidrs: ["2001:db8:1::/64"] });
    expect(batch.gaps).toEqual([]);
  });
});

describe("a route table", () => {
  const route = (target: object) => ({
    DestinationCidrBlock: "0.0.0.0/0",
    State: "active",
    Origin: "CreateRoute",
    ...target,
  });
  const table = (routes: object[], associations: object[] = []) =>
    read("ec2:DescribeRouteTables", {
      RouteTables: [
        {
          RouteTableId: "rtb-1",
          VpcId: "vpc-1",
          OwnerId: ACCOUNT,
          Routes: routes,
          Associations: associations,
        },
      ],
    });

  it.each([
    ["local", { GatewayId: "local" }, null],
    ["internet-gateway", { GatewayId: "igw-1" }, "igw-1"],
    ["vpn-gateway", { GatewayId: "vgw-1" }, "vgw-1"],
    ["endpoint", { GatewayId: "vpce-1" }, "vpce-1"],
    ["egress-only-gateway", { EgressOnlyInternetGatewayId: "eigw-1" }, "eigw-1"],
    ["nat-gateway", { NatGatewayId: "nat-1" }, "nat-1"],
    ["peering", { VpcPeeringConnectionId: "pcx-1" }, "pcx-1"],
    ["transit-gateway", { TransitGatewayId: "tgw-1" }, "tgw-1"],
    ["host", { InstanceId: "i-1", InstanceOwnerId: ACCOUNT, NetworkInterfaceId: "eni-1" }, "i-1"],
    ["interface", { NetworkInterfaceId: "eni-1" }, "eni-1"],
    ["local-gateway", { LocalGatewayId: "lgw-1" }, "lgw-1"],
    ["carrier-gateway", { CarrierGatewayId: "cagw-1" }, "cagw-1"],
    [
      "core-network",
      { CoreNetworkArn: "arn:aws:networkmanager::1:core-network/c" },
      "arn:aws:networkmanager::1:core-network/c",
    ],
    [
      "odb",
      { OdbNetworkArn: "arn:aws:odb:eu-west-1:1:odb-network/o" },
      "arn:aws:odb:eu-west-1:1:odb-network/o",
    ],
  ])("sends packets to a target of type %s", (type, target, id) => {
    const batch = table([route(target)]);
    expect(nodeOf(batch, "rtb-1").is).toMatchObject({
      routes: [{ destination: "0.0.0.0/0", via: { type, id }, state: "active" }],
    });
    // What is behind these two nobody here knows: the route says so, and the rest of the table is known.
    const beyond = type === "core-network" || type === "odb";
    expect(batch.gaps).toMatchObject(
      beyond
        ? [
            {
              reason: "unmodelled",
              touches: { relations: ["targets"] },
              at: { pointer: "/output/RouteTables/0/Routes/0" },
            },
          ]
        : [],
    );
  });

  it("with a target nobody knows says so", () => {
    const batch = table([route({ GatewayId: "zzz-1" }), route({ SpaceElevatorId: "se-1" })]);
    expect(nodeOf(batch, "rtb-1").is).toMatchObject({
      routes: [{ via: { type: "unknown", id: "zzz-1" } }, { via: { type: "unknown", id: null } }],
    });
    expect(batch.gaps.map(({ reason, touches }) => [reason, touches.nodes])).toEqual([
      ["unmodelled", [arn("route-table/rtb-1")]],
      ["unmodelled", [arn("route-table/rtb-1")]],
    ]);
  });

  it("into a black hole keeps the route and draws no arrow to what is gone", () => {
    const batch = table([route({ NatGatewayId: "nat-gone", State: "blackhole" })]);
    expect(nodeOf(batch, "rtb-1").is).toMatchObject({
      routes: [{ state: "blackhole", via: { id: "nat-gone" } }],
    });
    expect(arrows(batch)).toEqual([`${arn("route-table/rtb-1")} -network-> vpc-1`]);
  });

  it("has IPv6, prefix list and propagated routes, and a route that is filtered out is in no known state", () => {
    const batch = table([
      {
        DestinationIpv6CidrBlock: "::/0",
        EgressOnlyInternetGatewayId: "eigw-1",
        State: "active",
        Origin: "CreateRoute",
      },
      { DestinationPrefixListId: "pl-1", GatewayId: "vpce-1", State: "active", Origin: "CreateRoute" },
      {
        DestinationCidrBlock: "192.168.0.0/16",
        GatewayId: "vgw-1",
        State: "active",
        Origin: "EnableVgwRoutePropagation",
      },
      {
        DestinationCidrBlock: "10.0.0.0/16",
        GatewayId: "local",
        State: "active",
        Origin: "CreateRouteTable",
      },
      {
        DestinationCidrBlock: "10.3.0.0/16",
        NetworkInterfaceId: "eni-1",
        State: "filtered",
        Origin: "Advertisement",
      },
    ]);
    const { routes } = nodeOf(batch, "rtb-1").is as { routes: object[] };
    expect(routes).toMatchObject([
      { destination: "::/0", prefixList: null, origin: "static" },
      { destination: null, prefixList: "pl-1" },
      { origin: "propagated" },
      { origin: "local" },
      { origin: "propagated", state: "unknown" },
    ]);
    expect(arrows(batch)).toContain(`${arn("route-table/rtb-1")} -prefix_lists-> pl-1`);
  });

  it("is joined to its subnets, is main of its VPC, and may stand at the edge", () => {
    const batch = table(
      [],
      [
        { Main: true, RouteTableId: "rtb-1", AssociationState: { State: "associated" } },
        { Main: false, SubnetId: "subnet-1", RouteTableId: "rtb-1" },
        { Main: false, SubnetId: "subnet-2", AssociationState: { State: "disassociated" } },
        { Main: false, GatewayId: "igw-1", AssociationState: { State: "associated" } },
      ],
    );
    expect(nodeOf(batch, "rtb-1").is).toMatchObject({ main: true, edgeAssociated: true });
    expect(arrows(batch)).toEqual([
      `${arn("route-table/rtb-1")} -edge_of-> igw-1`,
      `${arn("route-table/rtb-1")} -main_of-> vpc-1`,
      `${arn("route-table/rtb-1")} -network-> vpc-1`,
      `${arn("subnet/subnet-1")} -route_table-> ${arn("route-table/rtb-1")}`,
    ]);
  });

  it("on its way to a subnet is joined to it, with a gap", () => {
    const batch = table([], [{ SubnetId: "subnet-1", AssociationState: { State: "associating" } }]);
    expect(arrows(batch)).toHaveLength(2);
    expect(batch.gaps.map(({ reason }) => reason)).toEqual(["unmodelled"]);
  });
});

describe("a VPC peering", () => {
  const side = (VpcId: string, at: { OwnerId: string; Region: string }, CidrBlock: string) => ({
    VpcId,
    ...at,
    CidrBlock,
    CidrBlockSet: [{ CidrBlock }],
  });
  const peering = (code: string) => ({
    VpcPeeringConnectionId: "pcx-1",
    Status: { Code: code },
    RequesterVpcInfo: side("vpc-1", { OwnerId: OTHER, Region: "us-east-1" }, "10.0.0.0/16"),
    AccepterVpcInfo: {
      ...side("vpc-2", { OwnerId: ACCOUNT, Region: REGION }, "10.1.0.0/16"),
      Ipv6CidrBlockSet: [{ Ipv6CidrBlock: "2001:db8::/56" }],
    },
  });

  it("is one node for both accounts, with each end in its own account and Region", () => {
    const output = { VpcPeeringConnections: [peering("active")] };
    const accepter = read("ec2:DescribeVpcPeeringConnections", output);
    const requester = read("ec2:DescribeVpcPeeringConnections", output, {
      account: OTHER,
      region: "us-east-1",
    });
    const id = arn("vpc-peering-connection/pcx-1", OTHER, "us-east-1");
    expect([accepter, requester].map((batch) => nodeOf(batch, "pcx-1").id)).toEqual([id, id]);
    expect(arrows(accepter)).toEqual([
      `${id} -accepter-> vpc-2`,
      `${id} -requester-> vpc-1 in ${OTHER}/us-east-1`,
    ]);
    expect(nodeOf(accepter, "pcx-1").is).toMatchObject({
      state: "active",
      accepter: { network: "vpc-2", cidrs: ["10.1.0.0/16", "2001:db8::/56"] },
    });
  });

  it("that is over joins nothing", () => {
    const batch = read("ec2:DescribeVpcPeeringConnections", { VpcPeeringConnections: [peering("deleted")] });
    expect(batch.edges).toEqual([]);
    expect(nodeOf(batch, "pcx-1").is).toMatchObject({ state: "deleted" });
  });
});
