import { describe, expect, it } from "vitest";
import { assemble } from "../../../src/graph/index.js";
import { ACCOUNT, arn, arrows, nodeOf, OTHER, read } from "./harness.js";

const SG = arn("security-group/sg-1");
const permission = (more: object) => ({
  IpProtocol: "tcp",
  FromPort: 22,
  ToPort: 22,
  IpRanges: [],
  Ipv6Ranges: [],
  PrefixListIds: [],
  UserIdGroupPairs: [],
  ...more,
});
const group = (ingress: object[], egress: object[] = [], more: object = {}) => ({
  SecurityGroups: [
    {
      GroupId: "sg-1",
      GroupName: "web",
      OwnerId: ACCOUNT,
      VpcId: "vpc-1",
      Description: "web servers",
      IpPermissions: ingress,
      IpPermissionsEgress: egress,
      ...more,
    },
  ],
});
const ruleIds = (output: object) =>
  read("ec2:DescribeSecurityGroups", output)
    .nodes.filter(({ kind }) => kind === "rule")
    .map(({ id }) => id.replace(SG, ""));

describe("a security group", () => {
  it("passes what any rule allows, remembers connections, and refuses the rest", () => {
    const batch = read("ec2:DescribeSecurityGroups", group([]));
    expect(nodeOf(batch, "sg-1")).toMatchObject({
      id: SG,
      kind: "filter",
      type: "aws.security-group",
      label: "web (sg-1)",
      is: {
        stateful: true,
        evaluation: "any-match",
        defaults: { ingress: "deny", egress: "deny" },
        isDefault: false,
        name: "web",
      },
    });
    expect(arrows(batch)).toEqual([`${SG} -network-> vpc-1`]);
  });

  it("named default is the default group of its VPC", () => {
    const batch = read("ec2:DescribeSecurityGroups", group([], [], { GroupName: "default" }));
    expect(nodeOf(batch, "sg-1").is).toMatchObject({ isDefault: true });
  });

  it("has one rule for each peer of a permission, of both families", () => {
    const output = group([
      permission({
        IpRanges: [{ CidrIp: "203.0.113.7/24", Description: "office" }, { CidrIp: "0.0.0.0/0" }],
        Ipv6Ranges: [{ CidrIpv6: "::/0" }, { CidrIpv6: "2001:DB8:0::/48" }],
        PrefixListIds: [{ PrefixListId: "pl-1" }],
        UserIdGroupPairs: [{ GroupId: "sg-2", UserId: ACCOUNT }],
      }),
    ]);
    expect(ruleIds(output)).toEqual([
      "#ingress/6/22-22/203.0.113.0/24",
      "#ingress/6/22-22/0.0.0.0/0",
      "#ingress/6/22-22/::/0",
      "#ingress/6/22-22/2001:db8::/48",
      "#ingress/6/22-22/pl-1",
      "#ingress/6/22-22/sg-2",
    ]);
    const batch = read("ec2:DescribeSecurityGroups", output);
    expect(nodeOf(batch, `${SG}#ingress/6/22-22/203.0.113.0/24`)).toMatchObject({
      label: "sg-1: ingress tcp 22 from 203.0.113.0/24",
      is: {
        family: "ipv4",
        protocols: [6],
        ports: [{ from: 22, to: 22 }],
        peers: [{ cidr: "203.0.113.0/24" }],
        description: "office",
        order: null,
      },
      at: { pointer: "/output/SecurityGroups/0/IpPermissions/0/IpRanges/0" },
      native: {
        IpProtocol: "tcp",
        FromPort: 22,
        ToPort: 22,
        IpRanges: [{ CidrIp: "203.0.113.7/24", Description: "office" }],
      },
    });
    expect(arrows(batch)).toContain(`${SG}#ingress/6/22-22/sg-2 -peer_filters-> sg-2`);
    expect(arrows(batch)).toContain(`${SG}#ingress/6/22-22/pl-1 -prefix_lists-> pl-1`);
  });

  it.each([
    [
      "-1 is every protocol and port",
      { IpProtocol: "-1", FromPort: undefined, ToPort: undefined },
      "all/0-65535",
      { protocols: null, ports: null },
    ],
    [
      "-1 with ports beside it is every port",
      { IpProtocol: "-1", FromPort: 22, ToPort: 22 },
      "all/0-65535",
      { protocols: null, ports: null },
    ],
    [
      "a number is its protocol",
      { IpProtocol: "17", FromPort: 53, ToPort: 53 },
      "17/53-53",
      { protocols: [17], ports: [{ from: 53, to: 53 }] },
    ],
    [
      "every TCP port is no range",
      { IpProtocol: "tcp", FromPort: 0, ToPort: 65535 },
      "6/0-65535",
      { protocols: [6], ports: null },
    ],
    [
      "TCP without ports is every port",
      { IpProtocol: "tcp", FromPort: undefined, ToPort: undefined },
      "6/0-65535",
      { ports: null },
    ],
    [
      "TCP from -1 is every port",
      { IpProtocol: "tcp", FromPort: -1, ToPort: -1 },
      "6/0-65535",
      { ports: null },
    ],
    [
      "another protocol has no ports",
      { IpProtocol: "50", FromPort: 1, ToPort: 2 },
      "50/0-65535",
      { protocols: [50], ports: null },
    ],
    [
      "ICMP echo is type 8",
      { IpProtocol: "icmp", FromPort: 8, ToPort: -1 },
      "1/8--1",
      { protocols: [1], ports: null, icmp: { type: 8, code: null } },
    ],
    [
      "ICMP type and code",
      { IpProtocol: "icmp", FromPort: 3, ToPort: 4 },
      "1/3-4",
      { icmp: { type: 3, code: 4 } },
    ],
    ["every ICMP", { IpProtocol: "icmp", FromPort: -1, ToPort: -1 }, "1/-1--1", { icmp: null }],
    [
      "ICMPv6 without types is all of it",
      { IpProtocol: "icmpv6", FromPort: undefined, ToPort: undefined },
      "58/-1--1",
      { protocols: [58], icmp: null },
    ],
    [
      "58 is ICMPv6",
      { IpProtocol: "58", FromPort: 128, ToPort: 0 },
      "58/128-0",
      { protocols: [58], icmp: { type: 128, code: 0 } },
    ],
  ])("reads that %s", (...[, traffic, spelled, is]) => {
    const batch = read(
      "ec2:DescribeSecurityGroups",
      group([permission({ ...traffic, IpRanges: [{ CidrIp: "10.0.0.0/8" }] })]),
    );
    expect(nodeOf(batch, `${SG}#ingress/${spelled}/10.0.0.0/8`).is).toMatchObject(is);
    expect(batch.gaps).toEqual([]);
  });

  it.each([
    ["a block that is none", permission({ IpRanges: [{ CidrIp: "10.0.0.0/99" }] })],
    ["a block that is missing", permission({ IpRanges: [{}] })],
    [
      "a protocol nobody knows",
      permission({ IpProtocol: "carrier-pigeon", IpRanges: [{ CidrIp: "10.0.0.0/8" }] }),
    ],
    ["a range upside down", permission({ FromPort: 90, ToPort: 80, IpRanges: [{ CidrIp: "10.0.0.0/8" }] })],
    ["half a range", permission({ ToPort: undefined, IpRanges: [{ CidrIp: "10.0.0.0/8" }] })],
    ["a port as text", permission({ FromPort: "22", IpRanges: [{ CidrIp: "10.0.0.0/8" }] })],
    ["a peer of a new kind", permission({ SatelliteIds: [{ Id: "sat-1" }] })],
    [
      "a group without an id",
      permission({ UserIdGroupPairs: [{ UserId: "amazon-elb", GroupName: "amazon-elb-sg" }] }),
    ],
  ])("with %s leaves a gap on the group and no rule that says too little", (_what, broken) => {
    const batch = read("ec2:DescribeSecurityGroups", group([broken]));
    expect(batch.nodes.filter(({ kind }) => kind === "rule")).toEqual([]);
    expect(batch.gaps.length).toBeGreaterThan(0);
    for (const { touches } of batch.gaps) expect(touches.nodes).toEqual([SG]);
  });

  it("that names a group of a peered VPC looks it up in that account, even when the peering is over", () => {
    const pair = {
      GroupId: "sg-9",
      UserId: OTHER,
      VpcId: "vpc-9",
      VpcPeeringConnectionId: "pcx-1",
      PeeringStatus: "deleted",
    };
    const batch = read("ec2:DescribeSecurityGroups", group([permission({ UserIdGroupPairs: [pair] })]));
    expect(arrows(batch)).toContain(`${SG}#ingress/6/22-22/sg-9 -peer_filters-> sg-9 in ${OTHER}`);
    expect(nodeOf(batch, `${SG}#ingress/6/22-22/sg-9`).native).toMatchObject({ UserIdGroupPairs: [pair] });
  });
});

