import { describe, expect, it } from "vitest";
import { assemble } from "../../../src/graph/index.js";
import { ACCOUNT, arn, nodeOf, OTHER, REGION, read } from "./harness.js";

const ID = `aws:region:${ACCOUNT}:${REGION}`;
const options = (more: object, at: object = {}) =>
  read("ec2:DescribeVpcBlockPublicAccessOptions", { VpcBlockPublicAccessOptions: more }, at);
const exclusions = (list: object[], at: object = {}) =>
  read("ec2:DescribeVpcBlockPublicAccessExclusions", { VpcBlockPublicAccessExclusions: list }, at);
const gapsOf = ({ gaps }: ReturnType<typeof read>) =>
  gaps.map(({ reason, touches }) => [reason, touches.nodes]);

describe("VPC Block Public Access", () => {
  it.each(["off", "block-ingress", "block-bidirectional"])("in mode %s is a fact of the Region", (mode) => {
    const batch = options({
      AwsAccountId: ACCOUNT,
      AwsRegion: REGION,
      State: "update-complete",
      InternetGatewayBlockMode: mode,
      ManagedBy: "declarative-policy",
      ExclusionsAllowed: "not-allowed",
    });
    const region = nodeOf(batch, ID);
    expect(region).toMatchObject({ kind: "region", type: "aws.region", scope: { account: ACCOUNT } });
    expect(region.is).toEqual({ blockPublicAccess: { mode, managedBy: "declarative-policy" } });
    expect(batch.gaps).toEqual([]);
  });

  it("that says less than it could is of who asked", () => {
    expect(nodeOf(options({ InternetGatewayBlockMode: "off" }), ID).is).toEqual({
      blockPublicAccess: { mode: "off", managedBy: null },
    });
  });

  it.each([
    [{ InternetGatewayBlockMode: "block-martians" }, "unmodelled"],
    [{}, "unmodelled"],
    [{ InternetGatewayBlockMode: "off", State: "update-in-progress" }, "unmodelled"],
    [{ InternetGatewayBlockMode: 7 }, "unparsed"],
  ])("with %j leaves a gap on the Region", (more, reason) => {
    expect(gapsOf(options(more))).toContainEqual([reason, [ID]]);
  });

  it("of an account or Region nobody knows tells nothing", () => {
    expect(options({ InternetGatewayBlockMode: "off" }, { account: undefined }).nodes).toEqual([]);
    expect(exclusions([], { region: undefined }).nodes).toEqual([]);
  });

  it("joins what the VPCs tell of their Region", () => {
    const graph = assemble([
      read("ec2:DescribeVpcs", { Vpcs: [{ VpcId: "vpc-1", OwnerId: ACCOUNT, CidrBlock: "10.0.0.0/16" }] }),
      options({ InternetGatewayBlockMode: "block-ingress", ManagedBy: "account" }),
      exclusions([
        {
          ExclusionId: "vpcbpa-exclude-1",
          ResourceArn: arn("vpc/vpc-1"),
          InternetGatewayExclusionMode: "allow-egress",
          State: "create-complete",
        },
      ]),
    ]);
    const [region = ""] = graph.step(arn("vpc/vpc-1"), "region")?.ids ?? [];
    expect(graph.node(region)?.is).toEqual({
      enabled: true,
      blockPublicAccess: { mode: "block-ingress", managedBy: "account" },
      publicAccessExclusions: [{ node: arn("vpc/vpc-1"), mode: "allow-egress" }],
    });
    expect(graph.node(arn("vpc/vpc-1"))?.is).toMatchObject({
      cidrs: ["10.0.0.0/16"],
      publicAccessExclusion: "allow-egress",
    });
    expect(graph.gaps).toEqual([]);
  });
});

describe("exclusions from VPC Block Public Access", () => {
  const exclusion = (ResourceArn: string, State: string, mode = "allow-bidirectional") => ({
    ResourceArn,
    State,
    InternetGatewayExclusionMode: mode,
  });

  it("are facts of the VPC or subnet, and a list of the Region", () => {
    const batch = exclusions([
      exclusion(arn("vpc/vpc-1"), "update-complete", "allow-egress"),
      exclusion(arn("subnet/subnet-1"), "create-complete"),
      exclusion(arn("vpc/vpc-2"), "delete-complete"),
      exclusion(arn("vpc/vpc-3"), "disable-complete"),
    ]);
    expect(nodeOf(batch, "vpc-1")).toMatchObject({
      id: arn("vpc/vpc-1"),
      kind: "network",
      type: "aws.vpc",
      is: { publicAccessExclusion: "allow-egress" },
    });
    expect(nodeOf(batch, "subnet-1")).toMatchObject({ kind: "subnet", type: "aws.subnet" });
    expect(nodeOf(batch, ID).is).toEqual({
      publicAccessExclusions: [
        { node: arn("subnet/subnet-1"), mode: "allow-bidirectional" },
        { node: arn("vpc/vpc-1"), mode: "allow-egress" },
      ],
    });
    expect(batch.gaps).toEqual([]);
  });

  it("that nobody made are told as none", () => {
    expect(nodeOf(exclusions([]), ID).is).toEqual({ publicAccessExclusions: [] });
  });

  it("asked for in part are not the Region's list", () => {
    const batch = exclusions([exclusion(arn("vpc/vpc-1"), "create-complete")], {
      input: { ExclusionIds: ["vpcbpa-exclude-1"] },
    });
    expect(batch.nodes.map(({ kind }) => kind)).toEqual(["network"]);
  });

  it("on their way in or out are told, with a gap", () => {
    const batch = exclusions([exclusion(arn("vpc/vpc-1"), "delete-in-progress")]);
    expect(nodeOf(batch, "vpc-1").is).toEqual({ publicAccessExclusion: "allow-bidirectional" });
    expect(gapsOf(batch)).toEqual([["unmodelled", [arn("vpc/vpc-1")]]]);
  });

  it.each([
    exclusion("vpc-1", "create-complete"),
    exclusion(arn("instance/i-1", OTHER), "create-complete"),
    exclusion(arn("vpc/vpc-1"), "create-complete", "allow-some"),
    {},
  ])("that cannot be read leave a gap on the Regions: %j", (item) => {
    const { gaps } = exclusions([item]);
    expect(gaps.map(({ reason, touches }) => [reason, touches.kinds, touches.region])).toEqual([
      ["unparsed", ["region"], REGION],
    ]);
  });
});
