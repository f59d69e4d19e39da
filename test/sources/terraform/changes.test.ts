import { describe, expect, it } from "vitest";
import { derive } from "../../../src/derive/index.js";
import { applyChanges, assemble, type Graph } from "../../../src/graph/index.js";
import type { Change, EstateNode, Exposure, JsonObject } from "../../../src/model/index.js";
import { type PlanInput, translatePlan } from "../../../src/sources/terraform/index.js";
import { ACCOUNT, answer, type Planned, planOf, REGION } from "./plans.js";

const arn = (resource: string) => `arn:aws:ec2:${REGION}:${ACCOUNT}:${resource}`;
const any = { IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] };
const allow = { Protocol: "-1", RuleAction: "allow", CidrBlock: "0.0.0.0/0", RuleNumber: 100 };

/** One VPC with a second block, its default group and ACL, a group `sg-1` (443 from anywhere), a subnet. */
const running = assemble([
  answer("DescribeVpcs", {
    Vpcs: [
      {
        VpcId: "vpc-1",
        OwnerId: ACCOUNT,
        State: "available",
        IsDefault: false,
        CidrBlockAssociationSet: [{ CidrBlock: "10.0.0.0/16" }, { CidrBlock: "10.9.0.0/16" }],
      },
    ],
  }),
  answer("DescribeSubnets", {
    Subnets: [
      {
        SubnetId: "subnet-1",
        VpcId: "vpc-1",
        OwnerId: ACCOUNT,
        CidrBlock: "10.0.1.0/24",
        AvailabilityZone: "eu-central-1a",
        AvailableIpAddressCount: 99,
      },
    ],
  }),
  answer("DescribeNetworkAcls", {
    NetworkAcls: [
      {
        NetworkAclId: "acl-d",
        VpcId: "vpc-1",
        OwnerId: ACCOUNT,
        IsDefault: true,
        Associations: [{ SubnetId: "subnet-1" }],
        Entries: [
          { ...allow, Egress: false },
          { ...allow, Egress: true },
        ],
      },
    ],
  }),
  answer("DescribeSecurityGroups", {
    SecurityGroups: [
      {
        GroupId: "sg-d",
        GroupName: "default",
        Description: "",
        VpcId: "vpc-1",
        OwnerId: ACCOUNT,
        IpPermissions: [any],
        IpPermissionsEgress: [any],
      },
      {
        GroupId: "sg-1",
        GroupName: "web",
        Description: "",
        VpcId: "vpc-1",
        OwnerId: ACCOUNT,
        IpPermissions: [
          { IpProtocol: "tcp", FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: "0.0.0.0/0" }] },
        ],
        IpPermissionsEgress: [],
      },
    ],
  }),
  answer("DescribeRouteTables", {
    RouteTables: [
      { RouteTableId: "rtb-1", VpcId: "vpc-1", OwnerId: ACCOUNT, Associations: [{ Main: true }], Routes: [] },
    ],
  }),
]);

interface Laid {
  readonly changes: readonly Change[];
  readonly graph: Graph;
  /** What the plan left open: message, and what that touches. */
  readonly open: string[];
  ingress(filter: string): string[];
  is(name: string): EstateNode["is"] | undefined;
}

