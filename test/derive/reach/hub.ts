import { ACCOUNT, acl, card, group, internetGateway, subnet, type Told, table, vpc } from "./estate.js";

interface Spoke {
  readonly name: string;
  readonly cidr: string;
  readonly routes: readonly string[];
}

/** A VPC with one subnet, a table and a card; attached to the transit gateway. */
export const spoke = ({ name, cidr, routes }: Spoke): Told[] => {
  const base = cidr.replace(/\.0\.0\/16$/, "");
  return [
    vpc(`vpc-${name}`, cidr),
    subnet({ id: `subnet-${name}`, vpc: `vpc-${name}`, cidr: `${base}.0.0/24` }),
    acl({ id: `acl-${name}`, vpc: `vpc-${name}`, subnets: [`subnet-${name}`] }),
    group(`sg-${name}`, `vpc-${name}`, { in: ["all 10.0.0.0/8"] }),
    card({
      id: `eni-${name}`,
      vpc: `vpc-${name}`,
      subnet: `subnet-${name}`,
      ip: `${base}.0.10`,
      groups: [`sg-${name}`],
    }),
    table({
      id: `rtb-${name}`,
      vpc: `vpc-${name}`,
      subnets: [`subnet-${name}`],
      routes: [`${cidr} local`, ...routes],
    }),
    internetGateway(`igw-${name}`, `vpc-${name}`),
    attachment({ id: `tgw-attach-${name}`, type: "vpc", resource: `vpc-${name}` }),
    {
      operation: "DescribeTransitGatewayVpcAttachments",
      output: {
        TransitGatewayVpcAttachments: [
          {
            ...{ TransitGatewayAttachmentId: `tgw-attach-${name}`, TransitGatewayId: "tgw-1" },
            ...{
              VpcId: `vpc-${name}`,
              VpcOwnerId: ACCOUNT,
              State: "available",
              SubnetIds: [`subnet-${name}`],
            },
            Options: { ApplianceModeSupport: "disable" },
          },
        ],
      },
    },
  ];
};

export const attachment = ({ id, type, resource }: { id: string; type: string; resource: string }): Told => ({
  operation: "DescribeTransitGatewayAttachments",
  output: {
    TransitGatewayAttachments: [
      {
        ...{ TransitGatewayAttachmentId: id, TransitGatewayId: "tgw-1", TransitGatewayOwnerId: ACCOUNT },
        ...{ ResourceOwnerId: ACCOUNT, ResourceType: type, ResourceId: resource, State: "available" },
        Association: { TransitGatewayRouteTableId: "tgw-rtb-1", State: "associated" },
      },
    ],
  },
});

/** The transit gateway with its one table: `10.2.0.0/16 tgw-attach-b`. */
export const hub = (routes: readonly string[]): Told[] => [
  {
    operation: "DescribeTransitGateways",
    output: { TransitGateways: [{ TransitGatewayId: "tgw-1", OwnerId: ACCOUNT, State: "available" }] },
  },
  {
    operation: "DescribeTransitGatewayRouteTables",
    output: {
      TransitGatewayRouteTables: [
        { TransitGatewayRouteTableId: "tgw-rtb-1", TransitGatewayId: "tgw-1", State: "available" },
      ],
    },
  },
  {
    operation: "SearchTransitGatewayRoutes",
    input: { TransitGatewayRouteTableId: "tgw-rtb-1" },
    output: {
      Routes: routes.map((text) => {
        const [DestinationCidrBlock, target] = text.split(" ");
        return {
          ...{ DestinationCidrBlock, Type: "static", State: "active" },
          TransitGatewayAttachments: [{ TransitGatewayAttachmentId: target }],
        };
      }),
      AdditionalRoutesAvailable: false,
    },
  },
];
