import type { AclEntry, Permission, Told } from "./cloud.js";
import type { Sketch, VpcSketch } from "./estate.js";
import { ACCOUNT } from "./estate-answers.js";
import { EPHEMERAL, PORT_RANGES, WORLD } from "./universe.js";

/** Blocks that rules are made of: the world's, and those of the estate itself. */
function blocks({ vpcs }: Sketch, six: boolean): string[] {
  const cards = vpcs.flatMap(({ subnets }) => subnets.flatMap((subnet) => subnet.cards));
  if (six)
    return [
      ...WORLD.six,
      ...vpcs.flatMap((vpc) => [vpc.six ?? [], ...vpc.subnets.map((subnet) => subnet.six ?? [])].flat()),
      ...cards.flatMap((card) => (card.six === undefined ? [] : [`${card.six}/128`])),
    ];
  return [
    ...WORLD.four,
    ...["10.0.0.0/8", "10.0.0.0/8", "52.0.0.0/8", "0.0.0.0/0"],
    ...vpcs.flatMap((vpc) => [...vpc.blocks, ...vpc.subnets.map(({ block }) => block)]),
    ...vpcs.flatMap(({ nats }) => nats.flatMap(({ ip, outside = ip }) => [`${ip}/32`, `${outside}/32`])),
    ...cards.flatMap(({ addresses }) =>
      addresses.flatMap(({ inside, outside = inside }) => [`${inside}/32`, `${outside}/32`]),
    ),
  ];
}

export function prefixListsOf(sketch: Sketch): Told[] {
  const { random, prefixLists } = sketch;
  return [
    {
      operation: "DescribeManagedPrefixLists",
      output: {
        PrefixLists: prefixLists.map(({ id, six }) => ({
          ...{ PrefixListId: id, PrefixListName: id, OwnerId: ACCOUNT, State: "create-complete" },
          AddressFamily: six ? "IPv6" : "IPv4",
        })),
      },
    },
    ...prefixLists.map(({ id, six, routed }) => ({
      operation: "GetManagedPrefixListEntries",
      input: { PrefixListId: id },
      output: {
        Entries: [
          ...new Set(random.some(routed ? WORLD[six ? "six" : "four"] : blocks(sketch, six), 1, 3)),
        ].map((Cidr) => ({ Cidr })),
      },
    })),
  ];
}

export function groupsOf(sketch: Sketch): Told {
  const { random, vpcs } = sketch;
  const groups = vpcs.flatMap((vpc) =>
    vpc.groups.map((GroupId) => ({
      ...{ GroupId, GroupName: GroupId, Description: "", VpcId: vpc.id, OwnerId: ACCOUNT, Tags: [] },
      IpPermissions: [...permissions(sketch, vpc, random.int(1, 4)), ...generous(sketch)],
      IpPermissionsEgress: random.chance(0.75)
        ? [{ IpProtocol: "-1", ...peers({ four: ["0.0.0.0/0"], six: ["::/0"] }) }]
        : permissions(sketch, vpc, random.int(0, 3)),
    })),
  );
  return { operation: "DescribeSecurityGroups", output: { SecurityGroups: groups } };
}

/** Some groups admit much, so that what stands behind them is met at all. */
function generous({ random }: Sketch): Permission[] {
  if (random.chance(0.45)) return [];
  const protocol = random.pick(["-1", "tcp", "udp"]);
  const ports = protocol === "-1" ? {} : { FromPort: 0, ToPort: 65_535 };
  const who = random.pick([
    { four: ["0.0.0.0/0"], six: ["::/0"] },
    { four: ["0.0.0.0/0"], six: ["::/0"] },
    { four: ["10.0.0.0/8"] },
    { six: ["2000::/3"], four: ["10.0.0.0/8", "52.0.0.0/8"] },
  ]);
  return [{ IpProtocol: protocol, ...ports, ...peers(who) }];
}