function lay(
  resources: readonly Planned[],
  more: { top?: JsonObject; input?: Partial<PlanInput> } = {},
): Laid {
  const text = JSON.stringify({ ...JSON.parse(planOf(resources)), ...more.top });
  const existing = (name: string) => running.find(name);
  const changes = translatePlan({
    text,
    path: "plan.json",
    account: ACCOUNT,
    region: REGION,
    existing,
    ...more.input,
  });
  const graph = applyChanges(running, changes);
  const derived = derive(graph);
  const open = changes.flatMap((change) => {
    if (change.op !== "blind") return [];
    const { message, touches } = change.gap;
    return [`${message} → ${[...touches.kinds, ...touches.nodes, ...(touches.relations ?? [])].join(" ")}`];
  });
  const ingress = (name: string) => {
    const [node] = graph.find(name).filter(({ kind }) => kind === "filter");
    const { ingress: causes } = derived.fact("exposure", node?.id ?? "").value as unknown as Exposure;
    return causes
      .flatMap(({ openings, peers, breadth }) =>
        openings.map(
          ({ protocol, from, to }) =>
            `${protocol}/${from}${from === to ? "" : `-${to}`} ${peers.join(" ") || breadth}`,
        ),
      )
      .sort();
  };
  return { changes, graph, open, ingress, is: (name) => graph.find(name)[0]?.is };
}

const WEB = "tcp/443 0.0.0.0/0";
const LEGACY = {
  security_group_id: "sg-1",
  type: "ingress",
  protocol: "tcp",
  from_port: 443,
  to_port: 443,
  cidr_blocks: ["0.0.0.0/0"],
  self: false,
};
const MODERN = {
  security_group_id: "sg-1",
  ip_protocol: "tcp",
  from_port: 443,
  to_port: 443,
  cidr_ipv4: "0.0.0.0/0",
};
const GROUP = {
  id: "sg-1",
  arn: arn("security-group/sg-1"),
  owner_id: ACCOUNT,
  name: "web",
  vpc_id: "vpc-1",
};
const inline = (port: number, more: JsonObject = {}) => ({
  protocol: "tcp",
  from_port: port,
  to_port: port,
  cidr_blocks: ["0.0.0.0/0"],
  self: false,
  ...more,
});
const VPC1 = {
  id: "vpc-1",
  arn: arn("vpc/vpc-1"),
  owner_id: ACCOUNT,
  cidr_block: "10.0.0.0/16",
  default_security_group_id: "sg-d",
  default_network_acl_id: "acl-d",
};
const kept = (address: string, after: JsonObject): Planned => ({
  address,
  actions: ["no-op"],
  before: after,
  after,
});

