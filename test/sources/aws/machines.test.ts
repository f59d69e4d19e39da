import { describe, expect, it } from "vitest";
import { ACCOUNT, arn, arrows, nodeOf, OTHER, read } from "./harness.js";

describe("a network interface", () => {
  const ENI = arn("network-interface/eni-1");
  const card = (more: object) =>
    read("ec2:DescribeNetworkInterfaces", {
      NetworkInterfaces: [
        {
          NetworkInterfaceId: "eni-1",
          OwnerId: ACCOUNT,
          SubnetId: "subnet-1",
          VpcId: "vpc-1",
          Status: "in-use",
          InterfaceType: "interface",
          SourceDestCheck: true,
          ...more,
        },
      ],
    });

  it("has its primary, secondary, IPv6 and delegated addresses, and those the internet knows it by", () => {
    const batch = card({
      PrivateIpAddress: "10.0.0.5",
      Association: { PublicIp: "198.51.100.5", IpOwnerId: "amazon" },
      PrivateIpAddresses: [
        { Primary: true, PrivateIpAddress: "10.0.0.5", Association: { PublicIp: "198.51.100.5" } },
        {
          Primary: false,
          PrivateIpAddress: "10.0.0.6",
          Association: { PublicIp: "198.51.100.6", AllocationId: "eipalloc-1" },
        },
        {
          Primary: false,
          PrivateIpAddress: "10.0.0.7",
          Association: { CarrierIp: "203.0.113.7", CustomerOwnedIp: "192.0.2.1" },
        },
      ],
      Ipv6Addresses: [{ Ipv6Address: "2001:DB8::5" }],
      Ipv4Prefixes: [{ Ipv4Prefix: "10.0.1.0/28" }],
      Ipv6Prefixes: [{ Ipv6Prefix: "2001:db8:0:0:1::/80" }],
    });
    expect(nodeOf(batch, "eni-1").is).toMatchObject({
      addresses: ["10.0.0.5", "10.0.0.6", "10.0.0.7", "10.0.1.0/28", "2001:db8:0:0:1::/80", "2001:db8::5"],
      publicAddresses: ["198.51.100.5", "198.51.100.6", "203.0.113.7"],
    });
  });

  it("is guarded by its groups and hangs on its instance, also on one of another account", () => {
    const batch = card({
      Groups: [{ GroupId: "sg-1" }, { GroupId: "sg-2" }],
      Attachment: { InstanceId: "i-1", InstanceOwnerId: OTHER, Status: "attached" },
      TagSet: [{ Key: "Name", Value: "front" }],
    });
    expect(arrows(batch)).toEqual([
      `${ENI} -filters-> sg-1`,
      `${ENI} -filters-> sg-2`,
      `${ENI} -host-> i-1 in ${OTHER}`,
      `${ENI} -network-> vpc-1`,
      `${ENI} -subnet-> subnet-1`,
    ]);
    expect(nodeOf(batch, "eni-1").label).toBe("front (eni-1)");
  });

  it("of a load balancer is run by the provider and hangs on no host", () => {
    const batch = card({
      RequesterManaged: true,
      Description: "ELB app/shop/1",
      Attachment: { InstanceOwnerId: "amazon-elb", Status: "attached" },
    });
    expect(arrows(batch).some((arrow) => arrow.includes("-host->"))).toBe(false);
    expect(nodeOf(batch, "eni-1").is).toMatchObject({ providerManaged: true, description: "ELB app/shop/1" });
  });

  it("with an address that is none leaves a gap on itself", () => {
    const batch = card({ PrivateIpAddresses: [{ PrivateIpAddress: "10.0.0.256" }] });
    expect(batch.gaps.map(({ touches }) => touches.nodes)).toEqual([[ENI]]);
  });
});

