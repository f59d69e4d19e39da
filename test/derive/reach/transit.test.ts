import { describe, expect, it } from "vitest";
import {
  ACCOUNT,
  acl,
  card,
  Estate,
  group,
  internetGateway,
  subnet,
  type Told,
  table,
  vpc,
} from "./estate.js";

const gateway = (id: string): Told => ({
  operation: "DescribeTransitGateways",
  output: {
    TransitGateways: [
      { TransitGatewayId: id, OwnerId: ACCOUNT, State: "available", Options: { AmazonSideAsn: 64512 } },
    ],
  },
});

const tables = (...ids: readonly string[]): Told => ({
  operation: "DescribeTransitGatewayRouteTables",
  output: {
    TransitGatewayRouteTables: ids.map((id) => ({
      TransitGatewayRouteTableId: id,
      TransitGatewayId: "tgw-1",
      State: "available",
    })),
  },
});

/** `10.2.0.0/16 tgw-attach-b`, `10.9.0.0/16 blackhole`, a third word is the type. */
const routes = (id: string, list: readonly string[], input: Record<string, unknown> = {}): Told => ({
  operation: "SearchTransitGatewayRoutes",
  input: { TransitGatewayRouteTableId: id, ...input },
  output: {
    Routes: list.map((text) => {
      const [DestinationCidrBlock, target = "", Type = "static"] = text.split(" ");
      const hole = target === "blackhole";
      return {
        DestinationCidrBlock,
        Type,
        State: hole ? "blackhole" : "active",
        TransitGatewayAttachments: hole ? [] : [{ TransitGatewayAttachmentId: target }],
      };
    }),
    AdditionalRoutesAvailable: false,
  },
});

interface AttachmentDraft {
  readonly id: string;
  readonly type: string;
  readonly resource: string;
  readonly table?: string;
  readonly state?: string;
}

const attachment = ({ id, type, resource, table: rtb, state = "available" }: AttachmentDraft): Told => ({
  operation: "DescribeTransitGatewayAttachments",
  output: {
    TransitGatewayAttachments: [
      {
        TransitGatewayAttachmentId: id,
        TransitGatewayId: "tgw-1",
        TransitGatewayOwnerId: ACCOUNT,
        ResourceOwnerId: ACCOUNT,
        ResourceType: type,
        ResourceId: resource,
        State: state,
        ...(rtb === undefined
          ? {}
          : { Association: { TransitGatewayRouteTableId: rtb, State: "associated" } }),
      },
    ],
  },
});

const doors = (id: string, vpcId: string, subnets: readonly string[]): Told => ({
  operation: "DescribeTransitGatewayVpcAttachments",
  output: {
    TransitGatewayVpcAttachments: [
      {
        TransitGatewayAttachmentId: id,
        TransitGatewayId: "tgw-1",
        VpcId: vpcId,
        VpcOwnerId: ACCOUNT,
        State: "available",
        SubnetIds: subnets,
        Options: { ApplianceModeSupport: "disable" },
      },
    ],
  },
});

const NAMES = ["a", "b"] as const;

/** Two VPCs on one transit gateway, each with a table of its own at it. */
function hub(
  more: { a?: readonly string[]; b?: readonly string[]; zone?: string; extra?: readonly Told[] } = {},
): Told[] {
  return [
    gateway("tgw-1"),
    tables("tgw-rtb-a", "tgw-rtb-b"),
    routes("tgw-rtb-a", more.a ?? ["10.2.0.0/16 tgw-attach-b propagated"]),
    routes("tgw-rtb-b", more.b ?? ["10.1.0.0/16 tgw-attach-a propagated"]),
    ...NAMES.flatMap((name, index) => [
      vpc(`vpc-${name}`, `10.${index + 1}.0.0/16`),
      subnet({
        id: `subnet-${name}`,
        vpc: `vpc-${name}`,
        cidr: `10.${index + 1}.0.0/24`,
        zone: name === "a" ? (more.zone ?? "a") : "a",
      }),
      subnet({ id: `subnet-${name}-tgw`, vpc: `vpc-${name}`, cidr: `10.${index + 1}.9.0/28` }),
      acl({ id: `acl-${name}`, vpc: `vpc-${name}`, subnets: [`subnet-${name}`] }),
      acl({ id: `acl-${name}-tgw`, vpc: `vpc-${name}`, subnets: [`subnet-${name}-tgw`] }),
      group(`sg-${name}`, `vpc-${name}`, { in: ["all 10.0.0.0/8", "all 192.168.0.0/16"] }),
      card({
        id: `eni-${name}`,
        vpc: `vpc-${name}`,
        subnet: `subnet-${name}`,
        ip: `10.${index + 1}.0.10`,
        groups: [`sg-${name}`],
      }),
      table({
        id: `rtb-${name}`,
        vpc: `vpc-${name}`,
        subnets: [`subnet-${name}`, `subnet-${name}-tgw`],
        routes: [`10.${index + 1}.0.0/16 local`, "0.0.0.0/0 tgw-1"],
      }),
      attachment({
        id: `tgw-attach-${name}`,
        type: "vpc",
        resource: `vpc-${name}`,
        table: `tgw-rtb-${name}`,
      }),
      doors(`tgw-attach-${name}`, `vpc-${name}`, [`subnet-${name}-tgw`]),
    ]),
    ...(more.extra ?? []),
  ];
}