describe("a rule by its own id", () => {
  const sgr = (more: object) => ({
    SecurityGroupRuleId: "sgr-1",
    GroupId: "sg-1",
    GroupOwnerId: ACCOUNT,
    IsEgress: false,
    IpProtocol: "tcp",
    FromPort: 22,
    ToPort: 22,
    ...more,
  });
  const rule = (more: object) => read("ec2:DescribeSecurityGroupRules", { SecurityGroupRules: [sgr(more)] });

  it("is the node that the group's permissions told of, and the one to cite", () => {
    const pairs: [object, object][] = [
      [
        permission({ IpRanges: [{ CidrIp: "0.0.0.0/0", Description: "d" }] }),
        { CidrIpv4: "0.0.0.0/0", Description: "d" },
      ],
      [permission({ Ipv6Ranges: [{ CidrIpv6: "::/0" }] }), { CidrIpv6: "::/0" }],
      [permission({ PrefixListIds: [{ PrefixListId: "pl-1" }] }), { PrefixListId: "pl-1" }],
      [
        permission({ UserIdGroupPairs: [{ GroupId: "sg-2", UserId: OTHER }] }),
        { ReferencedGroupInfo: { GroupId: "sg-2", UserId: OTHER } },
      ],
      [
        permission({
          IpProtocol: "-1",
          FromPort: undefined,
          ToPort: undefined,
          IpRanges: [{ CidrIp: "10.0.0.0/8" }],
        }),
        { IpProtocol: "-1", FromPort: -1, ToPort: -1, CidrIpv4: "10.0.0.0/8" },
      ],
      [
        permission({ IpProtocol: "icmp", FromPort: 8, ToPort: 0, IpRanges: [{ CidrIp: "10.0.0.0/8" }] }),
        { IpProtocol: "icmp", FromPort: 8, ToPort: 0, CidrIpv4: "10.0.0.0/8" },
      ],
    ];
    for (const [told, own] of pairs) {
      const groups = read("ec2:DescribeSecurityGroups", group([told]));
      const rules = rule(own);
      const id = rules.nodes[0]?.id ?? "";
      const graph = assemble([groups, rules]);
      expect(graph.ids("rule")).toEqual([id]);
      expect(graph.node(id)?.at).toMatchObject({ id: "sgr-1", call: "ec2:DescribeSecurityGroupRules" });
      expect(graph.gaps.filter(({ reason }) => reason === "conflict")).toEqual([]);
    }
  });

  it("without a peer, a direction or a group leaves a gap", () => {
    for (const broken of [
      {},
      { CidrIpv4: "10.0.0.0/8", IsEgress: undefined },
      { CidrIpv4: "10.0.0.0/8", GroupId: undefined },
    ]) {
      const batch = rule(broken);
      expect(batch.nodes).toEqual([]);
      expect(batch.gaps).toHaveLength(1);
    }
    expect(rule({ GroupId: undefined }).gaps[0]?.touches.kinds).toEqual(["rule"]);
  });

  it("of a group in another account is a rule of that account's group", () => {
    expect(rule({ GroupOwnerId: OTHER, CidrIpv4: "10.0.0.0/8" }).nodes[0]?.id).toBe(
      `${arn("security-group/sg-1", OTHER)}#ingress/6/22-22/10.0.0.0/8`,
    );
  });
});