describe("rules of a group", () => {
  it("stay where they move to another resource, in whatever order the plan lists both", () => {
    const moving: Planned[] = [
      { address: "aws_vpc_security_group_ingress_rule.web", after: MODERN, unknown: { id: true } },
      { address: "aws_security_group_rule.web", actions: ["delete"], before: { id: "sgrule-1", ...LEGACY } },
    ];
    for (const resources of [moving, [...moving].reverse()])
      expect(lay(resources).ingress("sg-1")).toEqual([WEB]);
  });

  it("give way one by one where a rule is changed", () => {
    const after = { ...MODERN, id: "sgr-1", cidr_ipv4: "10.0.0.0/8" };
    const { ingress, open } = lay([
      {
        address: "aws_vpc_security_group_ingress_rule.web",
        actions: ["update"],
        before: { ...MODERN, id: "sgr-1" },
        after,
      },
    ]);
    expect([ingress("sg-1"), open]).toEqual([["tcp/443 10.0.0.0/8"], []]);
  });

  it("are untouched by a group that changes and does not own them", () => {
    const before = { ...GROUP, ingress: [inline(443)], egress: [], tags: {} };
    const { ingress, changes } = lay([
      {
        address: "aws_security_group.web",
        actions: ["update"],
        before,
        after: { ...before, tags: { Name: "web" } },
        refers: { tags: [] },
      },
    ]);
    expect(ingress("sg-1")).toEqual([WEB]);
    expect(changes.map(({ op }) => op)).toEqual(["put"]);
  });

  it("are all gone where the group sets an empty list", () => {
    const before = { ...GROUP, ingress: [inline(443)], egress: [] };
    const { ingress } = lay([
      {
        address: "aws_security_group.web",
        actions: ["update"],
        before,
        after: { ...before, ingress: [] },
        refers: { ingress: [] },
      },
    ]);
    expect(ingress("sg-1")).toEqual([]);
  });

  it("are none on a new group that does not set them, and unknown on one that sets them from what comes later", () => {
    const after = { name: "new", vpc_id: "vpc-1" };
    const unknown = { id: true, ingress: true, egress: true };
    const group = { address: "aws_security_group.new", after, unknown, refers: { vpc_id: [] } };
    const rule = {
      address: "aws_vpc_security_group_ingress_rule.one",
      after: { ip_protocol: "tcp", from_port: 443, to_port: 443, cidr_ipv4: "10.0.0.0/8" },
      unknown: { id: true, security_group_id: true },
      refers: { security_group_id: ["aws_security_group.new.id", "aws_security_group.new"] },
    };
    expect(lay([group, rule]).open).toEqual([]);
    // Without rules as resources it may have them from `dynamic` blocks over something unknown, which the plan hides.
    expect(lay([group]).open).toEqual([
      "aws_security_group.new: egress, ingress known only after apply, or secret → planned:aws_security_group.new",
    ]);
    const set = lay([
      { address: "aws_security_group.new", after, unknown, refers: { vpc_id: [], ingress: ["var.rules"] } },
    ]);
    expect(set.open).toEqual([
      "aws_security_group.new: egress, ingress known only after apply, or secret → planned:aws_security_group.new",
    ]);
  });

  it("keep what is known of a block when one of its addresses is not", () => {
    const { ingress, open } = lay([
      {
        address: "aws_security_group.new",
        after: {
          name: "new",
          vpc_id: "vpc-1",
          ingress: [inline(22, { cidr_blocks: ["0.0.0.0/0"] }), inline(23)],
          egress: [],
        },
        unknown: { id: true, ingress: [{ cidr_blocks: [false, true] }, { from_port: true }], egress: [] },
        refers: { ingress: [] },
      },
    ]);
    expect(ingress("planned:aws_security_group.new")).toEqual(["tcp/22 0.0.0.0/0"]);
    expect(open).toEqual([
      "aws_security_group.new: ingress.cidr_blocks, ingress.from_port known only after apply, or secret → planned:aws_security_group.new",
    ]);
  });

  it("name groups that are still to be made, those of other accounts, and themselves", () => {
    const { graph, open } = lay(
      [
        {
          address: "aws_security_group.db",
          after: {
            name: "db",
            vpc_id: "vpc-1",
            ingress: [
              inline(5432, { cidr_blocks: [], security_groups: [], self: true }),
              inline(5433, { cidr_blocks: [], security_groups: ["444455556666/sg-x"] }),
            ],
            egress: [],
          },
          unknown: { id: true, ingress: [{ security_groups: [true] }, {}], egress: [] },
        },
        {
          address: "aws_security_group.app",
          after: { name: "app", vpc_id: "vpc-1", ingress: [], egress: [] },
          unknown: { id: true },
        },
      ],
      {
        top: {
          configuration: {
            root_module: {
              resources: [
                {
                  address: "aws_security_group.db",
                  expressions: {
                    ingress: [
                      {
                        from_port: { constant_value: 5432 },
                        security_groups: {
                          references: ["aws_security_group.app.id", "aws_security_group.app"],
                        },
                      },
                      {
                        from_port: { constant_value: 5433 },
                        security_groups: { constant_value: ["444455556666/sg-x"] },
                      },
                    ],
                  },
                },
                { address: "aws_security_group.app", expressions: {} },
              ],
            },
          },
        },
      },
    );
    expect(open).toEqual([]);
    const peers = graph
      .ids("rule")
      .filter((id) => id.includes("planned:"))
      .map((id) => id.split("#").at(-1));
    expect(peers.sort()).toEqual([
      "ingress/6/5432-5432/planned:aws_security_group.app",
      "ingress/6/5432-5432/planned:aws_security_group.db",
      "ingress/6/5433-5433/sg-x",
    ]);
    const [db] = graph.find("planned:aws_security_group.db");
    expect(graph.step(db?.id ?? "", "rules")?.ids).toHaveLength(3);
  });

  it("go with a group that is replaced, and come with the new one", () => {
    const before = { ...GROUP, ingress: [inline(443)], egress: [] };
    for (const actions of [
      ["delete", "create"],
      ["create", "delete"],
    ]) {
      const { ingress, graph } = lay([
        {
          address: "aws_security_group.web",
          actions,
          before,
          after: { name: "web2", vpc_id: "vpc-1", ingress: [inline(80)], egress: [] },
          unknown: { id: true, arn: true },
        },
      ]);
      expect(graph.find("sg-1")).toEqual([]);
      expect(ingress("planned:aws_security_group.web")).toEqual(["tcp/80 0.0.0.0/0"]);
    }
  });

  it("count for nothing where a port is still unknown: the group's verdicts are open", () => {
    const { ingress, open } = lay([
      {
        address: "aws_security_group_rule.later",
        after: { ...LEGACY, from_port: undefined as never },
        unknown: { id: true, from_port: true },
      },
    ]);
    expect(ingress("sg-1")).toEqual([WEB]);
    expect(open).toEqual([
      "aws_security_group_rule.later: from_port known only after apply, or secret → sg-1",
    ]);
  });
});

