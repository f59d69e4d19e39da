/** One answer of the provider's API, by its operation. */
export interface Told {
  readonly operation: string;
  readonly input?: Readonly<Record<string, unknown>>;
  readonly output: Readonly<Record<string, unknown>>;
}

export interface Permission {
  readonly IpProtocol: string;
  readonly FromPort?: number;
  readonly ToPort?: number;
  readonly IpRanges?: readonly { CidrIp: string }[];
  readonly Ipv6Ranges?: readonly { CidrIpv6: string }[];
  readonly PrefixListIds?: readonly { PrefixListId: string }[];
  readonly UserIdGroupPairs?: readonly { GroupId: string; UserId: string }[];
}

export interface AclEntry {
  readonly RuleNumber: number;
  readonly Egress: boolean;
  readonly RuleAction: "allow" | "deny";
  readonly Protocol: string;
  readonly CidrBlock?: string;
  readonly Ipv6CidrBlock?: string;
  readonly PortRange?: { readonly From: number; readonly To: number };
  readonly IcmpTypeCode?: { readonly Type: number; readonly Code: number };
}

export interface Route {
  readonly DestinationCidrBlock?: string;
  readonly DestinationIpv6CidrBlock?: string;
  readonly DestinationPrefixListId?: string;
  readonly GatewayId?: string;
  readonly NatGatewayId?: string;
  readonly TransitGatewayId?: string;
  readonly VpcPeeringConnectionId?: string;
  readonly EgressOnlyInternetGatewayId?: string;
  readonly State: string;
  readonly Origin?: string;
}

export interface Vpc {
  readonly VpcId: string;
  readonly CidrBlockAssociationSet: readonly { CidrBlock: string }[];
  readonly Ipv6CidrBlockAssociationSet: readonly { Ipv6CidrBlock: string }[];
}

export interface Subnet {
  readonly SubnetId: string;
  readonly VpcId: string;
  readonly CidrBlock: string;
  readonly AvailabilityZone: string;
  readonly Ipv6CidrBlockAssociationSet: readonly { Ipv6CidrBlock: string }[];
}

export interface Card {
  readonly NetworkInterfaceId: string;
  readonly VpcId: string;
  readonly SubnetId: string;
  readonly PrivateIpAddresses: readonly {
    PrivateIpAddress: string;
    Association?: { PublicIp: string };
  }[];
  readonly Ipv6Addresses: readonly { Ipv6Address: string }[];
  readonly Groups: readonly { GroupId: string }[];
}

export interface RouteTable {
  readonly RouteTableId: string;
  readonly VpcId: string;
  readonly Routes: readonly Route[];
  readonly Associations: readonly { Main: boolean; SubnetId?: string }[];
}

export interface Acl {
  readonly NetworkAclId: string;
  readonly VpcId: string;
  readonly IsDefault: boolean;
  readonly Associations: readonly { SubnetId: string }[];
  readonly Entries: readonly AclEntry[];
}

export interface Group {
  readonly GroupId: string;
  readonly VpcId: string;
  readonly IpPermissions: readonly Permission[];
  readonly IpPermissionsEgress: readonly Permission[];
}

export interface Nat {
  readonly NatGatewayId: string;
  readonly VpcId: string;
  readonly SubnetId: string;
  readonly State: string;
  readonly NatGatewayAddresses: readonly { PrivateIp: string; PublicIp?: string }[];
}

interface Attached {
  readonly Attachments: readonly { VpcId: string; State: string }[];
}

export interface Peering {
  readonly VpcPeeringConnectionId: string;
  readonly Status: { readonly Code: string };
  readonly RequesterVpcInfo: { readonly VpcId: string };
  readonly AccepterVpcInfo: { readonly VpcId: string };
}

export interface TransitAttachment {
  readonly TransitGatewayAttachmentId: string;
  readonly TransitGatewayId: string;
  readonly VpcId: string;
  readonly SubnetIds: readonly string[];
  readonly State: string;
}

export interface TransitRoute {
  readonly DestinationCidrBlock: string;
  readonly State: string;
  readonly Type: string;
  readonly TransitGatewayAttachments?: readonly { TransitGatewayAttachmentId: string }[];
}