describe("a network ACL", () => {
  const ACL = arn("network-acl/acl-1");
  const entry = (more: object) => ({
    RuleNumber: 100,
    Egress: false,
    Protocol: "6",
    RuleAction: "allow",
    CidrBlock: "0.0.0.0/0",
    PortRange: { From: 22, To: 22 },
    ...more,
  });
  const acl = (entries: object[]) =>
    read("ec2:DescribeNetworkAcls", {
      NetworkAcls: [
        {
          NetworkAclId: "acl-1",
          OwnerId: ACCOUNT,
          VpcId: "vpc-1",
          IsDefault: true,
          Associations: [{ SubnetId: "subnet-1", NetworkAclId: "acl-1" }],
          Entries: entries,
        },
      ],
    });

  it("is stateless, takes the first match, and denies at the end whether or not it says so", () => {
    const stars = [32767, 32768].flatMap((RuleNumber) =>
      [true, false].map((Egress) =>
        entry({
          RuleNumber,
          Egress,
          Protocol: "-1",
          RuleAction: "deny",
          PortRange: undefined,
          ...(RuleNumber === 32768 ? { CidrBlock: undefined, Ipv6CidrBlock: "::/0" } : {}),
        }),
      ),
    );
    for (const batch of [acl(stars), acl([])]) {
      expect(nodeOf(batch, "acl-1").is).toMatchObject({
        stateful: false,
        evaluation: "first-match",
        defaults: { ingress: "deny", egress: "deny" },
        isDefault: true,
      });
      expect(batch.nodes).toHaveLength(1);
      expect(batch.gaps).toEqual([]);
      expect(arrows(batch)).toEqual([
        `${ACL} -network-> vpc-1`,
        `${arn("subnet/subnet-1")} -filters-> ${ACL}`,
      ]);
    }
  });

  it("keeps the number of an entry as its order, and both families", () => {
    const batch = acl([
      entry({}),
      entry({
        RuleNumber: 101,
        CidrBlock: undefined,
        Ipv6CidrBlock: "2001:DB8::/32",
        Egress: true,
        RuleAction: "deny",
      }),
    ]);
    expect(nodeOf(batch, `${ACL}#ingress/100`).is).toMatchObject({
      order: 100,
      action: "allow",
      family: "ipv4",
      protocols: [6],
      ports: [{ from: 22, to: 22 }],
    });
    expect(nodeOf(batch, `${ACL}#egress/101`)).toMatchObject({
      label: "acl-1: egress 101 deny tcp 22 to 2001:db8::/32",
      is: { order: 101, family: "ipv6", peers: [{ cidr: "2001:db8::/32" }] },
    });
  });

  it.each([
    [
      "every protocol",
      { Protocol: "-1", PortRange: undefined },
      { protocols: null, ports: null, icmp: null },
    ],
    ["TCP without a range", { PortRange: undefined }, { protocols: [6], ports: null }],
    [
      "ICMP type and code",
      { Protocol: "1", PortRange: undefined, IcmpTypeCode: { Type: 8, Code: -1 } },
      { protocols: [1], icmp: { type: 8, code: null } },
    ],
    [
      "every ICMP",
      { Protocol: "1", PortRange: undefined, IcmpTypeCode: { Type: -1, Code: -1 } },
      { protocols: [1], icmp: null },
    ],
    [
      "ICMPv6 in IPv6",
      {
        Protocol: "58",
        PortRange: undefined,
        CidrBlock: undefined,
        Ipv6CidrBlock: "::/0",
        IcmpTypeCode: { Type: 128, Code: 0 },
      },
      { icmp: { type: 128, code: 0 } },
    ],
    [
      "ICMPv6 on an IPv4 block, which is all of it",
      { Protocol: "58", PortRange: undefined, IcmpTypeCode: { Type: 128, Code: 0 } },
      { protocols: [58], icmp: null },
    ],
    ["another protocol with ports beside it", { Protocol: "47" }, { protocols: [47], ports: null }],
  ])("reads %s", (_what, more, is) => {
    const batch = acl([entry(more)]);
    expect(nodeOf(batch, `${ACL}#ingress/100`).is).toMatchObject(is);
    expect(batch.gaps).toEqual([]);
  });

  it.each([
    ["no number", { RuleNumber: undefined }],
    ["no direction", { Egress: undefined }],
    ["an action nobody knows", { RuleAction: "maybe" }],
    ["no block", { CidrBlock: undefined }],
    ["a block that is none", { CidrBlock: "0.0.0.0/x" }],
    ["a protocol that is none", { Protocol: "999" }],
    ["a range that is none", { PortRange: { From: 70000, To: 70001 } }],
    ["a last entry that allows", { RuleNumber: 32767 }],
  ])("with an entry that has %s is not known in full", (_what, more) => {
    const batch = acl([entry(more)]);
    expect(batch.nodes).toHaveLength(1);
    expect(batch.gaps.length).toBeGreaterThan(0);
    for (const { touches } of batch.gaps) expect(touches.nodes).toEqual([ACL]);
  });
});

