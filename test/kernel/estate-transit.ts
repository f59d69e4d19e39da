import type { Told } from "./cloud.js";
import type { Sketch, TransitSketch } from "./estate.js";
import { ACCOUNT } from "./estate-answers.js";
import type { Random } from "./random.js";

/** A transit gateway with one or two tables, each with routes of its own. */
export function transitOf({ random, transit }: Sketch): Told[] {
  if (transit === undefined) return [];
  const { id, attachments } = transit;
  const tables = random.chance(0.5) ? ["tgw-rtb-0", "tgw-rtb-1"] : ["tgw-rtb-0"];
  const uses = new Map(attachments.map((one) => [one.id, random.pick(tables)] as const));
  const common = { TransitGatewayId: id, State: "available" };
  const items = attachments.map((one) => ({
    ...{ TransitGatewayAttachmentId: one.id, ...common, Tags: [] },
    vpc: one.vpc.id,
    subnets: one.subnets.map((subnet) => subnet.id),
  }));
  return [
    {
      operation: "DescribeTransitGateways",
      output: { TransitGateways: [{ ...common, OwnerId: ACCOUNT, Options: {}, Tags: [] }] },
    },
    {
      operation: "DescribeTransitGatewayAttachments",
      output: {
        TransitGatewayAttachments: items.map(({ vpc, subnets: _, ...item }) => ({
          ...{ ...item, TransitGatewayOwnerId: ACCOUNT, ResourceOwnerId: ACCOUNT },
          ...{ ResourceType: "vpc", ResourceId: vpc },
          Association: {
            TransitGatewayRouteTableId: uses.get(item.TransitGatewayAttachmentId),
            State: "associated",
          },
        })),
      },
    },
    {
      operation: "DescribeTransitGatewayVpcAttachments",
      output: {
        TransitGatewayVpcAttachments: items.map(({ vpc, subnets, ...item }) => ({
          ...{ ...item, VpcId: vpc, VpcOwnerId: ACCOUNT, SubnetIds: subnets },
          Options: { DnsSupport: "enable", Ipv6Support: "enable", ApplianceModeSupport: "disable" },
        })),
      },
    },
    {
      operation: "DescribeTransitGatewayRouteTables",
      output: {
        TransitGatewayRouteTables: tables.map((table) => ({
          ...{ TransitGatewayRouteTableId: table, ...common, Tags: [] },
        })),
      },
    },
    ...tables.flatMap((table) => tableAnswers(random, transit, { table, uses })),
  ];
}

function tableAnswers(
  random: Random,
  { attachments }: TransitSketch,
  { table, uses }: { table: string; uses: ReadonlyMap<string, string> },
): Told[] {
  const input = { TransitGatewayRouteTableId: table };
  const reference = (one: TransitSketch["attachments"][number]) => ({
    ...{ TransitGatewayAttachmentId: one.id, ResourceType: "vpc", ResourceId: one.vpc.id },
  });
  const spread = attachments.filter(() => random.chance(0.85));
  const propagated = spread.flatMap((one) =>
    [...one.vpc.blocks, ...(one.vpc.six === undefined ? [] : [one.vpc.six])].map((to) => ({
      ...{ DestinationCidrBlock: to, Type: "propagated", State: "active" },
      TransitGatewayAttachments: [reference(one)],
    })),
  );
  const fixed = attachments.flatMap((one) => {
    const to = random.weighted([
      [30, undefined],
      [15, "0.0.0.0/0"],
      [10, "8.8.0.0/16"],
      [10, one.vpc.subnets[0]?.block],
      [10, one.vpc.blocks[0]],
    ] as const);
    if (to === undefined) return [];
    return random.chance(0.3)
      ? [{ DestinationCidrBlock: to, Type: "static", State: "blackhole" }]
      : [
          {
            ...{ DestinationCidrBlock: to, Type: "static", State: "active" },
            TransitGatewayAttachments: [reference(one)],
          },
        ];
  });
  // One static route a destination; a propagated one may stand beside it.
  const once = fixed.filter(
    (route, index) =>
      fixed.findIndex((other) => other.DestinationCidrBlock === route.DestinationCidrBlock) === index,
  );
  const using = attachments.filter(({ id }) => uses.get(id) === table);
  return [
    {
      operation: "GetTransitGatewayRouteTableAssociations",
      input,
      output: { Associations: using.map((one) => ({ ...reference(one), State: "associated" })) },
    },
    {
      operation: "GetTransitGatewayRouteTablePropagations",
      input,
      output: {
        TransitGatewayRouteTablePropagations: spread.map((one) => ({ ...reference(one), State: "enabled" })),
      },
    },
    {
      operation: "SearchTransitGatewayRoutes",
      input,
      output: { Routes: random.shuffled([...propagated, ...once]), AdditionalRoutesAvailable: false },
    },
  ];
}