export interface TransitTable {
  readonly id: string;
  readonly routes: readonly TransitRoute[];
  /** Attachments that use it. */
  readonly associated: ReadonlySet<string>;
}

/** What the answers tell, as far as packets are concerned. */
export interface Cloud {
  readonly vpcs: readonly Vpc[];
  readonly subnets: readonly Subnet[];
  readonly cards: readonly Card[];
  readonly tables: readonly RouteTable[];
  readonly acls: readonly Acl[];
  readonly groups: readonly Group[];
  readonly nats: readonly Nat[];
  readonly internetGateways: readonly (Attached & { InternetGatewayId: string })[];
  readonly egressOnly: readonly (Attached & { EgressOnlyInternetGatewayId: string })[];
  readonly peerings: readonly Peering[];
  readonly transitGateways: readonly { TransitGatewayId: string }[];
  readonly attachments: readonly TransitAttachment[];
  readonly transitTables: readonly TransitTable[];
  readonly prefixLists: ReadonlyMap<string, readonly string[]>;
}

/** Reads the answers as they are: nothing of how Causeway reads them is used here. */
export function readCloud(answers: readonly Told[]): Cloud {
  const list = <T>(operation: string, member: string): T[] =>
    answers
      .filter((answer) => answer.operation === operation)
      .flatMap(({ output }) => (output[member] as T[]) ?? []);
  const about = (operation: string, member: string) =>
    answers
      .filter((answer) => answer.operation === operation)
      .map(({ input = {}, output }) => ({ input, items: (output[member] ?? []) as unknown[] }));
  return {
    // What an answer leaves out is none; a VPC's first block stands beside the list too.
    vpcs: list<Partial<Vpc> & { VpcId: string; CidrBlock: string }>("DescribeVpcs", "Vpcs").map((vpc) => ({
      ...vpc,
      CidrBlockAssociationSet: vpc.CidrBlockAssociationSet ?? [{ CidrBlock: vpc.CidrBlock }],
      Ipv6CidrBlockAssociationSet: vpc.Ipv6CidrBlockAssociationSet ?? [],
    })),
    subnets: list<Subnet>("DescribeSubnets", "Subnets"),
    cards: list("DescribeNetworkInterfaces", "NetworkInterfaces"),
    tables: list("DescribeRouteTables", "RouteTables"),
    acls: list("DescribeNetworkAcls", "NetworkAcls"),
    groups: list("DescribeSecurityGroups", "SecurityGroups"),
    nats: list("DescribeNatGateways", "NatGateways"),
    internetGateways: list("DescribeInternetGateways", "InternetGateways"),
    egressOnly: list("DescribeEgressOnlyInternetGateways", "EgressOnlyInternetGateways"),
    peerings: list("DescribeVpcPeeringConnections", "VpcPeeringConnections"),
    transitGateways: list("DescribeTransitGateways", "TransitGateways"),
    attachments: list("DescribeTransitGatewayVpcAttachments", "TransitGatewayVpcAttachments"),
    transitTables: transitTables(about),
    prefixLists: new Map(
      about("GetManagedPrefixListEntries", "Entries").map(({ input, items }) => [
        String(input["PrefixListId"]),
        (items as { Cidr: string }[]).map(({ Cidr }) => Cidr),
      ]),
    ),
  };
}

type About = (operation: string, member: string) => { input: Record<string, unknown>; items: unknown[] }[];

function transitTables(about: About): TransitTable[] {
  const associations = about("GetTransitGatewayRouteTableAssociations", "Associations");
  return about("SearchTransitGatewayRoutes", "Routes").map(({ input, items }) => {
    const id = String(input["TransitGatewayRouteTableId"]);
    const own = associations.filter((one) => one.input["TransitGatewayRouteTableId"] === id);
    const associated = own.flatMap((one) => one.items as { TransitGatewayAttachmentId: string }[]);
    return {
      id,
      routes: items as TransitRoute[],
      associated: new Set(associated.map((one) => one.TransitGatewayAttachmentId)),
    };
  });
}