const ASK = "tcp 80 10.1.0.10 → 10.2.0.10";

describe("a transit gateway", () => {
  it("joins what its tables join, there and back", () => {
    const estate = new Estate(hub());
    expect(estate.verdict(ASK)).toBe("reaches");
    expect(estate.hops(ASK)).toContain("there routed tgw-rtb-a");
    expect(estate.hops(ASK)).toContain("back routed tgw-rtb-b");
  });

  it("with asymmetric tables loses the answer", () => {
    expect(new Estate(hub({ b: [] })).verdict(ASK)).toBe("no-return");
    expect(new Estate(hub({ a: [] })).verdict(ASK)).toBe("unrouted");
  });

  it("takes the longest prefix, static before propagated, and black holes as they are", () => {
    expect(new Estate(hub({ a: ["10.0.0.0/8 tgw-attach-b", "10.2.0.0/16 blackhole"] })).verdict(ASK)).toBe(
      "unrouted",
    );
    expect(
      new Estate(hub({ a: ["10.2.0.0/16 tgw-attach-b", "10.2.0.0/16 blackhole propagated"] })).verdict(ASK),
    ).toBe("reaches");
    expect(
      new Estate(hub({ a: ["10.2.0.0/16 blackhole", "10.2.0.0/16 tgw-attach-b propagated"] })).verdict(ASK),
    ).toBe("unrouted");
  });

  it("asks the ACL of the attachment's subnet: in on the way out of a VPC, out on the way in", () => {
    const closed = (name: string, side: "in" | "out") =>
      new Estate(
        hub().map((told) => {
          const acls = (told.output["NetworkAcls"] ?? []) as { NetworkAclId: string }[];
          if (acls[0]?.NetworkAclId !== `acl-${name}-tgw`) return told;
          return acl({
            id: `acl-${name}-tgw`,
            vpc: `vpc-${name}`,
            subnets: [`subnet-${name}-tgw`],
            [side]: [],
          });
        }),
      ).verdict(ASK);
    expect(closed("a", "in")).toBe("filtered");
    expect(closed("b", "out")).toBe("filtered");
    // The answer goes the same ways turned round.
    expect(closed("b", "in")).toBe("no-return");
    expect(closed("a", "out")).toBe("no-return");
  });

  it("is out of reach for a zone in which its attachment has no subnet", () => {
    expect(new Estate(hub({ zone: "c" })).verdict(ASK)).toBe("unrouted");
  });

  it("does not lend its VPC's internet gateway to cards of other VPCs", () => {
    const told = hub({
      a: ["0.0.0.0/0 tgw-attach-b"],
      extra: [internetGateway("igw-b", "vpc-b"), internetGateway("igw-a", "vpc-a")],
    }).map((one) => {
      if (JSON.stringify(one.output).includes('"rtb-b"') && one.operation === "DescribeRouteTables")
        return table({
          id: "rtb-b",
          vpc: "vpc-b",
          subnets: ["subnet-b", "subnet-b-tgw"],
          routes: ["10.2.0.0/16 local", "10.1.0.0/16 tgw-1", "0.0.0.0/0 igw-b"],
        });
      if (JSON.stringify(one.output).includes('"eni-a"'))
        return card({
          id: "eni-a",
          vpc: "vpc-a",
          subnet: "subnet-a",
          ip: "10.1.0.10",
          groups: ["sg-a"],
          public: "203.0.113.7",
        });
      return one;
    });
    expect(new Estate(told).verdict("tcp 443 10.1.0.10 → 8.8.8.8")).toBe("unrouted");
  });

  it("is unknown where a table's routes were not collected, or were searched in part", () => {
    const without = hub().filter(
      ({ operation, input }) =>
        operation !== "SearchTransitGatewayRoutes" || input?.["TransitGatewayRouteTableId"] !== "tgw-rtb-a",
    );
    expect(new Estate(without).verdict(ASK)).toBe("unknown");
  });

  it("drops what its attachment no longer is", () => {
    const extra = [
      attachment({
        id: "tgw-attach-b",
        type: "vpc",
        resource: "vpc-b",
        table: "tgw-rtb-b",
        state: "deleted",
      }),
    ];
    const told = hub().filter(
      ({ operation, output }) =>
        operation !== "DescribeTransitGatewayAttachments" || !JSON.stringify(output).includes("tgw-attach-b"),
    );
    const own = told.filter(
      ({ operation, output }) =>
        operation !== "DescribeTransitGatewayVpcAttachments" ||
        !JSON.stringify(output).includes("tgw-attach-b"),
    );
    expect(new Estate([...own, ...extra]).verdict(ASK)).toBe("unrouted");
  });
});

