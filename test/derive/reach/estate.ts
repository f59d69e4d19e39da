import { reachability } from "../../../src/derive/index.js";
import { assemble } from "../../../src/graph/index.js";
import type { Answer, Batch, Question } from "../../../src/model/index.js";
import { normalizeAnswer } from "../../../src/sources/aws/index.js";

/** One AWS answer, by its operation: what the API gives, so that the estate is read as a real one. */
export interface Told {
  readonly operation: string;
  readonly output: Record<string, unknown>;
  readonly input?: Record<string, unknown>;
  readonly service?: string;
  readonly region?: string;
  readonly account?: string;
}

export const ACCOUNT = "111122223333";

export function batchesOf(answers: readonly Told[]): Batch[] {
  return answers.map(
    ({ service = "ec2", operation, output, input = {}, region = "eu-central-1", account = ACCOUNT }, index) =>
      normalizeAnswer({
        ...{ service, operation, output, input, region, account },
        source: "aws",
        uri: `answers/${index}-${operation}.json`,
      }),
  );
}

/** An estate that can be asked. */
export class Estate {
  private readonly reach;

  constructor(answers: readonly Told[], more: readonly Batch[] = []) {
    this.reach = reachability(assemble([...batchesOf(answers), ...more]));
  }

  ask(question: Question): Answer {
    return this.reach.answer(question);
  }

  /** `tcp 22 10.0.0.1 → 10.0.1.1`; an end is an address, an id or `internet`. */
  verdict(text: string): string {
    return this.ask(questionOf(text)).verdict;
  }

  /** The hops in short: way, what, and the id of who decided or where. */
  hops(text: string): string[] {
    return this.ask(questionOf(text)).trace.map(({ way, what, label }) => `${way} ${what} ${label}`);
  }

  exposed() {
    return this.reach.exposed();
  }
}

export function questionOf(text: string): Question {
  const [, protocol = "tcp", port, from = "", to = ""] = /^(\w+)(?: (\d+))? (\S+) → (\S+)$/.exec(text) ?? [];
  const end = (word: string): Question["from"] => {
    if (word === "internet") return { internet: true };
    if (word.includes("/")) return { cidr: word };
    return /^[\d.]+$|:/.test(word) ? { ip: word } : { id: word };
  };
  return { from: end(from), to: end(to), protocol, ...(port === undefined ? {} : { port: Number(port) }) };
}

export const vpc = (id: string, cidr: string, more: Record<string, unknown> = {}): Told => ({
  operation: "DescribeVpcs",
  output: {
    Vpcs: [{ VpcId: id, CidrBlock: cidr, OwnerId: ACCOUNT, State: "available", IsDefault: false, ...more }],
  },
});

interface SubnetDraft {
  readonly id: string;
  readonly vpc: string;
  readonly cidr: string;
  readonly zone?: string;
  readonly ipv6?: string;
}

export const subnet = ({ id, vpc: VpcId, cidr, zone = "a", ipv6 }: SubnetDraft): Told => ({
  operation: "DescribeSubnets",
  output: {
    Subnets: [
      {
        SubnetId: id,
        VpcId,
        OwnerId: ACCOUNT,
        CidrBlock: cidr,
        AvailabilityZone: `eu-central-1${zone}`,
        Ipv6CidrBlockAssociationSet:
          ipv6 === undefined ? [] : [{ Ipv6CidrBlock: ipv6, Ipv6CidrBlockState: { State: "associated" } }],
      },
    ],
  },
});

export type Perm = Record<string, unknown>;

