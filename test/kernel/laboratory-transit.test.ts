import { describe, expect, it } from "vitest";
import { acl, card, group, internetGateway, nat, subnet, table, vpc } from "../derive/reach/estate.js";
import { noKernel } from "../sources/nftables/kernel.js";
import type { Packet } from "./asked.js";
import type { Told } from "./cloud.js";
import { kernelSays } from "./judge.js";

async function replies(
  answers: readonly Told[],
  ends: readonly (readonly [string, string])[],
): Promise<boolean[]> {
  const packet = (from: string, to: string): Packet => ({
    ...{ from, to, protocol: "tcp", port: 80, sourcePort: 50_000 },
  });
  const question = { from: { internet: true }, to: { internet: true } } as const;
  return kernelSays(
    answers,
    ends.map(([from, to]) => ({ question, packets: [packet(from, to)] })),
  );
}

/** Attachments by VPC and subnets; routes as `10.0.0.0/16 a`, or `10.0.0.0/16 blackhole`. */
function transit(doors: Readonly<Record<string, readonly string[]>>, routes: readonly string[]): Told[] {
  const input = { TransitGatewayRouteTableId: "tgw-rtb" };
  const reference = (name: string) => ({ TransitGatewayAttachmentId: `tgw-attach-${name}` });
  return [
    { operation: "DescribeTransitGateways", output: { TransitGateways: [{ TransitGatewayId: "tgw-1" }] } },
    {
      operation: "DescribeTransitGatewayVpcAttachments",
      output: {
        TransitGatewayVpcAttachments: Object.entries(doors).map(([name, SubnetIds]) => ({
          ...{ ...reference(name), TransitGatewayId: "tgw-1", VpcId: `vpc-${name}`, SubnetIds },
          State: "available",
        })),
      },
    },
    {
      operation: "GetTransitGatewayRouteTableAssociations",
      input,
      output: { Associations: Object.keys(doors).map(reference) },
    },
    {
      operation: "SearchTransitGatewayRoutes",
      input,
      output: {
        Routes: routes.map((text) => {
          const [DestinationCidrBlock, name = ""] = text.split(" ");
          return name === "blackhole"
            ? { DestinationCidrBlock, Type: "static", State: "blackhole" }
            : {
                ...{ DestinationCidrBlock, Type: "static", State: "active" },
                TransitGatewayAttachments: [reference(name)],
              };
        }),
      },
    },
  ];
}

/** Two VPCs, each with a subnet of machines and one of the attachment. */
function pair(more: { doorAcl?: Partial<Parameters<typeof acl>[0]>; zone?: string } = {}): Told[] {
  return ["a", "b"].flatMap((name, index) => [
    vpc(`vpc-${name}`, `10.${index}.0.0/16`),
    subnet({ id: `subnet-${name}`, vpc: `vpc-${name}`, cidr: `10.${index}.0.0/24`, zone: more.zone ?? "a" }),
    subnet({ id: `door-${name}`, vpc: `vpc-${name}`, cidr: `10.${index}.9.0/24` }),
    acl({ id: `acl-${name}`, vpc: `vpc-${name}`, subnets: [`subnet-${name}`] }),
    acl({
      id: `acl-door-${name}`,
      vpc: `vpc-${name}`,
      subnets: [`door-${name}`],
      ...(index ? more.doorAcl : {}),
    }),
    group(`sg-${name}`, `vpc-${name}`, { in: ["all 0.0.0.0/0"] }),
    ...[`subnet-${name}`, `door-${name}`].map((place, number) =>
      card({
        ...{ id: `eni-${name}${number}`, vpc: `vpc-${name}`, subnet: place, groups: [`sg-${name}`] },
        ip: `10.${index}.${number * 9}.10`,
      }),
    ),
    table({
      ...{ id: `rtb-${name}`, vpc: `vpc-${name}`, subnets: [`subnet-${name}`, `door-${name}`] },
      routes: [`10.${index}.0.0/16 local`, "10.0.0.0/8 tgw-1"],
    }),
  ]);
}

const DOORS = { a: ["door-a"], b: ["door-b"] };

