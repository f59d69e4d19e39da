import { describe, expect, it } from "vitest";
import { ACCOUNT, arn, arrows, nodeOf, read } from "./harness.js";

const TABLE = arn("route-table/rtb-1");
const table = (more: object) =>
  read("ec2:DescribeRouteTables", {
    RouteTables: [{ RouteTableId: "rtb-1", VpcId: "vpc-1", OwnerId: ACCOUNT, ...more }],
  });
const route = (target: object, DestinationCidrBlock = "172.16.0.0/12") => ({
  DestinationCidrBlock,
  State: "active",
  Origin: "CreateRoute",
  ...target,
});

describe("a route table of a VPC", () => {
  it.each([
    ["tgw-1", { TransitGatewayId: "tgw-1" }],
    ["vgw-1", { GatewayId: "vgw-1" }],
    ["cagw-1", { CarrierGatewayId: "cagw-1" }],
    ["lgw-1", { LocalGatewayId: "lgw-1" }],
  ])("that leads to %s is joined to it", (id, target) => {
    expect(arrows(table({ Routes: [route(target)] }))).toEqual([
      `${TABLE} -network-> vpc-1`,
      `${TABLE} -targets-> ${id}`,
    ]);
  });

  it("keeps a more specific local route apart from the one that was there first", () => {
    const batch = table({
      Routes: [
        { ...route({ GatewayId: "local" }, "10.0.0.0/16"), Origin: "CreateRouteTable" },
        route({ GatewayId: "local" }, "10.0.4.0/24"),
      ],
    });
    expect((nodeOf(batch, TABLE).is as { routes: object[] }).routes).toMatchObject([
      { destination: "10.0.0.0/16", via: { type: "local" }, origin: "local" },
      { destination: "10.0.4.0/24", via: { type: "local" }, origin: "static" },
    ]);
    expect(batch.gaps).toEqual([]);
  });

  it("is filled by the gateways that propagate to it", () => {
    const batch = table({ PropagatingVgws: [{ GatewayId: "vgw-1" }] });
    expect(arrows(batch)).toContain(`${arn("vpn-gateway/vgw-1")} -propagates_to-> ${TABLE}`);
  });

  it("stands at the edge of gateways, and leaves a gap at the edge of a pool of addresses", () => {
    const batch = table({
      Associations: [
        { GatewayId: "igw-1", AssociationState: { State: "associated" } },
        { GatewayId: "vgw-1", AssociationState: { State: "associated" } },
        { GatewayId: "igw-2", AssociationState: { State: "disassociated" } },
        { PublicIpv4Pool: "ipv4pool-ec2-1", AssociationState: { State: "associated" } },
      ],
    });
    expect(arrows(batch)).toEqual([
      `${TABLE} -edge_of-> igw-1`,
      `${TABLE} -edge_of-> vgw-1`,
      `${TABLE} -network-> vpc-1`,
    ]);
    expect(batch.gaps.map(({ reason, touches }) => [reason, touches.nodes])).toEqual([
      ["unmodelled", [TABLE]],
    ]);
  });
});

describe("the addresses of a network interface", () => {
  const card = (more: object) =>
    read("ec2:DescribeNetworkInterfaces", {
      NetworkInterfaces: [{ NetworkInterfaceId: "eni-1", OwnerId: ACCOUNT, ...more }],
    });
  const is = (more: object) =>
    nodeOf(card(more), "eni-1").is as { translations: object[]; publicAddresses: string[] };

  it("are known outside by public, carrier's and customer's addresses, each by its own", () => {
    const facts = is({
      PrivateIpAddress: "10.0.0.5",
      Association: { PublicIp: "198.51.100.5" },
      PrivateIpAddresses: [
        { PrivateIpAddress: "10.0.0.5", Association: { PublicIp: "198.51.100.5" } },
        { PrivateIpAddress: "10.0.0.6", Association: { CarrierIp: "203.0.113.6" } },
        { PrivateIpAddress: "10.0.0.7", Association: { CustomerOwnedIp: "192.0.2.7" } },
        { PrivateIpAddress: "10.0.0.8" },
      ],
      Ipv6Addresses: [{ Ipv6Address: "2001:db8::5" }],
    });
    expect(facts.translations).toEqual([
      { inside: "10.0.0.5", outside: "198.51.100.5", by: "public" },
      { inside: "10.0.0.6", outside: "203.0.113.6", by: "carrier" },
      { inside: "10.0.0.7", outside: "192.0.2.7", by: "customer-owned" },
    ]);
    expect(facts.publicAddresses).toEqual(["198.51.100.5", "203.0.113.6"]);
  });

  it("are paired by the primary association alone where the list is not told, or does not repeat it", () => {
    const primary = { PrivateIpAddress: "10.0.0.5", Association: { PublicIp: "198.51.100.5" } };
    const pair = [{ inside: "10.0.0.5", outside: "198.51.100.5", by: "public" }];
    expect(is(primary).translations).toEqual(pair);
    expect(is({ ...primary, PrivateIpAddresses: [{ PrivateIpAddress: "10.0.0.5" }] }).translations).toEqual(
      pair,
    );
    expect(is({}).translations).toEqual([]);
  });

  it("that cannot be paired leave a gap: one of them is reached from outside", () => {
    const batch = card({ PrivateIpAddresses: [{ Association: { PublicIp: "198.51.100.5" } }] });
    expect(batch.gaps.map(({ reason, touches }) => [reason, touches.nodes])).toEqual([
      ["unparsed", [arn("network-interface/eni-1")]],
    ]);
  });
});

describe("an address of an Outpost's pool", () => {
  it("is no public address", () => {
    const batch = read("ec2:DescribeAddresses", {
      Addresses: [
        {
          AllocationId: "eipalloc-1",
          CustomerOwnedIp: "192.0.2.7",
          CustomerOwnedIpv4Pool: "ipv4pool-coip-1",
          PrivateIpAddress: "10.0.0.7",
          PublicIp: "",
        },
      ],
    });
    expect(nodeOf(batch, "eipalloc-1")).toMatchObject({
      label: "192.0.2.7 (eipalloc-1)",
      is: { publicAddress: null, customerOwnedAddress: "192.0.2.7", privateAddress: "10.0.0.7" },
    });
  });

  it("is a member that other addresses do not have", () => {
    const batch = read("ec2:DescribeAddresses", {
      Addresses: [{ AllocationId: "eipalloc-2", CarrierIp: "203.0.113.6" }],
    });
    expect(nodeOf(batch, "eipalloc-2").is).toEqual({
      publicAddress: "203.0.113.6",
      privateAddress: null,
      associated: false,
    });
  });
});