/** `tcp 443 0.0.0.0/0 10.0.0.0/8 sg-1 pl-1`; `all` is every protocol; `tcp 20-25`. */
export function permission(text: string): Perm {
  const words = text.split(" ");
  const protocol = words.shift() ?? "all";
  const ported = protocol === "tcp" || protocol === "udp";
  const [from, to] = ported ? (words.shift() ?? "").split("-").map(Number) : [];
  return {
    IpProtocol: protocol === "all" ? "-1" : protocol,
    ...(ported
      ? { FromPort: from, ToPort: to ?? from }
      : protocol === "all"
        ? {}
        : { FromPort: -1, ToPort: -1 }),
    IpRanges: words.filter((word) => /^[\d.]+\//.test(word)).map((CidrIp) => ({ CidrIp })),
    Ipv6Ranges: words.filter((word) => word.includes(":")).map((CidrIpv6) => ({ CidrIpv6 })),
    PrefixListIds: words.filter((word) => word.startsWith("pl-")).map((PrefixListId) => ({ PrefixListId })),
    UserIdGroupPairs: words
      .filter((word) => word.startsWith("sg-"))
      .map((GroupId) => ({ GroupId, UserId: ACCOUNT })),
  };
}

export const group = (
  id: string,
  vpcId: string,
  rules: { in?: readonly string[]; out?: readonly string[] },
): Told => ({
  operation: "DescribeSecurityGroups",
  output: {
    SecurityGroups: [
      {
        GroupId: id,
        GroupName: id,
        VpcId: vpcId,
        OwnerId: ACCOUNT,
        IpPermissions: (rules.in ?? []).map(permission),
        IpPermissionsEgress: (rules.out ?? ["all 0.0.0.0/0 ::/0"]).map(permission),
      },
    ],
  },
});

/** `100 allow tcp 443 0.0.0.0/0`. */
function entry(text: string, Egress: boolean): Record<string, unknown> {
  const [number = "", RuleAction, protocol = "all", ...rest] = text.split(" ");
  const ported = protocol === "tcp" || protocol === "udp";
  const [from, to] = ported ? (rest.shift() ?? "").split("-").map(Number) : [];
  const [block = "0.0.0.0/0"] = rest;
  const numbers: Record<string, string> = { all: "-1", tcp: "6", udp: "17", icmp: "1" };
  return {
    RuleNumber: Number(number),
    Egress,
    RuleAction,
    Protocol: numbers[protocol],
    ...(block.includes(":") ? { Ipv6CidrBlock: block } : { CidrBlock: block }),
    ...(ported ? { PortRange: { From: from, To: to ?? from } } : {}),
    ...(protocol === "icmp" ? { IcmpTypeCode: { Type: -1, Code: -1 } } : {}),
  };
}

interface AclDraft {
  readonly id: string;
  readonly vpc: string;
  readonly subnets: readonly string[];
  readonly in?: readonly string[];
  readonly out?: readonly string[];
}

const OPEN = ["100 allow all 0.0.0.0/0", "101 allow all ::/0"];

export const acl = ({ id, vpc: VpcId, subnets, in: ingress = OPEN, out = OPEN }: AclDraft): Told => ({
  operation: "DescribeNetworkAcls",
  output: {
    NetworkAcls: [
      {
        NetworkAclId: id,
        VpcId,
        OwnerId: ACCOUNT,
        IsDefault: false,
        Associations: subnets.map((SubnetId) => ({ SubnetId, NetworkAclId: id })),
        Entries: [...ingress.map((text) => entry(text, false)), ...out.map((text) => entry(text, true))],
      },
    ],
  },
});

/** `10.0.0.0/16 local`, `0.0.0.0/0 igw-1`, `pl-1 nat-1`, `10.9.0.0/16 pcx-1 blackhole`. */
function route(text: string): Record<string, unknown> {
  const [destination = "", target = "", state = "active"] = text.split(" ");
  const to = destination.startsWith("pl-")
    ? { DestinationPrefixListId: destination }
    : destination.includes(":")
      ? { DestinationIpv6CidrBlock: destination }
      : { DestinationCidrBlock: destination };
  const member = MEMBERS.find(([prefix]) => target.startsWith(prefix))?.[1] ?? "GatewayId";
  const propagated = state === "propagated";
  return {
    ...to,
    [member]: target,
    State: propagated ? "active" : state,
    Origin:
      target === "local" ? "CreateRouteTable" : propagated ? "EnableVgwRoutePropagation" : "CreateRoute",
  };
}

const MEMBERS = [
  ["nat-", "NatGatewayId"],
  ["tgw-", "TransitGatewayId"],
  ["pcx-", "VpcPeeringConnectionId"],
  ["eigw-", "EgressOnlyInternetGatewayId"],
  ["eni-", "NetworkInterfaceId"],
  ["lgw-", "LocalGatewayId"],
] as const;

interface TableDraft {
  readonly id: string;
  readonly vpc: string;
  readonly subnets: readonly string[];
  readonly routes: readonly string[];
  readonly gateways?: readonly string[];
}

export const table = ({ id, vpc: VpcId, subnets, routes, gateways = [] }: TableDraft): Told => ({
  operation: "DescribeRouteTables",
  output: {
    RouteTables: [
      {
        RouteTableId: id,
        VpcId,
        OwnerId: ACCOUNT,
        Routes: routes.map(route),
        Associations: [
          ...subnets.map((SubnetId) => ({
            SubnetId,
            Main: false,
            AssociationState: { State: "associated" },
          })),
          ...gateways.map((GatewayId) => ({
            GatewayId,
            Main: false,
            AssociationState: { State: "associated" },
          })),
        ],
      },
    ],
  },
});

interface CardDraft {
  readonly id: string;
  readonly vpc: string;
  readonly subnet: string;
  readonly ip: string;
  readonly groups?: readonly string[];
  readonly public?: string;
  readonly ipv6?: string;
  readonly check?: boolean;
  readonly type?: string;
  readonly description?: string;
}

export const card = ({
  id,
  vpc: VpcId,
  subnet: SubnetId,
  ip,
  groups = [],
  check = true,
  ...more
}: CardDraft): Told => ({
  operation: "DescribeNetworkInterfaces",
  output: {
    NetworkInterfaces: [
      {
        NetworkInterfaceId: id,
        VpcId,
        SubnetId,
        OwnerId: ACCOUNT,
        Status: "in-use",
        InterfaceType: more.type ?? "interface",
        Description: more.description ?? "",
        SourceDestCheck: check,
        PrivateIpAddress: ip,
        PrivateIpAddresses: [
          {
            PrivateIpAddress: ip,
            Primary: true,
            ...(more.public === undefined ? {} : { Association: { PublicIp: more.public } }),
          },
        ],
        ...(more.public === undefined ? {} : { Association: { PublicIp: more.public } }),
        Ipv6Addresses: more.ipv6 === undefined ? [] : [{ Ipv6Address: more.ipv6 }],
        Groups: groups.map((GroupId) => ({ GroupId, GroupName: GroupId })),
      },
    ],
  },
});

export const internetGateway = (id: string, VpcId: string): Told => ({
  operation: "DescribeInternetGateways",
  output: {
    InternetGateways: [
      { InternetGatewayId: id, OwnerId: ACCOUNT, Attachments: [{ VpcId, State: "available" }] },
    ],
  },
});

export const egressOnly = (id: string, VpcId: string): Told => ({
  operation: "DescribeEgressOnlyInternetGateways",
  output: {
    EgressOnlyInternetGateways: [
      { EgressOnlyInternetGatewayId: id, Attachments: [{ VpcId, State: "attached" }] },
    ],
  },
});

export const nat = (id: string, at: { vpc: string; subnet: string; ip: string; public?: string }): Told => ({
  operation: "DescribeNatGateways",
  output: {
    NatGateways: [
      {
        NatGatewayId: id,
        VpcId: at.vpc,
        SubnetId: at.subnet,
        State: "available",
        ConnectivityType: at.public === undefined ? "private" : "public",
        NatGatewayAddresses: [
          { PrivateIp: at.ip, ...(at.public === undefined ? {} : { PublicIp: at.public }) },
        ],
      },
    ],
  },
});

/** Requester and accepter with their blocks. */
export const peering = (id: string, sides: Readonly<Record<string, string>>, code = "active"): Told => {
  const [requester, accepter] = Object.entries(sides).map(([VpcId, CidrBlock]) => ({
    ...{ VpcId, CidrBlock, OwnerId: ACCOUNT, Region: "eu-central-1" },
  }));
  return {
    operation: "DescribeVpcPeeringConnections",
    output: {
      VpcPeeringConnections: [
        {
          VpcPeeringConnectionId: id,
          Status: { Code: code },
          RequesterVpcInfo: requester,
          AccepterVpcInfo: accepter,
        },
      ],
    },
  };
};

export const prefixList = (id: string, cidrs: readonly string[], family = "IPv4"): Told[] => [
  {
    operation: "DescribeManagedPrefixLists",
    output: {
      PrefixLists: [
        {
          PrefixListId: id,
          PrefixListName: id,
          OwnerId: ACCOUNT,
          AddressFamily: family,
          State: "create-complete",
        },
      ],
    },
  },
  {
    operation: "GetManagedPrefixListEntries",
    input: { PrefixListId: id },
    output: { Entries: cidrs.map((Cidr) => ({ Cidr })) },
  },
];