describe("what AWS makes with a VPC", () => {
  const newVpc: Planned = {
    address: "aws_vpc.new",
    after: { cidr_block: "10.5.0.0/16", assign_generated_ipv6_cidr_block: true },
    unknown: {
      id: true,
      ipv6_cidr_block: true,
      default_security_group_id: true,
      default_network_acl_id: true,
    },
  };

  it("is open as AWS makes it, in both families where the VPC has both", () => {
    const { ingress, graph, open } = lay([newVpc]);
    expect(ingress("planned:aws_vpc.new/default-network-acl")).toEqual([
      "all/0-65535 0.0.0.0/0",
      "all/0-65535 ::/0",
    ]);
    // One cause a family.
    const members = "all/0-65535 members";
    expect(ingress("planned:aws_vpc.new/default-security-group")).toEqual([members, members]);
    expect(open).toEqual([
      "aws_vpc.new: ipv6_cidr_block is known only after apply, or secret → planned:aws_vpc.new",
    ]);
    const [vpc] = graph.find("planned:aws_vpc.new");
    expect(graph.step(vpc?.id ?? "", "main_route_tables")?.ids).toHaveLength(1);
  });

  it("guards the subnets of the VPC that name nothing else", () => {
    const { graph } = lay([
      newVpc,
      {
        address: "aws_subnet.a",
        after: { cidr_block: "10.5.1.0/24" },
        unknown: { id: true, vpc_id: true },
        refers: { vpc_id: ["aws_vpc.new.id", "aws_vpc.new"] },
      },
    ]);
    const [subnet] = graph.find("planned:aws_subnet.a");
    expect(graph.step(subnet?.id ?? "", "filters")?.ids).toEqual([
      arn("network-acl/planned:aws_vpc.new/default-network-acl"),
    ]);
  });

  it("is what the plan makes of it where the plan adopts it", () => {
    const { ingress, graph } = lay([
      {
        address: "aws_default_security_group.d",
        after: { ingress: [], egress: [] },
        unknown: { id: true, vpc_id: true },
        refers: { vpc_id: ["aws_vpc.new.id", "aws_vpc.new"] },
      },
      {
        address: "aws_default_network_acl.d",
        after: { ingress: [], egress: [] },
        unknown: { id: true, default_network_acl_id: true },
        refers: { default_network_acl_id: ["aws_vpc.new.default_network_acl_id", "aws_vpc.new"] },
      },
      newVpc,
    ]);
    expect(ingress("planned:aws_vpc.new/default-security-group")).toEqual([]);
    expect(ingress("planned:aws_vpc.new/default-network-acl")).toEqual([]);
    expect(graph.ids("filter").filter((id) => id.includes("planned:"))).toHaveLength(2);
  });

  it("is closed on a running VPC by adopting its default group without rules", () => {
    expect(running.step(arn("security-group/sg-d"), "rules")?.ids).toHaveLength(2);
    const { graph, open } = lay([
      kept("aws_vpc.main", VPC1),
      {
        address: "aws_default_security_group.d",
        after: { vpc_id: "vpc-1" },
        unknown: { id: true, ingress: true, egress: true },
        refers: { vpc_id: ["aws_vpc.main.id", "aws_vpc.main"] },
      },
    ]);
    expect(graph.step(arn("security-group/sg-d"), "rules")?.ids).toEqual([]);
    expect(open).toEqual([]);
  });

  it("goes with the VPC", () => {
    const { graph } = lay([{ address: "aws_vpc.main", actions: ["delete"], before: VPC1 }]);
    expect([graph.find("vpc-1"), graph.find("sg-d"), graph.find("acl-d")]).toEqual([[], [], []]);
  });
});