const vpn = (status: string, more: Record<string, unknown> = {}): Told => ({
  operation: "DescribeVpnConnections",
  output: {
    VpnConnections: [
      {
        VpnConnectionId: "vpn-1",
        CustomerGatewayId: "cgw-1",
        State: "available",
        Type: "ipsec.1",
        Options: {
          StaticRoutesOnly: false,
          TunnelOptions: [{ OutsideIpAddress: "198.51.100.1" }, { OutsideIpAddress: "198.51.100.2" }],
        },
        VgwTelemetry: [
          { OutsideIpAddress: "198.51.100.1", Status: status, AcceptedRouteCount: 1 },
          { OutsideIpAddress: "198.51.100.2", Status: "DOWN", AcceptedRouteCount: 0 },
        ],
        ...more,
      },
    ],
  },
});
const customer: Told = {
  operation: "DescribeCustomerGateways",
  output: {
    CustomerGateways: [
      { CustomerGatewayId: "cgw-1", State: "available", IpAddress: "203.0.113.9", BgpAsn: "65000" },
    ],
  },
};

describe("a data centre behind a VPN on a transit gateway", () => {
  const site = (status: string, a = ["192.168.0.0/16 tgw-attach-vpn propagated"]) =>
    new Estate(
      hub({
        a,
        extra: [
          customer,
          vpn(status, { TransitGatewayId: "tgw-1" }),
          attachment({ id: "tgw-attach-vpn", type: "vpn", resource: "vpn-1", table: "tgw-rtb-b" }),
        ],
      }),
    );

  it("is reached, and reaches, while a tunnel is up", () => {
    expect(site("UP").verdict("tcp 443 10.1.0.10 → 192.168.4.4")).toBe("reaches");
    expect(site("UP").verdict("tcp 443 192.168.4.4 → 10.1.0.10")).toBe("reaches");
    expect(site("UP").ask({ from: { ip: "10.1.0.10" }, to: { ip: "192.168.4.4" } }).assumes).toHaveLength(1);
  });

  it("is cut off when both tunnels are down, or no table leads there", () => {
    expect(site("DOWN").verdict("tcp 443 10.1.0.10 → 192.168.4.4")).toBe("unrouted");
    expect(site("DOWN").verdict("tcp 443 192.168.4.4 → 10.1.0.10")).toBe("unrouted");
    expect(site("UP", []).verdict("tcp 443 10.1.0.10 → 192.168.4.4")).toBe("unrouted");
    expect(site("UP", []).verdict("tcp 443 192.168.4.4 → 10.1.0.10")).toBe("no-return");
  });
});

describe("a data centre behind a VPN on a virtual private gateway", () => {
  const site = (more: Record<string, unknown>, rtb: readonly string[], status = "UP") =>
    new Estate([
      vpc("vpc-1", "10.0.0.0/16"),
      subnet({ id: "subnet-1", vpc: "vpc-1", cidr: "10.0.0.0/24" }),
      acl({ id: "acl-1", vpc: "vpc-1", subnets: ["subnet-1"] }),
      group("sg-1", "vpc-1", { in: ["tcp 22 192.168.0.0/16"] }),
      card({ id: "eni-1", vpc: "vpc-1", subnet: "subnet-1", ip: "10.0.0.10", groups: ["sg-1"] }),
      table({ id: "rtb-1", vpc: "vpc-1", subnets: ["subnet-1"], routes: ["10.0.0.0/16 local", ...rtb] }),
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
      customer,
      vpn(status, { VpnGatewayId: "vgw-1", ...more }),
    ]);

  it("is reached by propagated routes", () => {
    const estate = site({}, ["192.168.0.0/16 vgw-1 propagated"]);
    expect(estate.verdict("tcp 22 192.168.4.4 → 10.0.0.10")).toBe("reaches");
    expect(estate.verdict("tcp 23 192.168.4.4 → 10.0.0.10")).toBe("filtered");
    expect(estate.verdict("tcp 443 10.0.0.10 → 192.168.4.4")).toBe("reaches");
    expect(estate.verdict("tcp 443 10.0.0.10 → 172.16.0.1")).toBe("unrouted");
  });

  it("by static routes takes what they name alone", () => {
    const told = {
      Options: { StaticRoutesOnly: true },
      Routes: [{ DestinationCidrBlock: "192.168.4.0/24", State: "available" }],
    };
    const estate = site(told, ["0.0.0.0/0 vgw-1"]);
    expect(estate.verdict("tcp 443 10.0.0.10 → 192.168.4.4")).toBe("reaches");
    expect(estate.verdict("tcp 443 10.0.0.10 → 192.168.5.5")).toBe("unrouted");
  });

  it("is unknown where nobody told whether the tunnels are up", () => {
    expect(
      site({ VgwTelemetry: [] }, ["192.168.0.0/16 vgw-1"]).verdict("tcp 443 10.0.0.10 → 192.168.4.4"),
    ).toBe("unknown");
  });
});
