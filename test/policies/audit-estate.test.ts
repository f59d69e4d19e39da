import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compiledFor } from "../../src/cli/policy-set.js";
import type { Batch, Report } from "../../src/model/index.js";
import { type Compiled, shutdownCompiler } from "../../src/rego/index.js";
import { gap, judged, tally } from "../evaluate/world.js";
import { ACCOUNT, REGION, read } from "../sources/aws/harness.js";

const TRAIL = `arn:aws:cloudtrail:${REGION}:${ACCOUNT}:trail/all`;
const GROUP = `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:trail`;
const TOPIC = `arn:aws:sns:${REGION}:${ACCOUNT}:alerts`;
const ROOT_PATTERN =
  '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }';

interface Told {
  readonly logging?: boolean;
  readonly selector?: object;
  readonly pattern?: string;
  readonly confirmed?: string;
}

/** The answers of an account with one trail, one filter and one alarm. */
function answers(told: Told = {}): Batch[] {
  const all = { ReadWriteType: "All", IncludeManagementEvents: true, DataResources: [] };
  const trail = {
    ...{ TrailARN: TRAIL, Name: "all", HomeRegion: REGION, S3BucketName: "trails", KmsKeyId: null },
    ...{ IsMultiRegionTrail: true, IncludeGlobalServiceEvents: true, LogFileValidationEnabled: true },
    CloudWatchLogsLogGroupArn: `${GROUP}:*`,
  };
  const metric = { metricNamespace: "cis", metricName: "root", metricValue: "1" };
  const alarm = {
    ...{ AlarmName: "root", AlarmArn: `arn:aws:cloudwatch:${REGION}:${ACCOUNT}:alarm:root` },
    ...{ Namespace: "cis", MetricName: "root", Statistic: "Sum", Threshold: 1, AlarmActions: [TOPIC] },
    ComparisonOperator: "GreaterThanOrEqualToThreshold",
  };
  const filter = { filterName: "root", logGroupName: "trail", metricTransformations: [metric] };
  return [
    read("ec2:DescribeRegions", { Regions: [{ RegionName: REGION, OptInStatus: "opt-in-not-required" }] }),
    read("cloudtrail:DescribeTrails", { trailList: [trail] }),
    read("cloudtrail:GetTrailStatus", { IsLogging: told.logging ?? true }, { input: { Name: TRAIL } }),
    read(
      "cloudtrail:GetEventSelectors",
      { TrailARN: TRAIL, EventSelectors: [told.selector ?? all] },
      { input: { TrailName: TRAIL } },
    ),
    read("logs:DescribeLogGroups", { logGroups: [{ logGroupName: "trail", arn: `${GROUP}:*` }] }),
    read("logs:DescribeMetricFilters", {
      metricFilters: [{ ...filter, filterPattern: told.pattern ?? ROOT_PATTERN }],
    }),
    read("cloudwatch:DescribeAlarms", { MetricAlarms: [alarm], CompositeAlarms: [] }),
    read("sns:ListTopics", { Topics: [{ TopicArn: TOPIC }] }),
    read(
      "sns:GetTopicAttributes",
      { Attributes: { TopicArn: TOPIC, SubscriptionsConfirmed: told.confirmed ?? "1" } },
      { input: { TopicArn: TOPIC } },
    ),
  ];
}

let policies: Compiled;
beforeAll(async () => {
  const compiled = await compiledFor({ config: { version: 1 }, folder: "." });
  const mine = compiled.manifest.policies.filter(({ id }) => /^(?:alarms|audit)\//.test(id));
  policies = { ...compiled, manifest: { ...compiled.manifest, policies: mine } };
});
afterAll(shutdownCompiler);

function scanned(told: Told = {}, gaps: Batch["gaps"] = []): Promise<Report> {
  const parts = answers(told);
  const batch = {
    nodes: parts.flatMap(({ nodes }) => nodes),
    edges: parts.flatMap(({ edges }) => edges),
    gaps: [...parts.flatMap((part) => part.gaps), ...gaps],
  };
  return judged(policies, { batch });
}

const outcome = async (id: string, told?: Told, gaps?: Batch["gaps"]) => {
  const { fail, pass, unknown } = tally(await scanned(told, gaps), id) ?? {};
  return { fail, pass, unknown };
};
const FAILS = { fail: 1, pass: 0, unknown: 0 };
const PASSES = { fail: 0, pass: 1, unknown: 0 };
const UNKNOWN = { fail: 0, pass: 0, unknown: 1 };
const ROOT = "alarms/use_of_root_is_noticed";
const RECORDED = "audit/regions_are_recorded";

describe("the audit trail of an account, from its answers", () => {
  it("holds where a trail of all Regions takes everything, and an alarm tells somebody", async () => {
    expect(await outcome(RECORDED)).toEqual(PASSES);
    expect(await outcome("audit/accounts_have_a_trail_of_every_region")).toEqual(PASSES);
    expect(await outcome("audit/trails_sign_their_files")).toEqual(PASSES);
    expect(await outcome(ROOT)).toEqual(PASSES);
  });

  it("does not hold where the trail is off, or leaves out what is only read", async () => {
    expect(await outcome(RECORDED, { logging: false })).toEqual(FAILS);
    expect(await outcome(ROOT, { logging: false })).toEqual(FAILS);
    const selector = { ReadWriteType: "WriteOnly", IncludeManagementEvents: true, DataResources: [] };
    expect(await outcome(RECORDED, { selector })).toEqual(FAILS);
  });

  it.each([
    ["written in another way", "{($.userIdentity.type=R*) && $.eventType = AwsApiCall}", PASSES],
    ["that takes every event", "", PASSES],
    ["of something else", '{ $.userIdentity.type = "IAMUser" }', FAILS],
    ["that asks for more", `{ $.userIdentity.type = "Root" && $.eventName = "ConsoleLogin" }`, FAILS],
    ["that cannot be read", "{ $.a = }", UNKNOWN],
  ])("judges a filter %s by the events that it takes", async (_, pattern, expected) => {
    expect(await outcome(ROOT, { pattern })).toEqual(expected);
  });

  it("does not hold where nobody hears the alarm", async () => {
    expect(await outcome(ROOT, { confirmed: "0" })).toEqual(FAILS);
  });

  it("is undecided where what a trail takes was not told, as of those of other accounts", async () => {
    const off: Told = { logging: false };
    const parts = answers(off).filter(
      ({ nodes }) => !nodes.some((node) => node.kind === "trail" && "management" in node.is),
    );
    const report = await judged(policies, {
      batch: {
        nodes: parts.flatMap(({ nodes }) => nodes),
        edges: parts.flatMap(({ edges }) => edges),
        gaps: parts.flatMap(({ gaps }) => gaps),
      },
    });
    for (const id of [RECORDED, "audit/object_reads_are_recorded", "audit/trails_look_for_unusual_activity"])
      expect([id, tally(report, id)?.unknown]).toEqual([id, 1]);
  });

  it("is undecided where trails, filters or alarms could not be seen", async () => {
    for (const kinds of [["trail", "trail-status"], ["metric-filter"], ["alarm"], ["topic"]] as const) {
      const denied = gap({ touches: { kinds: [...kinds], account: ACCOUNT, region: REGION } });
      expect([kinds, await outcome(ROOT, {}, [denied])]).toEqual([kinds, UNKNOWN]);
    }
    const denied = gap({ touches: { kinds: ["trail-status"], account: ACCOUNT, region: REGION } });
    expect(await outcome(RECORDED, {}, [denied])).toEqual(UNKNOWN);
  });
});