describe("blocks of a running VPC", () => {
  const tagged: Planned = {
    address: "aws_vpc.main",
    actions: ["update"],
    before: VPC1,
    after: { ...VPC1, tags: { Name: "main" } },
  };

  it("stay where only a tag changes", () => {
    const { is, graph, open } = lay([tagged]);
    expect(is("vpc-1")).toMatchObject({ cidrs: ["10.0.0.0/16", "10.9.0.0/16"] });
    expect(graph.find("vpc-1")[0]?.tags).toEqual({ Name: "main" });
    expect(open).toEqual([]);
  });

  it("come and go with associations", () => {
    const added = lay([
      {
        address: "aws_vpc_ipv4_cidr_block_association.b",
        after: { vpc_id: "vpc-1", cidr_block: "10.7.0.0/16" },
        unknown: { id: true },
      },
    ]);
    expect(added.is("vpc-1")).toMatchObject({ cidrs: ["10.0.0.0/16", "10.7.0.0/16", "10.9.0.0/16"] });
    const gone = lay([
      {
        address: "aws_vpc_ipv4_cidr_block_association.b",
        actions: ["delete"],
        before: { id: "x", vpc_id: "vpc-1", cidr_block: "10.9.0.0/16" },
      },
    ]);
    expect(gone.is("vpc-1")).toMatchObject({ cidrs: ["10.0.0.0/16"] });
    const both = lay([
      tagged,
      {
        address: "aws_vpc_ipv6_cidr_block_association.c",
        after: { vpc_id: "vpc-1", ipv6_cidr_block: "2001:DB8::/56" },
      },
    ]);
    expect(both.is("vpc-1")).toMatchObject({ cidrs: ["10.0.0.0/16", "10.9.0.0/16", "2001:db8::/56"] });
  });

  it("are left open where the estate is not at hand", () => {
    const { open } = lay(
      [
        {
          address: "aws_vpc_ipv4_cidr_block_association.b",
          after: { vpc_id: "vpc-1", cidr_block: "10.7.0.0/16" },
        },
      ],
      { input: { existing: () => [] } },
    );
    expect(open).toEqual([
      "aws_vpc_ipv4_cidr_block_association.b: what blocks its VPC will have, the plan does not tell → vpc-1",
    ]);
  });
});