describe("an instance", () => {
  const instance = (more: object, reservation: object = {}) =>
    read("ec2:DescribeInstances", {
      Reservations: [
        {
          OwnerId: ACCOUNT,
          Instances: [{ InstanceId: "i-1", State: { Name: "running" }, ...more }],
          ...reservation,
        },
      ],
    });

  it("has its addresses, image, platform, profile and state, and its owner from the reservation", () => {
    const batch = instance(
      {
        ImageId: "ami-1",
        PlatformDetails: "Linux/UNIX",
        PrivateIpAddress: "10.0.0.5",
        PublicIpAddress: "198.51.100.5",
        VpcId: "vpc-1",
        SubnetId: "subnet-1",
        SecurityGroups: [{ GroupId: "sg-1" }],
        IamInstanceProfile: { Arn: "arn:aws:iam::111122223333:instance-profile/web" },
        MetadataOptions: { HttpTokens: "required", HttpEndpoint: "enabled" },
        NetworkInterfaces: [
          {
            Ipv6Addresses: [{ Ipv6Address: "2001:db8::5" }],
            PrivateIpAddresses: [{ PrivateIpAddress: "10.0.0.6", Association: { PublicIp: "198.51.100.6" } }],
          },
        ],
        Tags: [{ Key: "Name", Value: "web-1" }],
      },
      { OwnerId: OTHER },
    );
    expect(nodeOf(batch, "i-1")).toMatchObject({
      id: arn("instance/i-1", OTHER),
      label: "web-1 (i-1)",
      is: {
        name: "web-1",
        state: "running",
        addresses: ["10.0.0.5", "10.0.0.6", "2001:db8::5"],
        publicAddresses: ["198.51.100.5", "198.51.100.6"],
        image: "ami-1",
        platform: "Linux/UNIX",
        instanceProfile: "arn:aws:iam::111122223333:instance-profile/web",
        tokensRequired: true,
      },
    });
    expect(arrows(batch)).toEqual(
      ["filters-> sg-1", "network-> vpc-1", "subnet-> subnet-1"].map(
        (end) => `${arn("instance/i-1", OTHER)} -${end}`,
      ),
    );
  });

  it.each([
    [{ HttpTokens: "optional", HttpEndpoint: "enabled" }, false],
    [{ HttpTokens: "optional", HttpEndpoint: "disabled" }, true],
    [{ HttpEndpoint: "enabled" }, null],
    [undefined, null],
  ])("with metadata options %j requires tokens: %s", (MetadataOptions, tokensRequired) => {
    expect(nodeOf(instance({ MetadataOptions }), "i-1").is).toMatchObject({ tokensRequired });
  });
});

describe("a gateway", () => {
  it("to the internet is attached to its VPC, or to nothing", () => {
    const batch = read("ec2:DescribeInternetGateways", {
      InternetGateways: [
        {
          InternetGatewayId: "igw-1",
          OwnerId: ACCOUNT,
          Attachments: [{ State: "available", VpcId: "vpc-1" }],
        },
        { InternetGatewayId: "igw-2" },
      ],
    });
    expect(nodeOf(batch, "igw-1").is).toMatchObject({ gatewayType: "internet", state: "attached" });
    expect(nodeOf(batch, "igw-2").is).toMatchObject({ state: "detached" });
    expect(arrows(batch)).toEqual([`${arn("internet-gateway/igw-1")} -network-> vpc-1`]);
  });

  it("for egress alone is a gateway of its own type", () => {
    const batch = read("ec2:DescribeEgressOnlyInternetGateways", {
      EgressOnlyInternetGateways: [
        { EgressOnlyInternetGatewayId: "eigw-1", Attachments: [{ State: "attached", VpcId: "vpc-1" }] },
      ],
    });
    expect(nodeOf(batch, "eigw-1")).toMatchObject({
      id: arn("egress-only-internet-gateway/eigw-1"),
      type: "aws.egress-only-internet-gateway",
      is: { gatewayType: "egress-only", state: "attached" },
    });
  });

  it("that translates has its addresses; a regional one stands in no subnet; a deleted one is joined to nothing", () => {
    const batch = read("ec2:DescribeNatGateways", {
      NatGateways: [
        {
          NatGatewayId: "nat-1",
          VpcId: "vpc-1",
          SubnetId: "subnet-1",
          State: "available",
          ConnectivityType: "public",
          NatGatewayAddresses: [
            { AllocationId: "eipalloc-1", PrivateIp: "10.0.0.9", PublicIp: "198.51.100.9" },
          ],
        },
        { NatGatewayId: "nat-2", VpcId: "vpc-1", State: "available", ConnectivityType: "private" },
        { NatGatewayId: "nat-3", VpcId: "vpc-gone", SubnetId: "subnet-gone", State: "deleted" },
      ],
    });
    expect(nodeOf(batch, "nat-1").is).toMatchObject({
      gatewayType: "nat",
      connectivity: "public",
      addresses: ["10.0.0.9"],
      publicAddresses: ["198.51.100.9"],
    });
    expect(arrows(batch)).toEqual([
      `${arn("elastic-ip/eipalloc-1")} -gateway-> ${arn("natgateway/nat-1")}`,
      `${arn("natgateway/nat-1")} -network-> vpc-1`,
      `${arn("natgateway/nat-1")} -subnet-> subnet-1`,
      `${arn("natgateway/nat-2")} -network-> vpc-1`,
    ]);
  });
});

