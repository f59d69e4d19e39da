import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../src/model/index.js";
import { normalizeAnswer, readAnswerFiles } from "../../../src/sources/aws/index.js";
import { expressionFor } from "../../../src/sources/aws-config/expression.js";
import { SavedItems } from "../../../src/sources/aws-config/index.js";
import { TYPES } from "../../../src/sources/aws-config/types.js";
import { ACCOUNT, answer, arrows, gather, REGION, told, type Whole } from "../aws/harness.js";
import { BOTH_WAYS } from "./both-ways.js";
import { CAPTURED, network, recorder, result } from "./items.js";

const PATH = "accounts/999900001111/eu-west-1/items.json";

function select(results: string[], more: object = {}): string {
  const input = {
    Expression: expressionFor(
      ACCOUNT,
      TYPES.map(({ type }) => type),
    ),
  };
  return JSON.stringify({
    service: "config",
    operation: "SelectAggregateResourceConfig",
    input,
    output: { Results: results },
    time: "2026-03-02T00:00:00Z",
    ...more,
  });
}

async function read(text: string, ...others: { path: string; text: string }[]): Promise<Whole> {
  return gather(readAnswerFiles([{ path: PATH, text }, ...others], new SavedItems()));
}

/** What of nodes both ways must agree on: all but the provider's own object and where it was read. */
function facts({ nodes }: Pick<Whole, "nodes">) {
  return nodes
    .map(({ native: _native, at: _at, ...node }) => node)
    .sort((a, b) => (a.id + a.type < b.id + b.type ? -1 : 1));
}

describe("configuration items and the API's own answers", () => {
  for (const { type, call, configuration, item = {}, output, part } of BOTH_WAYS)
    it(`give the same nodes and edges of ${type}${part ? ", and Config tells a part alone" : ""}`, async () => {
      const direct = normalizeAnswer(
        answer(call, output, item["awsRegion"] === "global" ? { region: undefined as never } : {}),
      );
      const whole = await read(select([recorder(), result(type, configuration, item)]));
      expect(facts(whole)).toEqual(facts(direct));
      expect(arrows(whole)).toEqual(arrows(direct));
      expect(whole.nodes.length).toBeGreaterThan(0);
      const partly = told(whole.gaps).some((gap) => gap.includes(`${call} has to be saved too`));
      expect(partly).toBe(part === true);
    });

  it("are both tried for every type that is known", () => {
    const types = TYPES.map(({ type }) => type).filter((type) => type !== "AWS::EC2::Volume");
    expect(BOTH_WAYS.map(({ type }) => type).sort()).toEqual(types.sort());
  });
});

const VPC = network("vpc-1");
const isMissing = (whole: Whole, call: string) => told(whole.gaps).some((gap) => gap.includes(`${call} was`));