describe("subnets and their ACL", () => {
  const SUBNET1 = {
    id: "subnet-1",
    arn: arn("subnet/subnet-1"),
    owner_id: ACCOUNT,
    vpc_id: "vpc-1",
    cidr_block: "10.0.1.0/24",
    map_public_ip_on_launch: false,
  };
  const entry = {
    rule_no: 100,
    action: "allow",
    protocol: "6",
    from_port: 443,
    to_port: 443,
    cidr_block: "0.0.0.0/0",
    ipv6_cidr_block: "",
  };

  it("keep what a plan does not tell when a subnet changes", () => {
    const { is, open } = lay([
      {
        address: "aws_subnet.a",
        actions: ["update"],
        before: SUBNET1,
        after: { ...SUBNET1, map_public_ip_on_launch: true },
      },
    ]);
    expect(is("subnet-1")).toMatchObject({
      publicAddressOnLaunch: true,
      freeAddresses: 99,
      zone: "eu-central-1a",
    });
    expect(open).toEqual([]);
  });

  it("change hands: a subnet has one ACL", () => {
    const acl: Planned = {
      address: "aws_network_acl.a",
      after: { vpc_id: "vpc-1", subnet_ids: ["subnet-1"], ingress: [entry], egress: [] },
      unknown: { id: true },
    };
    const behind = ({ graph }: Laid) => graph.step(arn("subnet/subnet-1"), "filters")?.ids;
    expect(behind(lay([acl]))).toEqual([arn("network-acl/planned:aws_network_acl.a")]);
    const apart = lay([
      { ...acl, after: { ...acl.after, subnet_ids: [] } },
      {
        address: "aws_network_acl_association.a",
        after: { subnet_id: "subnet-1" },
        unknown: { network_acl_id: true },
        refers: { network_acl_id: ["aws_network_acl.a.id", "aws_network_acl.a"] },
      },
    ]);
    expect([behind(apart), apart.open]).toEqual([[arn("network-acl/planned:aws_network_acl.a")], []]);
    expect(lay([acl], { input: { existing: () => [] } }).open).toEqual([
      "aws_network_acl.a: the ACL of subnet-1 changes, and the subnet was not collected → subnet-1 filters",
    ]);
  });

  it("fall back to an ACL that the plan does not tell where theirs lets them go", () => {
    const { open } = lay([
      {
        address: "aws_network_acl_association.a",
        actions: ["delete"],
        before: { id: "x", subnet_id: "subnet-1", network_acl_id: "acl-1" },
      },
    ]);
    expect(open).toEqual([
      "aws_network_acl_association.a: subnet-1 falls back to the default ACL of its VPC, which the plan does not tell → subnet-1 filters",
    ]);
  });

  it("have entries that move to another number", () => {
    const rule = {
      network_acl_id: "acl-d",
      rule_number: 100,
      egress: false,
      protocol: "-1",
      rule_action: "allow",
      cidr_block: "0.0.0.0/0",
    };
    const { graph } = lay([
      {
        address: "aws_network_acl_rule.r",
        actions: ["update"],
        before: { id: "r", ...rule },
        after: { id: "r", ...rule, rule_number: 200, rule_action: "deny" },
      },
    ]);
    expect(graph.step(arn("network-acl/acl-d"), "rules")?.ids.map((id) => id.split("#")[1])).toEqual([
      "egress/100",
      "ingress/200",
    ]);
  });

  it("lose no entry in silence where its block is not known", () => {
    const { open } = lay([
      {
        address: "aws_network_acl.a",
        after: { vpc_id: "vpc-1", subnet_ids: [], ingress: [entry], egress: [] },
        unknown: { id: true, ingress: [{ cidr_block: true }] },
        refers: { ingress: [] },
      },
    ]);
    expect(open).toEqual([
      "aws_network_acl.a: ingress.cidr_block known only after apply, or secret → planned:aws_network_acl.a",
    ]);
  });
});