describe("an address", () => {
  it("is joined to the interface and instance that hold it, or idle", () => {
    const batch = read("ec2:DescribeAddresses", {
      Addresses: [
        {
          AllocationId: "eipalloc-1",
          PublicIp: "198.51.100.5",
          Domain: "vpc",
          AssociationId: "eipassoc-1",
          InstanceId: "i-1",
          NetworkInterfaceId: "eni-1",
          NetworkInterfaceOwnerId: OTHER,
          PrivateIpAddress: "10.0.0.5",
        },
        { AllocationId: "eipalloc-2", PublicIp: "198.51.100.6", Domain: "vpc", InstanceId: "" },
        { PublicIp: "198.51.100.7", Domain: "standard" },
      ],
    });
    expect(nodeOf(batch, "eipalloc-1").is).toEqual({
      publicAddress: "198.51.100.5",
      privateAddress: "10.0.0.5",
      associated: true,
    });
    expect(nodeOf(batch, "eipalloc-2").is).toMatchObject({ associated: false });
    expect(nodeOf(batch, "198.51.100.7").id).toBe(arn("elastic-ip/198.51.100.7"));
    const own = arn("elastic-ip/eipalloc-1");
    expect(arrows(batch).filter((arrow) => arrow.startsWith(own))).toEqual([
      `${own} -account-> arn:aws:iam::${ACCOUNT}:root`,
      `${own} -host-> i-1 in ${OTHER}`,
      `${own} -interface-> eni-1 in ${OTHER}`,
    ]);
  });
});

describe("an endpoint", () => {
  it("has its parsed policy, its places and its groups", () => {
    const batch = read("ec2:DescribeVpcEndpoints", {
      VpcEndpoints: [
        {
          VpcEndpointId: "vpce-1",
          VpcEndpointType: "Interface",
          ServiceName: "com.amazonaws.eu-west-1.ssm",
          State: "Available",
          VpcId: "vpc-1",
          OwnerId: ACCOUNT,
          PrivateDnsEnabled: true,
          SubnetIds: ["subnet-1"],
          NetworkInterfaceIds: ["eni-1"],
          Groups: [{ GroupId: "sg-1" }],
          PolicyDocument: '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}',
        },
        {
          VpcEndpointId: "vpce-2",
          VpcEndpointType: "gateway",
          ServiceName: "com.amazonaws.eu-west-1.s3",
          State: "available",
          VpcId: "vpc-1",
          RouteTableIds: ["rtb-1"],
          PolicyDocument: "{",
        },
      ],
    });
    expect(nodeOf(batch, "vpce-1").is).toMatchObject({
      endpointType: "Interface",
      state: "available",
      privateDns: true,
      policy: { Statement: [{ Effect: "Allow" }] },
    });
    expect(nodeOf(batch, "vpce-2").is).toMatchObject({ endpointType: "Gateway", policy: null });
    expect(batch.gaps.map(({ touches }) => touches.nodes)).toEqual([[arn("vpc-endpoint/vpce-2")]]);
    expect(arrows(batch).map((arrow) => arrow.split(" -")[1])).toEqual([
      "filters-> sg-1",
      "interfaces-> eni-1",
      "network-> vpc-1",
      "subnets-> subnet-1",
      "network-> vpc-1",
      "route_tables-> rtb-1",
    ]);
  });
});

describe("a flow log", () => {
  it("logs a VPC, a subnet or an interface; one of a transit gateway logs nothing that is modelled", () => {
    const log = (FlowLogId: string, ResourceId: string, more: object = {}) => ({
      FlowLogId,
      ResourceId,
      FlowLogStatus: "ACTIVE",
      DeliverLogsStatus: "SUCCESS",
      TrafficType: "ALL",
      LogDestinationType: "s3",
      LogDestination: "arn:aws:s3:::logs",
      ...more,
    });
    const batch = read("ec2:DescribeFlowLogs", {
      FlowLogs: [
        log("fl-1", "vpc-1"),
        log("fl-2", "eni-1", { DeliverLogsStatus: "FAILED" }),
        log("fl-3", "tgw-1"),
        log("fl-4", "subnet-1"),
      ],
    });
    expect(nodeOf(batch, "fl-2").is).toEqual({
      status: "ACTIVE",
      delivery: "FAILED",
      traffic: "ALL",
      destinationType: "s3",
      destination: "arn:aws:s3:::logs",
    });
    expect(arrows(batch)).toEqual(
      ["vpc-1", "eni-1", "subnet-1"].map(
        (to, index) => `${arn(`vpc-flow-log/fl-${[1, 2, 4][index]}`)} -logs-> ${to}`,
      ),
    );
  });
});