describe.skipIf(noKernel !== null)(`transit in the laboratory (${noKernel ?? "namespaces found"})`, () => {
  it("goes by the table of the attachment, there and back", async () => {
    const both = [...pair(), ...transit(DOORS, ["10.0.0.0/16 a", "10.1.0.0/16 b"])];
    const there = [...pair(), ...transit(DOORS, ["10.1.0.0/16 b"])];
    const hole = [...pair(), ...transit(DOORS, ["10.0.0.0/16 a", "10.1.0.0/16 b", "10.1.0.0/24 blackhole"])];
    expect(await replies(both, [["10.0.0.10", "10.1.0.10"]])).toEqual([true]);
    expect(await replies(there, [["10.0.0.10", "10.1.0.10"]])).toEqual([false]);
    expect(
      await replies(hole, [
        ["10.0.0.10", "10.1.0.10"],
        ["10.0.0.10", "10.1.9.10"],
      ]),
    ).toEqual([false, true]);
  });

  it("cannot be used from a zone in which the attachment has no subnet", async () => {
    const away = [...pair({ zone: "b" }), ...transit(DOORS, ["10.0.0.0/16 a", "10.1.0.0/16 b"])];
    expect(
      await replies(away, [
        ["10.0.0.10", "10.1.9.10"],
        ["10.0.9.10", "10.1.9.10"],
      ]),
    ).toEqual([false, true]);
  });

  it("asks the attachment's ACL as the provider's page on it says", async () => {
    const routes = ["10.0.0.0/16 a", "10.1.0.0/16 b"];
    const shut = (acl: { in?: string[]; out?: string[] }) => [
      ...pair({ doorAcl: acl }),
      ...transit(DOORS, routes),
    ];
    const ends = [
      ["10.0.0.10", "10.1.0.10"],
      ["10.0.0.10", "10.1.9.10"],
    ] as const;
    // To machines in other subnets: outbound of the door's ACL. Their answers: inbound of it. In the door's
    // own subnet: nothing on the way in, both on the way out.
    const high = "100 allow tcp 1024-65535 0.0.0.0/0";
    expect(await replies(shut({ in: [], out: ["100 allow all 0.0.0.0/0"] }), ends)).toEqual([false, false]);
    expect(await replies(shut({ in: [high], out: ["100 allow tcp 80 10.1.0.0/24"] }), ends)).toEqual([
      true,
      false,
    ]);
    expect(await replies(shut({ in: [high], out: [high] }), ends)).toEqual([false, true]);
  });

  it("leads to a NAT gateway in another VPC, and its answers back", async () => {
    const estate = [
      ...pair(),
      internetGateway("igw-b", "vpc-b"),
      subnet({ id: "out-b", vpc: "vpc-b", cidr: "10.1.5.0/24" }),
      acl({ id: "acl-out", vpc: "vpc-b", subnets: ["out-b"] }),
      nat("nat-b", { vpc: "vpc-b", subnet: "out-b", ip: "10.1.5.200", public: "52.1.0.200" }),
      table({
        ...{ id: "rtb-out", vpc: "vpc-b", subnets: ["out-b"] },
        routes: ["10.1.0.0/16 local", "0.0.0.0/0 igw-b", "10.0.0.0/16 tgw-1"],
      }),
      ...transit(DOORS, ["10.0.0.0/16 a", "0.0.0.0/0 b"]),
    ];
    const routed = estate.map((told) => JSON.parse(JSON.stringify(told)) as Told);
    for (const { output } of routed)
      for (const rtb of (output["RouteTables"] ?? []) as { RouteTableId: string; Routes: object[] }[]) {
        const to = { DestinationCidrBlock: "0.0.0.0/0", State: "active" };
        if (rtb.RouteTableId === "rtb-a") rtb.Routes.push({ ...to, TransitGatewayId: "tgw-1" });
        if (rtb.RouteTableId === "rtb-b") rtb.Routes.push({ ...to, NatGatewayId: "nat-b" });
      }
    expect(await replies(routed, [["10.0.0.10", "8.8.8.8"]])).toEqual([true]);
    expect(await replies(estate, [["10.0.0.10", "8.8.8.8"]])).toEqual([false]);
  });
});