describe("saved answers of the aggregator", () => {
  it("cite each node by its result, with the time at which Config saw it", async () => {
    const { nodes, ledger } = await read(select([recorder(), VPC]));
    expect(nodes.find(({ type }) => type === "aws.vpc")?.at).toEqual({
      source: "aws-config",
      uri: PATH,
      pointer: "/output/Results/1",
      call: "config:SelectAggregateResourceConfig",
      account: ACCOUNT,
      region: REGION,
      time: CAPTURED,
    });
    expect(ledger).toContainEqual({
      source: "aws-config",
      account: ACCOUNT,
      region: REGION,
      call: "ec2:DescribeVpcs",
      status: "ok",
      answers: 1,
      items: 1,
      time: CAPTURED,
    });
    expect(ledger).toContainEqual(
      expect.objectContaining({ call: "config:SelectAggregateResourceConfig", items: 2, status: "ok" }),
    );
  });

  it("stand for the API's answer only where a recorder says that all of it is there", async () => {
    expect(isMissing(await read(select([recorder(), VPC])), "ec2:DescribeVpcs")).toBe(false);
    for (const results of [
      [VPC],
      [recorder({ Recording: false }), VPC],
      [recorder({}, "eu-central-1"), VPC],
      [recorder({ RecordingGroup: { AllSupported: false, ResourceTypes: ["AWS::EC2::EIP"] } }), VPC],
      [
        recorder({
          RecordingGroup: {
            RecordingStrategy: { UseOnly: "EXCLUSION_BY_RESOURCE_TYPES" },
            ExclusionByResourceTypes: { ResourceTypes: ["AWS::EC2::VPC"] },
          },
        }),
        VPC,
      ],
      [recorder(), VPC, "not an item"],
      [recorder(), result("AWS::EC2::VPC", { vpcId: "vpc-1", cidrBlock: "10.0.0.0/16" })],
    ])
      expect(isMissing(await read(select(results)), "ec2:DescribeVpcs")).toBe(true);
  });

  it("leave a route table to direct answers whose routes or associations lost what they are with", async () => {
    const table = { routeTableId: "rtb-1", associations: [], propagatingVgws: [], routes: [] };
    const missing = async (more: JsonObject) =>
      isMissing(
        await read(select([recorder(), result("AWS::EC2::RouteTable", { ...table, ...more })])),
        "ec2:DescribeRouteTables",
      );
    const route = { destinationCidrBlock: "0.0.0.0/0", gatewayId: null, state: "active" };
    expect(await missing({ routes: [{ ...route, localGatewayId: "lgw-1" }] })).toBe(false);
    expect(await missing({ routes: [route] })).toBe(true);
    expect(await missing({ associations: [{ main: false, routeTableId: "rtb-1" }] })).toBe(true);
  });

  it("that do not say what was asked, or stop before the end, tell a part alone", async () => {
    const results = [recorder(), VPC];
    const bare = JSON.stringify({ QueryInfo: { SelectFields: [] }, Results: results });
    const narrow = select(results, {
      input: { Expression: "SELECT configuration WHERE resourceType = 'AWS::EC2::VPC' AND tags.key = 'a'" },
    });
    const first = JSON.parse(select(results)) as { output: object };
    const open = JSON.stringify({ ...first, output: { ...first.output, NextToken: "more" } });
    for (const text of [bare, narrow, open]) {
      const whole = await read(text);
      expect(whole.nodes.some(({ type }) => type === "aws.vpc")).toBe(true);
      expect(isMissing(whole, "ec2:DescribeVpcs")).toBe(true);
    }
  });

  it("give way to direct answers, which tell more", async () => {
    const text = JSON.stringify({ Vpcs: [{ VpcId: "vpc-1", CidrBlock: "10.5.0.0/16", OwnerId: ACCOUNT }] });
    const path = `accounts/${ACCOUNT}/${REGION}/describe-vpcs.json`;
    const { nodes } = await read(select([recorder(), VPC]), { path, text });
    expect(nodes.filter(({ type }) => type === "aws.vpc").map(({ is }) => is)).toEqual([
      expect.objectContaining({ cidrs: ["10.5.0.0/16"] }),
    ]);
  });

  it("keep no secrets, though they stand in texts, and nothing of what is gone", async () => {
    const gone = result("AWS::EC2::VPC", { vpcId: "vpc-9" }, { configurationItemStatus: "ResourceDeleted" });
    const vpn = BOTH_WAYS.find(({ type }) => type === "AWS::EC2::VPNConnection");
    const secret = result("AWS::EC2::VPNConnection", vpn?.configuration ?? {});
    const whole = await read(select([recorder(), gone, secret, '{"password":"hidden']));
    expect(JSON.stringify(whole)).not.toContain("hidden");
    expect(whole.nodes.some(({ id }) => id.endsWith("vpc-9"))).toBe(false);
  });

  it("that failed are told in the ledger, and stand for nothing", async () => {
    const text = select([], { output: { Error: { Code: "AccessDeniedException", Message: "no" } } });
    const { ledger, nodes } = await read(text);
    expect(nodes).toEqual([]);
    expect(ledger).toEqual([
      expect.objectContaining({ call: "config:SelectAggregateResourceConfig", status: "denied", items: 0 }),
    ]);
  });

  it("say which types nobody here can read", async () => {
    const { gaps } = await read(select([recorder(), result("AWS::SQS::Queue", { name: "q" })]));
    expect(told(gaps)).toContain(
      "unsupported: 1 configuration items are of AWS::SQS::Queue, which is not modelled here",
    );
  });
});
