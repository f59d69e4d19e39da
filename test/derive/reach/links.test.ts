import { describe, expect, it } from "vitest";
import { ACCOUNT, acl, card, Estate, group, subnet, type Told, table, vpc } from "./estate.js";

const base = (routes: readonly string[]): Told[] => [
  vpc("vpc-1", "10.0.0.0/16"),
  subnet({ id: "subnet-1", vpc: "vpc-1", cidr: "10.0.0.0/24" }),
  acl({ id: "acl-1", vpc: "vpc-1", subnets: ["subnet-1"] }),
  group("sg-1", "vpc-1", { in: ["tcp 22 192.168.0.0/16"] }),
  card({ id: "eni-1", vpc: "vpc-1", subnet: "subnet-1", ip: "10.0.0.10", groups: ["sg-1"] }),
  table({ id: "rtb-1", vpc: "vpc-1", subnets: ["subnet-1"], routes: ["10.0.0.0/16 local", ...routes] }),
];

const IN = "tcp 22 192.168.4.4 → 10.0.0.10";
const OUT = "tcp 443 10.0.0.10 → 192.168.4.4";

describe("Direct Connect by a gateway to a virtual private gateway", () => {
  const line = (prefixes: readonly string[], status = "up") =>
    new Estate([
      ...base(["192.168.0.0/16 vgw-1 propagated"]),
      {
        operation: "DescribeVpnGateways",
        output: {
          VpnGateways: [
            {
              VpnGatewayId: "vgw-1",
              State: "available",
              VpcAttachments: [{ VpcId: "vpc-1", State: "attached" }],
            },
          ],
        },
      },
      {
        service: "directconnect",
        operation: "DescribeDirectConnectGateways",
        output: {
          directConnectGateways: [
            {
              directConnectGatewayId: "dxgw-1",
              ownerAccount: ACCOUNT,
              directConnectGatewayState: "available",
            },
          ],
        },
      },
      {
        service: "directconnect",
        operation: "DescribeDirectConnectGatewayAssociations",
        input: { directConnectGatewayId: "dxgw-1" },
        output: {
          directConnectGatewayAssociations: [
            {
              associationId: "assoc-1",
              directConnectGatewayId: "dxgw-1",
              directConnectGatewayOwnerAccount: ACCOUNT,
              associationState: "associated",
              associatedGateway: {
                id: "vgw-1",
                type: "virtualPrivateGateway",
                ownerAccount: ACCOUNT,
                region: "eu-central-1",
              },
              allowedPrefixesToDirectConnectGateway: prefixes.map((cidr) => ({ cidr })),
            },
          ],
        },
      },
      {
        service: "directconnect",
        operation: "DescribeVirtualInterfaces",
        output: {
          virtualInterfaces: [
            {
              virtualInterfaceId: "dxvif-1",
              virtualInterfaceType: "private",
              virtualInterfaceState: "available",
              ownerAccount: ACCOUNT,
              directConnectGatewayId: "dxgw-1",
              vlan: 101,
              asn: 65000,
              authKey: "very-secret",
              bgpPeers: [
                {
                  bgpStatus: status,
                  bgpPeerState: "available",
                  addressFamily: "ipv4",
                  authKey: "very-secret",
                },
              ],
            },
          ],
        },
      },
    ]);

  it("carries what is allowed to be told to the data centre", () => {
    expect(line(["10.0.0.0/8"]).verdict(IN)).toBe("reaches");
    expect(line(["10.0.0.0/16"]).verdict(OUT)).toBe("reaches");
  });

  it("does not tell of a VPC that is wider than the allowed prefix", () => {
    expect(line(["10.0.0.0/24"]).verdict(IN)).toBe("unrouted");
    expect(line(["10.9.0.0/16"]).verdict(OUT)).toBe("no-return");
  });

  it("is cut off with its BGP session", () => {
    expect(line(["10.0.0.0/8"], "down").verdict(IN)).toBe("unrouted");
    expect(line(["10.0.0.0/8"], "unknown").verdict(IN)).toBe("unknown");
  });
});

