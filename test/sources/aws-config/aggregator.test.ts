import { describe, expect, it } from "vitest";
import type { JsonObject, RawAnswer } from "../../../src/model/index.js";
import { type Ask, normalizeAnswer } from "../../../src/sources/aws/index.js";
import { Aggregator } from "../../../src/sources/aws-config/index.js";
import { ACCOUNT, OTHER, REGION } from "../aws/harness.js";
import { BOTH_WAYS } from "./both-ways.js";
import { CAPTURED, network, recorder, result } from "./items.js";

const VPC = network("vpc-1");
const LISTENER = BOTH_WAYS.find(({ type }) => type.endsWith("::Listener"));
const LISTENERS = result("AWS::ElasticLoadBalancingV2::Listener", LISTENER?.configuration ?? {});

interface World {
  results?: string[];
  counts?: Record<string, number>;
  status?: JsonObject;
  fails?: string;
}

/** An aggregator of one account, and how often each call was made. */
function world({ results = [recorder(), VPC], counts = { "AWS::EC2::VPC": 1 }, status = {}, fails }: World) {
  const asked: string[] = [];
  const outputs: Record<string, JsonObject> = {
    SelectAggregateResourceConfig: { Results: results },
    DescribeConfigurationAggregatorSourcesStatus: {
      AggregatedSourceStatusList: [
        {
          SourceId: ACCOUNT,
          SourceType: "ACCOUNT",
          AwsRegion: REGION,
          LastUpdateStatus: "SUCCEEDED",
          LastUpdateTime: "2026-03-02T11:00:00.000Z",
          ...status,
        },
      ],
    },
    GetAggregateDiscoveredResourceCounts: {
      GroupedResourceCounts: Object.entries(counts).map(([GroupName, ResourceCount]) => ({
        GroupName,
        ResourceCount,
      })),
    },
  };
  const ask: Ask = async ({ service, operation }, input, { account }) => {
    asked.push(`${operation} ${account ?? "-"}`);
    const denied = { Error: { Code: "AccessDeniedException", Message: "not allowed" } };
    const output = operation === fails ? denied : (outputs[operation] ?? {});
    const uri = `accounts/${account}/global/${service}.${operation}.json`;
    const time = "2026-03-02T12:00:00Z";
    return [{ service, operation, input, output, source: "aws", uri, time, ...(account ? { account } : {}) }];
  };
  return { ask, asked };
}

async function told(how: World, question: Partial<RawAnswer> = {}, daily = true) {
  const { ask, asked } = world(how);
  const since = "2026-03-01T12:00:00.000Z";
  const aggregator = new Aggregator(ask, { name: "all", region: "us-east-1", since, daily });
  const input = { MaxResults: 1000 };
  const asks = { service: "ec2", operation: "DescribeVpcs", input, account: ACCOUNT, region: REGION };
  const answer = await aggregator.find({ ...asks, ...question });
  return { answer, aggregator, asked, ledger: (await aggregator.told()).ledger };
}

describe("the aggregator of AWS Config", () => {
  it("answers what it holds in full, by one query an account, and each node cites its result", async () => {
    const { answer, aggregator, asked, ledger } = await told({});
    expect(answer?.output).toEqual({ Vpcs: [expect.objectContaining({ VpcId: "vpc-1" })] });
    expect(answer?.time).toBe(CAPTURED);
    const node = normalizeAnswer(answer as RawAnswer).nodes.find(({ type }) => type === "aws.vpc");
    expect(node?.at).toMatchObject({
      source: "aws-config",
      uri: `accounts/${ACCOUNT}/global/config.SelectAggregateResourceConfig.json`,
      pointer: "/0/output/Results/1",
      region: REGION,
    });
    const again = { service: "ec2", operation: "DescribeSecurityGroups", input: {}, account: ACCOUNT };
    expect((await aggregator.find({ ...again, region: REGION }))?.output).toEqual({ SecurityGroups: [] });
    expect(asked).toHaveLength(3);
    expect(ledger).toEqual([
      expect.objectContaining({ source: "aws-config", account: ACCOUNT, status: "ok", answers: 1, items: 2 }),
    ]);
  });

  it("answers what is asked thing by thing, also where there is nothing", async () => {
    const counts = { "AWS::EC2::VPC": 1, "AWS::ElasticLoadBalancingV2::Listener": 1 };
    const how = { results: [recorder(), VPC, LISTENERS], counts };
    const about = { LoadBalancerArn: String(LISTENER?.configuration["LoadBalancerArn"]) };
    const ask = { service: "elbv2", operation: "DescribeListeners", input: { ...about, PageSize: 400 } };
    expect((await told(how, ask)).answer?.output["Listeners"]).toHaveLength(1);
    const other = { ...ask, input: { LoadBalancerArn: "arn:another" } };
    expect((await told(how, other)).answer?.output["Listeners"]).toEqual([]);
  });

  it("leaves to direct reads what it does not hold, not in full, not of there, or not young enough", async () => {
    const cases: [string, World, Partial<RawAnswer>?, boolean?][] = [
      ["no copy that is young enough", { status: { LastUpdateStatus: "OUTDATED" } }],
      ["no copy that is young enough", { status: { LastUpdateTime: "2026-02-01T00:00:00.000Z" } }],
      ["no copy that is young enough", {}, { region: "eu-central-1" }],
      ["not all of AWS::EC2::VPC was told", { counts: { "AWS::EC2::VPC": 2 } }],
      ["does not record AWS::EC2::VPC there", { results: [VPC] }],
      ["does not record AWS::EC2::VPC there", { results: [recorder({ Recording: false }), VPC] }],
      [
        "once a day",
        { results: [recorder({ RecordingMode: { RecordingFrequency: "DAILY" } }), VPC] },
        {},
        false,
      ],
      ["was denied", { fails: "SelectAggregateResourceConfig" }],
      ["was denied", { fails: "GetAggregateDiscoveredResourceCounts" }],
      ["was denied", { fails: "DescribeConfigurationAggregatorSourcesStatus" }],
      ["cannot be read", { results: [recorder(), VPC, "{"] }],
    ];
    for (const [why, how, question, daily] of cases) {
      const { answer, ledger } = await told(how, question, daily);
      expect(answer, why).toBeUndefined();
      expect(ledger[0]?.message).toContain(why);
    }
  });

  it("is not asked about what it never holds in full, nor about whom nobody named", async () => {
    for (const operation of ["DescribeSubnets", "DescribeVpnConnections", "DescribeSecurityGroupRules"])
      expect((await told({}, { operation })).asked).toEqual([]);
    const { answer, ledger } = await told({}, { account: OTHER });
    expect(answer).toBeUndefined();
    expect(ledger[0]?.account).toBe(OTHER);
  });
});