function permissions(sketch: Sketch, vpc: VpcSketch, count: number): Permission[] {
  return Array.from({ length: count }, () => permission(sketch, vpc));
}

function permission(sketch: Sketch, vpc: VpcSketch): Permission {
  const { random } = sketch;
  const kind = random.weighted([
    [50, "block"],
    [15, "six"],
    [20, "group"],
    [15, "list"],
  ] as const);
  const groups = [...vpc.groups, ...neighbours(sketch, vpc)];
  const who = {
    four: kind === "block" ? random.some(blocks(sketch, false), 1, 2) : [],
    six: kind === "six" ? random.some(blocks(sketch, true), 1, 2) : [],
    groups: kind === "group" ? random.some(groups, 1, 2) : [],
    lists: kind === "list" ? [random.pick(sketch.prefixLists).id] : [],
  };
  return { ...traffic(sketch), ...peers(who) };
}

/** Groups of VPCs behind a peering: a reference holds over the peering, so no other way must be there. */
function neighbours({ peerings, transit }: Sketch, vpc: VpcSketch): string[] {
  if (transit !== undefined) return [];
  return peerings
    .filter(({ active, a, b }) => active && (a === vpc || b === vpc))
    .flatMap(({ a, b }) => (a === vpc ? b : a).groups);
}

function traffic({ random }: Sketch): Pick<Permission, "IpProtocol" | "FromPort" | "ToPort"> {
  const protocol = random.weighted([
    [20, "-1"],
    [40, "tcp"],
    [20, "udp"],
    [10, "icmp"],
    [10, "icmpv6"],
  ] as const);
  if (protocol === "-1") return { IpProtocol: protocol };
  if (protocol === "tcp" || protocol === "udp") {
    const [FromPort, ToPort] = random.pick(PORT_RANGES);
    return { IpProtocol: protocol, FromPort, ToPort };
  }
  const echo = protocol === "icmp" ? 8 : 128;
  const [FromPort, ToPort] = random.pick([
    [-1, -1],
    [echo, -1],
    [echo, 0],
    [0, -1],
    [3, 4],
  ] as const);
  return { IpProtocol: protocol, FromPort, ToPort };
}

function peers(who: {
  four?: readonly string[];
  six?: readonly string[];
  groups?: readonly string[];
  lists?: readonly string[];
}): Partial<Permission> {
  const each = <T>(names: readonly string[] = [], item: (name: string) => T) => [...new Set(names)].map(item);
  return {
    IpRanges: each(who.four, (CidrIp) => ({ CidrIp })),
    Ipv6Ranges: each(who.six, (CidrIpv6) => ({ CidrIpv6 })),
    PrefixListIds: each(who.lists, (PrefixListId) => ({ PrefixListId })),
    UserIdGroupPairs: each(who.groups, (GroupId) => ({ GroupId, UserId: ACCOUNT })),
  };
}

/** The default ACL lets everything pass; others are drawn, and often forget where answers go. */
export function aclsOf(sketch: Sketch): Told {
  const { random, vpcs } = sketch;
  const acls = vpcs.flatMap((vpc) => {
    const drawn = vpc.subnets.filter(() => random.chance(0.4));
    const rest = vpc.subnets.filter((subnet) => !drawn.includes(subnet));
    const open = [false, true].flatMap((Egress) => [
      entry({ number: 100, egress: Egress, allow: true, block: "0.0.0.0/0" }),
      entry({ number: 101, egress: Egress, allow: true, block: "::/0" }),
    ]);
    return [
      aclItem(vpc, { id: `acl-${vpc.index}`, isDefault: true, subnets: rest, entries: open }),
      ...drawn.map((subnet, index) =>
        aclItem(vpc, {
          id: `acl-${vpc.index}${index}`,
          isDefault: false,
          subnets: [subnet],
          entries: [...entries(sketch, false), ...entries(sketch, true)],
        }),
      ),
    ];
  });
  return { operation: "DescribeNetworkAcls", output: { NetworkAcls: acls } };
}