describe("an Outpost's local gateway", () => {
  const outpost = (
    mode: string,
    more: { owned?: string; routes?: readonly Record<string, unknown>[]; vpc?: string } = {},
  ) => {
    const told = base(["192.168.0.0/16 lgw-1"]).map((one) => {
      if (one.operation !== "DescribeNetworkInterfaces" || more.owned === undefined) return one;
      const [nic] = one.output["NetworkInterfaces"] as [Record<string, unknown>];
      const [first] = nic["PrivateIpAddresses"] as [Record<string, unknown>];
      return {
        ...one,
        output: {
          NetworkInterfaces: [
            { ...nic, PrivateIpAddresses: [{ ...first, Association: { CustomerOwnedIp: more.owned } }] },
          ],
        },
      };
    });
    return new Estate([
      ...told,
      {
        operation: "DescribeLocalGateways",
        output: {
          LocalGateways: [
            {
              LocalGatewayId: "lgw-1",
              OwnerId: ACCOUNT,
              State: "available",
              OutpostArn: "arn:aws:outposts:eu-central-1:111122223333:outpost/op-1",
            },
          ],
        },
      },
      {
        operation: "DescribeLocalGatewayRouteTables",
        output: {
          LocalGatewayRouteTables: [
            {
              LocalGatewayRouteTableId: "lgw-rtb-1",
              LocalGatewayId: "lgw-1",
              OwnerId: ACCOUNT,
              State: "available",
              Mode: mode,
            },
          ],
        },
      },
      {
        operation: "SearchLocalGatewayRoutes",
        input: { LocalGatewayRouteTableId: "lgw-rtb-1" },
        output: {
          Routes: more.routes ?? [
            {
              DestinationCidrBlock: "0.0.0.0/0",
              LocalGatewayVirtualInterfaceGroupId: "lgw-vif-grp-1",
              Type: "static",
              State: "active",
              OwnerId: ACCOUNT,
            },
          ],
        },
      },
      {
        operation: "DescribeLocalGatewayRouteTableVpcAssociations",
        output: {
          LocalGatewayRouteTableVpcAssociations: [
            {
              LocalGatewayRouteTableId: "lgw-rtb-1",
              LocalGatewayId: "lgw-1",
              VpcId: more.vpc ?? "vpc-1",
              OwnerId: ACCOUNT,
              State: "associated",
            },
          ],
        },
      },
      {
        operation: "DescribeLocalGatewayVirtualInterfaces",
        output: {
          LocalGatewayVirtualInterfaces: [
            {
              LocalGatewayVirtualInterfaceId: "lgw-vif-1",
              LocalGatewayId: "lgw-1",
              LocalGatewayVirtualInterfaceGroupId: "lgw-vif-grp-1",
              OwnerId: ACCOUNT,
              Vlan: 2,
              PeerBgpAsn: 65001,
            },
          ],
        },
      },
    ]);
  };

  it("with direct VPC routing carries private addresses", () => {
    expect(outpost("direct-vpc-routing").verdict(OUT)).toBe("reaches");
    expect(outpost("direct-vpc-routing").verdict(IN)).toBe("reaches");
  });

  it("with customer-owned addresses carries those who have one, under it", () => {
    expect(outpost("coip").verdict(OUT)).toBe("unrouted");
    const owned = outpost("coip", { owned: "172.30.0.10" });
    expect(owned.verdict(OUT)).toBe("reaches");
    expect(owned.verdict("tcp 22 192.168.4.4 → 172.30.0.10")).toBe("reaches");
    expect(owned.verdict("tcp 23 192.168.4.4 → 172.30.0.10")).toBe("filtered");
  });

  it("needs the VPC's association and a route of its table", () => {
    expect(outpost("direct-vpc-routing", { vpc: "vpc-other" }).verdict(OUT)).toBe("unrouted");
    expect(outpost("direct-vpc-routing", { routes: [] }).verdict(OUT)).toBe("unrouted");
  });
});
