import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/model/index.js";
import { translatePlan } from "../../../src/sources/terraform/index.js";
import { ACCOUNT, laidOver, type Planned, planOf, translate } from "./plans.js";

const SSH = {
  protocol: "tcp",
  from_port: 22,
  to_port: 22,
  cidr_blocks: ["0.0.0.0/0"],
  ipv6_cidr_blocks: [],
  prefix_list_ids: [],
  security_groups: [],
  self: false,
  description: "",
};
const group = (address: string, more: Partial<Planned> = {}): Planned => ({
  address,
  after: { name: "api", description: "api", vpc_id: "vpc-1", ingress: [SSH], egress: [] },
  unknown: { id: true, arn: true, owner_id: true },
  refers: { vpc_id: ["var.vpc"], ingress: [] },
  ...more,
});

describe("a plan laid over the estate", () => {
  it("adds a group with its inline rules", async () => {
    const { openings, gaps } = await laidOver([group("aws_security_group.api")]);
    expect(openings("planned:aws_security_group.api")).toEqual(["tcp 22 internet"]);
    expect(gaps).toEqual([]);
  });

  it("adds a rule of its own to a group that is running, and leaves the others", async () => {
    const { openings } = await laidOver([
      {
        address: "aws_vpc_security_group_ingress_rule.rdp",
        after: {
          security_group_id: "sg-1",
          ip_protocol: "tcp",
          from_port: 3389,
          to_port: 3389,
          cidr_ipv4: "0.0.0.0/0",
          cidr_ipv6: null,
          prefix_list_id: null,
          referenced_security_group_id: null,
        },
        unknown: { id: true, security_group_rule_id: true },
      },
    ]);
    expect(openings("/sg-1")).toEqual(["tcp 3389 internet", "tcp 443 internet"]);
  });

  it("counts every block of an older rule resource", async () => {
    const { openings } = await laidOver([
      {
        address: "aws_security_group_rule.many",
        after: {
          security_group_id: "sg-1",
          type: "ingress",
          protocol: "-1",
          from_port: 0,
          to_port: 0,
          cidr_blocks: ["10.0.0.0/8"],
          ipv6_cidr_blocks: ["::/0"],
          prefix_list_ids: null,
          self: false,
          source_security_group_id: null,
        },
      },
    ]);
    expect(openings("/sg-1")).toContain("all 0-65535 internet");
    expect(openings("/sg-1")).toContain("tcp 443 internet");
  });

  it("takes a deleted rule away by what it says", async () => {
    const { openings } = await laidOver([
      {
        address: "aws_security_group_rule.web",
        actions: ["delete"],
        before: {
          id: "sgrule-1",
          security_group_id: "sg-1",
          type: "ingress",
          protocol: "tcp",
          from_port: 443,
          to_port: 443,
          cidr_blocks: ["0.0.0.0/0"],
          self: false,
        },
      },
    ]);
    expect(openings("/sg-1")).toEqual([]);
  });

  it("replaces all rules of a group that owns them inline", async () => {
    const known = {
      id: "sg-1",
      arn: `arn:aws:ec2:eu-central-1:${ACCOUNT}:security-group/sg-1`,
      owner_id: ACCOUNT,
      name: "web",
      description: "web",
      vpc_id: "vpc-1",
      egress: [],
    };
    const { openings } = await laidOver([
      group("aws_security_group.web", {
        actions: ["update"],
        before: { ...known, ingress: [] },
        after: { ...known, ingress: [SSH] },
        unknown: {},
      }),
    ]);
    expect(openings("/sg-1")).toEqual(["tcp 22 internet"]);
  });

  it("removes a group with its rules", async () => {
    const { graph } = await laidOver([
      group("aws_security_group.web", { actions: ["delete"], before: { id: "sg-1" } }),
    ]);
    expect(graph.ids("filter")).toEqual([]);
    expect(graph.ids("rule")).toEqual([]);
  });

  it("finds a group that is still to be made by what the configuration refers to", async () => {
    const { openings, gaps } = await laidOver([
      group("aws_security_group.db", {
        after: { name: "db", description: "", vpc_id: "vpc-1", ingress: [], egress: [] },
        refers: { vpc_id: ["var.vpc"] },
      }),
      {
        address: 'aws_vpc_security_group_ingress_rule.pg["a"]',
        after: { ip_protocol: "tcp", from_port: 5432, to_port: 5432, cidr_ipv4: "0.0.0.0/0" },
        unknown: { id: true, security_group_id: true },
        refers: { security_group_id: ["aws_security_group.db.id", "aws_security_group.db"] },
      },
    ]);
    expect(gaps).toEqual([]);
    expect(openings("planned:aws_security_group.db")).toEqual(["tcp 5432 internet"]);
  });

  it("says that it cannot know a rule whose addresses come after apply", async () => {
    const { openings, gaps } = await laidOver([
      {
        address: "aws_vpc_security_group_ingress_rule.later",
        after: { security_group_id: "sg-1", ip_protocol: "tcp", from_port: 22, to_port: 22 },
        unknown: { id: true, cidr_ipv4: true },
        refers: { cidr_ipv4: ["aws_eip.x.public_ip", "aws_eip.x"] },
      },
    ]);
    expect(openings("/sg-1")).toEqual(["tcp 443 internet"]);
    expect(gaps.map(({ touches }) => touches.nodes)).toEqual([["sg-1"]]);
  });

  it("takes the entries of an ACL in the order of their numbers", async () => {
    const entry = (rule_no: number, action: string, [from_port, to_port]: readonly [number, number]) => ({
      rule_no,
      action,
      protocol: "tcp",
      from_port,
      to_port,
      cidr_block: "0.0.0.0/0",
      ipv6_cidr_block: "",
      icmp_type: 0,
      icmp_code: 0,
    });
    const { openings } = await laidOver([
      {
        address: "aws_network_acl.a",
        after: {
          vpc_id: "vpc-1",
          subnet_ids: [],
          ingress: [entry(200, "allow", [0, 65535]), entry(100, "deny", [22, 22])],
          egress: [],
        },
        unknown: { id: true, arn: true },
        refers: { ingress: [] },
      },
    ]);
    expect(openings("planned:aws_network_acl.a")).toEqual(["tcp 0-21 internet", "tcp 23-65535 internet"]);
  });

  it("brings with a new VPC what AWS makes with it", async () => {
    const { graph } = await laidOver([
      { address: "aws_vpc.new", after: { cidr_block: "10.9.0.0/16" }, unknown: { id: true, arn: true } },
    ]);
    expect(graph.ids("filter").filter((id) => id.includes("aws_vpc.new"))).toHaveLength(2);
    expect(graph.find("planned:aws_vpc.new").map(({ is }) => is)).toMatchObject([
      { cidrs: ["10.9.0.0/16"], isDefault: false },
    ]);
  });

  it("never passes over a resource that it does not translate", () => {
    const gaps = translate([
      { address: "aws_instance.x", after: {} },
      { address: "aws_s3_bucket.y", after: {} },
    ]).map((change) => (change.op === "blind" ? change.gap.touches.kinds : change.op));
    expect(gaps).toEqual([["host", "interface"], []]);
  });

  it("leaves alone what is kept as it is, and data sources", () => {
    expect(
      translate([
        group("aws_security_group.same", { actions: ["no-op"] }),
        group("aws_security_group.read", { actions: ["read"] }),
      ]),
    ).toEqual([]);
  });

  it("points at the line of the sources where they are given", () => {
    const sources = [
      { path: "net/main.tf", text: 'resource "aws_security_group" "other" {}\n' },
      {
        path: "main.tf",
        text: '# resource "aws_security_group" "api"\n\nresource "aws_security_group" "api" {\n}\n',
      },
    ];
    const changes = translatePlan({
      text: planOf([group("aws_security_group.api")]),
      path: "plan.json",
      sources,
      account: ACCOUNT,
      region: "eu-central-1",
    });
    expect(changes[0]).toMatchObject({ at: { uri: "main.tf", line: 3, address: "aws_security_group.api" } });
  });
});

describe("what is no plan", () => {
  it.each([
    ["nothing", ""],
    ["a state", '{"format_version":"1.0","terraform_version":"1.9.0","values":{}}'],
    ["a plan of an old format", '{"format_version":"0.2","resource_changes":[]}'],
    ["a plan that failed", '{"format_version":"1.2","errored":true,"resource_changes":[]}'],
    ["the binary file", "PK\u0003\u0004"],
    ["a list", "[]"],
  ])("is refused with the next step: %s", (_what, text) => {
    expect(() => translatePlan({ text, path: "plan.json" })).toThrow(InputError);
  });
});