describe("a prefix list", () => {
  it("of the account, and of the provider, is told apart", () => {
    const batch = read("ec2:DescribeManagedPrefixLists", {
      PrefixLists: [
        {
          PrefixListId: "pl-1",
          PrefixListArn: arn("prefix-list/pl-1"),
          PrefixListName: "partners",
          AddressFamily: "IPv4",
          OwnerId: ACCOUNT,
        },
        {
          PrefixListId: "pl-2",
          PrefixListArn: "arn:aws:ec2:eu-west-1:aws:prefix-list/pl-2",
          PrefixListName: "com.amazonaws.eu-west-1.s3",
          AddressFamily: "IPv6",
          OwnerId: "AWS",
        },
      ],
    });
    expect(nodeOf(batch, "pl-1").is).toEqual({
      name: "partners",
      owner: ACCOUNT,
      family: "ipv4",
      providerManaged: false,
    });
    expect(nodeOf(batch, "pl-2")).toMatchObject({
      id: "arn:aws:ec2:eu-west-1:aws:prefix-list/pl-2",
      is: { providerManaged: true, family: "ipv6" },
    });
  });

  it("has the entries of every page, canonical", () => {
    const pages = [
      read(
        "ec2:GetManagedPrefixListEntries",
        { Entries: [{ Cidr: "10.0.0.9/8", Description: "a" }] },
        { input: { PrefixListId: "pl-1" } },
      ),
      read(
        "ec2:GetManagedPrefixListEntries",
        { Entries: [{ Cidr: "2001:DB8::/32" }] },
        { input: { PrefixListId: "pl-1", NextToken: "t" } },
      ),
    ];
    expect(pages.flatMap(({ nodes }) => nodes.map(({ is }) => is))).toEqual([
      { entries: [{ cidr: "10.0.0.0/8", description: "a" }] },
      { entries: [{ cidr: "2001:db8::/32", description: null }] },
    ]);
    expect(new Set(pages.flatMap(({ nodes }) => nodes.map(({ id }) => id))).size).toBe(2);
    expect(arrows(pages[0] ?? { edges: [] })).toEqual([
      `${arn("prefix-list/pl-1")}#entries -prefix_list-> pl-1`,
    ]);
  });

  it("with an entry that is no block is not known in full", () => {
    const batch = read(
      "ec2:GetManagedPrefixListEntries",
      { Entries: [{ Cidr: "ten" }, {}] },
      { input: { PrefixListId: "pl-1" } },
    );
    expect(batch.gaps.map(({ touches }) => touches.nodes)).toEqual([["pl-1"], ["pl-1"]]);
  });

  it("whose entries do not say of which list they are is a gap on every list of the scope", () => {
    const batch = read("ec2:GetManagedPrefixListEntries", { Entries: [{ Cidr: "10.0.0.0/8" }] });
    expect(batch.nodes).toEqual([]);
    expect(batch.gaps.map(({ reason, touches }) => [reason, touches.kinds])).toEqual([
      ["unrecognized", ["prefix-set"]],
    ]);
  });
});