interface AclDraft {
  readonly id: string;
  readonly isDefault: boolean;
  readonly subnets: readonly { id: string }[];
  readonly entries: readonly AclEntry[];
}

function aclItem(vpc: VpcSketch, { id, isDefault, subnets, entries: listed }: AclDraft) {
  const last = [false, true].flatMap((Egress) => [
    entry({ number: 32_767, egress: Egress, allow: false, block: "0.0.0.0/0" }),
    entry({ number: 32_768, egress: Egress, allow: false, block: "::/0" }),
  ]);
  return {
    ...{ NetworkAclId: id, VpcId: vpc.id, OwnerId: ACCOUNT, IsDefault: isDefault, Tags: [] },
    Associations: subnets.map((subnet) => ({ SubnetId: subnet.id, NetworkAclId: id })),
    Entries: [...listed, ...last],
  };
}

function entry(of: {
  number: number;
  egress: boolean;
  allow: boolean;
  block: string;
  more?: Partial<AclEntry>;
}): AclEntry {
  return {
    RuleNumber: of.number,
    Egress: of.egress,
    RuleAction: of.allow ? "allow" : "deny",
    Protocol: "-1",
    ...(of.block.includes(":") ? { Ipv6CidrBlock: of.block } : { CidrBlock: of.block }),
    ...of.more,
  };
}

function entries(sketch: Sketch, egress: boolean): AclEntry[] {
  const { random } = sketch;
  const drawn = Array.from({ length: random.int(1, 4) }, (_, index) => {
    const six = random.chance(0.35);
    return entry({
      number: 10 * (index + 1),
      egress,
      allow: random.chance(0.6),
      block: random.pick(blocks(sketch, six)),
      more: aclTraffic(sketch),
    });
  });
  const wide = (number: number, more: Partial<AclEntry> = {}) =>
    ["0.0.0.0/0", "::/0"].map((block, index) =>
      entry({ number: number + index, egress, allow: true, block, more }),
    );
  const ending = random.weighted([
    [45, "all"],
    [40, "answers"],
    [15, "nothing"],
  ] as const);
  if (ending === "nothing") return shuffledNumbers(sketch, drawn);
  if (ending === "all") return [...shuffledNumbers(sketch, drawn), ...wide(100)];
  const [From, To] = random.pick(EPHEMERAL);
  const ports = { PortRange: { From, To } };
  return [
    ...shuffledNumbers(sketch, drawn),
    ...wide(100, { Protocol: "6", ...ports }),
    ...(random.chance(0.6) ? wide(110, { Protocol: "17", ...ports }) : []),
    ...(random.chance(0.5) ? wide(120, { Protocol: "6", PortRange: { From: 0, To: 1023 } }) : []),
  ];
}

/** The API lists entries in any order; their numbers count. */
function shuffledNumbers({ random }: Sketch, drawn: readonly AclEntry[]): AclEntry[] {
  return random.shuffled(drawn);
}

function aclTraffic({ random }: Sketch): Partial<AclEntry> {
  const protocol = random.weighted([
    [35, "-1"],
    [35, "6"],
    [15, "17"],
    [10, "1"],
    [5, "58"],
  ] as const);
  if (protocol === "-1") return {};
  if (protocol === "6" || protocol === "17") {
    const [From, To] = random.chance(0.7) ? random.pick(PORT_RANGES) : random.pick(EPHEMERAL);
    return { Protocol: protocol, PortRange: { From, To } };
  }
  const [request, reply] = protocol === "1" ? [8, 0] : [128, 129];
  const [Type, Code] = random.pick([
    [-1, -1],
    [request, -1],
    [reply, 0],
  ] as const);
  return { Protocol: protocol, IcmpTypeCode: { Type, Code } };
}