describe("where a resource is", () => {
  const place = (laid: Laid, name: string) => laid.graph.find(name)[0]?.scope;
  const group = {
    address: "aws_security_group.new",
    after: { name: "new", ingress: [], egress: [] },
    unknown: { id: true, vpc_id: true },
  };
  const configured = (
    more: JsonObject,
    variables: JsonObject = {},
  ): { top: JsonObject; input: Partial<PlanInput> } => ({
    top: {
      variables,
      configuration: {
        provider_config: {
          aws: { expressions: { region: { constant_value: "eu-west-1" } } },
          "aws.far": { alias: "far", expressions: { region: { references: ["var.far"] } } },
        },
        root_module: { resources: [{ address: "aws_security_group.new", ...more }] },
      },
    },
    input: {},
  });

  it("is told by the provider's configuration, constant or variable", () => {
    expect(
      place(lay([group], configured({ provider_config_key: "aws" })), "planned:aws_security_group.new"),
    ).toMatchObject({ account: ACCOUNT, region: "eu-west-1" });
    const far = configured({ provider_config_key: "aws.far" }, { far: { value: "ap-south-1" } });
    expect(place(lay([group], far), "planned:aws_security_group.new")).toMatchObject({
      region: "ap-south-1",
    });
  });

  it("is told by its own region, and by what the same provider manages", () => {
    const own = { ...group, after: { ...group.after, region: "us-east-2" } };
    expect(place(lay([own]), "planned:aws_security_group.new")).toMatchObject({ region: "us-east-2" });
    const other = kept("aws_vpc.there", {
      id: "vpc-9",
      arn: "arn:aws-us-gov:ec2:us-gov-west-1:444455556666:vpc/vpc-9",
    });
    const scope = place(lay([group, other]), "planned:aws_security_group.new");
    expect(scope).toMatchObject({
      account: "444455556666",
      region: "us-gov-west-1",
      partition: "aws-us-gov",
    });
  });
});

describe("the rest of a plan", () => {
  it("says nothing of resources that only moved, and destroys what an earlier replacement left", () => {
    const moved = kept("aws_security_group.renamed", GROUP);
    expect(lay([moved]).changes).toEqual([]);
    const text = JSON.parse(
      planOf([{ address: "aws_security_group.web", actions: ["delete"], before: GROUP }]),
    );
    text.resource_changes[0].deposed = "byebye00";
    expect(lay([], { top: text }).graph.find("sg-1")).toEqual([]);
  });

  it("tells what it puts off and what it leaves out", () => {
    const top = {
      complete: false,
      deferred_changes: [{ reason: "unknown", resource_change: { address: "aws_vpc.later" } }],
    };
    expect(lay([], { top }).open.map((line) => line.split(" ").slice(0, 3).join(" "))).toEqual([
      "aws_vpc.later is deferred:",
      "The plan is",
    ]);
  });

  it("knows by name what it does to running things that it does not translate, and by place what is new", () => {
    const { open } = lay([
      { address: "aws_instance.old", actions: ["update"], before: { id: "i-1" }, after: { id: "i-1" } },
      { address: "aws_instance.new", after: {} },
      { address: "aws_lambda_function.alone", after: { vpc_config: [] } },
      { address: "aws_lambda_function.inside", after: { vpc_config: [{ subnet_ids: [] }] } },
      { address: "aws_iam_role.a", after: {} },
      { address: "aws_iam_role.b", after: {} },
    ]);
    expect(open.map((line) => line.split(" → ")[1])).toEqual(["i-1", "host interface", "interface", "", ""]);
    expect(open.at(-1)).toMatch(/^aws_iam_role.a and 1 more/);
  });

  it("takes hostile names for names", () => {
    const { graph, open } = lay([
      {
        address: 'aws_security_group.x["a#b/\\"__proto__"]',
        after: JSON.parse(
          '{"name":"__proto__","vpc_id":"vpc-1","ingress":[],"egress":[],"tags":{"__proto__":"x"},"__proto__":{"y":1}}',
        ),
      },
    ]);
    expect(open).toEqual([]);
    const node = graph
      .ids("filter")
      .map((id) => graph.node(id))
      .find((one) => one?.id.includes("planned:"));
    expect(node?.id).not.toContain("#");
    expect(Object.entries(node?.tags ?? {})).toEqual([["__proto__", "x"]]);
  });
});
