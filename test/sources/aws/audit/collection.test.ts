import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { assemble } from "../../../../src/graph/index.js";
import { collectAws } from "../../../../src/sources/aws/index.js";
import { callOf } from "../../../../src/sources/aws/resource.js";
import { AUDIT } from "../../../../src/sources/aws/resources/audit/index.js";
import { afterEachTest, pointedAt } from "../../../setup/ends.js";
import { emptyAnswer, type QueryCall, startQueryServer, wrapped } from "../../../setup/query-server.js";
import { expectSameFromFiles, savedByHand } from "../exported.js";
import { ACCOUNT, gather, REGION, type Whole } from "../harness.js";
import {
  ALARM,
  ANSWERS,
  CERTIFICATE,
  CLUSTER,
  CONTAINERS,
  DETECTOR,
  FUNCTION,
  HUB,
  LICENCE,
  STORE,
  TOPIC,
  TRAIL,
} from "./estate-answers.js";

const CALLS = new Set(AUDIT.map(callOf));
const ours = (call: string | undefined) => CALLS.has(call ?? "");
const NAMED = [
  ...["Name", "TrailName", "EventDataStore", "ConfigurationAggregatorName", "logGroupName"],
  ...["LicenseConfigurationArn", "CertificateArn"],
];

const undo = afterEachTest();

/** The call with what it is asked about: a member of the body, or a part of the path. */
function asked({ call, body, params, request }: QueryCall): string {
  const [, detector] = /^\/detector\/([^/?]+)/.exec(request.url ?? "") ?? [];
  const [, path] =
    /^\/(?:clusters|2021-10-31\/functions|findingAggregator\/get)\/([^?]+?)(?:\/urls)?\/?(?:\?|$)/.exec(
      request.url ?? "",
    ) ?? [];
  const input = body.startsWith("{") ? (JSON.parse(body) as Record<string, unknown>) : {};
  const about = NAMED.map((member) => input[member]).find((value) => typeof value === "string");
  const [listed] = Array.isArray(input["clusters"]) ? (input["clusters"] as string[]) : [];
  const named =
    listed ??
    about ??
    params.get("TopicArn") ??
    detector ??
    (path === undefined ? null : decodeURIComponent(path));
  return named === null ? call : `${call} ${String(named)}`;
}

const TOPICS: Readonly<Record<string, string>> = {
  "sns:ListTopics": `<Topics><member><TopicArn>${TOPIC}</TopicArn></member></Topics>`,
  [`sns:GetTopicAttributes ${TOPIC}`]: `<Attributes><entry><key>TopicArn</key><value>${TOPIC}</value></entry><entry><key>SubscriptionsConfirmed</key><value>1</value></entry></Attributes>`,
  "sns:ListSubscriptions": `<Subscriptions><member><TopicArn>${TOPIC}</TopicArn><Protocol>email</Protocol><SubscriptionArn>${TOPIC}:1</SubscriptionArn><Owner>${ACCOUNT}</Owner><Endpoint>CANARY@example.com</Endpoint></member></Subscriptions>`,
};

const json = { "content-type": "application/json" };

async function collected(
  denied: readonly string[] = [],
  errors: Readonly<Record<string, readonly [string, string]>> = {},
): Promise<Whole & { questions: string[] }> {
  const questions: string[] = [];
  const refuse = (response: ServerResponse, code: string, message: string) =>
    response
      .writeHead(400, { ...json, "x-amzn-errortype": code })
      .end(JSON.stringify({ __type: code, message }));
  const handle = (call: QueryCall, response: ServerResponse): boolean => {
    const question = asked(call);
    const error = errors[question];
    if (ours(call.call)) questions.push(question);
    const topics = TOPICS[question];
    const answer = ANSWERS[question];
    if (denied.includes(question)) refuse(response, "AccessDeniedException", "no");
    else if (error !== undefined) refuse(response, ...error);
    else if (topics !== undefined) response.end(wrapped(question.replace(/^sns:(\w+).*$/, "$1"), topics));
    else if (answer !== undefined) response.writeHead(200, json).end(JSON.stringify(answer));
    else if (call.call === "cloudtrail:GetInsightSelectors")
      refuse(response, "InsightNotEnabledException", "none");
    else {
      const empty = emptyAnswer(call);
      if (empty === null) refuse(response, "ResourceNotFoundException", call.call);
      else response.end(empty);
    }
    return true;
  };
  pointedAt(await startQueryServer(handle), undo);
  return { ...(await gather(collectAws({ attempts: 1 }))), questions };
}

const gapsOf = ({ gaps }: Pick<Whole, "gaps">) =>
  gaps
    .filter(({ at }) => ours(at.call))
    .map(({ reason, touches, message }) => [
      reason,
      touches.nodes.length > 0 ? touches.nodes : touches.kinds,
      message,
    ]);

describe("a collection of what is written down and what watches", () => {
  it("makes every call, asks about everything that is listed, and keeps no addresses and no secrets", async () => {
    const whole = await collected();
    expect(gapsOf(whole)).toEqual([]);
    expect([...new Set(whole.questions.map((one) => one.split(" ")[0]))].sort()).toEqual([...CALLS].sort());
    expect(whole.questions.filter((one, place) => whole.questions.indexOf(one) !== place)).toEqual([]);
    const text = JSON.stringify(whole);
    expect(text).not.toContain("CANARY");
    expect(whole.ledger.filter(({ call, status }) => ours(call) && status !== "ok")).toEqual([]);
  });

  it("joins it", async () => {
    const graph = assemble([await collected()]);
    const region = `aws:region:${ACCOUNT}:${REGION}`;
    const own = (kind: string, name: string) => `aws:${kind}:${ACCOUNT}:${REGION}:${name}`;
    const group = `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:trail`;
    for (const [from, segment, ids] of [
      [`arn:aws:iam::${ACCOUNT}:root`, "trails", [STORE, TRAIL]],
      [`arn:aws:iam::${ACCOUNT}:root`, "aggregators", [own("aggregator", "org")]],
      [region, "trail_statuses", [`${TRAIL}@${ACCOUNT}:${REGION}`]],
      [region, "recorders", [own("recorder", "default")]],
      [region, "delivery_channels", [own("delivery-channel", "default")]],
      [region, "detectors", [DETECTOR]],
      [region, "security_hubs", [HUB]],
      [TRAIL, "log_group", [group]],
      [group, "metric_filters", [`${group}#metric-filter/root`]],
      [group, "subscription_filters", [`${group}#subscription-filter/s`]],
      [own("metric", "CIS/Root"), "alarms", [ALARM]],
      [ALARM, "topics", [TOPIC]],
      [TOPIC, "subscriptions", [`${TOPIC}:1`]],
      [LICENCE, "uses", [`${LICENCE}#arn:aws:ssm:${REGION}:${ACCOUNT}:managed-instance/mi-1`]],
      ["mi-1", "licence_uses", [`${LICENCE}#arn:aws:ssm:${REGION}:${ACCOUNT}:managed-instance/mi-1`]],
      ["mi-1", "compliance", [`arn:aws:ssm:${REGION}:${ACCOUNT}:managed-instance/mi-1#compliance/Patch`]],
      [FUNCTION, "entry_points", [`${FUNCTION}#url`]],
    ] as const) {
      const [start] = graph.node(from) === undefined ? graph.find(from) : [graph.node(from)];
      expect(graph.step(start?.id ?? from, segment)?.ids, `${segment} of ${from}`).toEqual(ids);
    }
  });

  it("has it in neutral words", async () => {
    const graph = assemble([await collected()]);
    const is = (name: string) => (graph.node(name) ?? graph.find(name)[0])?.is;
    const managed = `arn:aws:ssm:${REGION}:${ACCOUNT}:managed-instance/mi-1`;
    expect(is(TRAIL)).toMatchObject({
      ...{ logging: true, management: { read: "all", write: "all" }, data: [], insights: [] },
      bucket: "arn:aws:s3:::logs",
    });
    expect(is(DETECTOR)).toMatchObject({
      ...{ enabled: true, publishSeconds: 21_600, administrator: null, autoEnable: "all" },
      features: [
        {
          name: "runtime-monitoring",
          enabled: true,
          parts: [{ name: "ec2-agent-management", enabled: true }],
        },
        { name: "s3-data-events", enabled: false, parts: [] },
      ],
      autoEnableFeatures: [{ name: "s3-data-events", autoEnable: "new" }],
    });
    expect(is(HUB)).toMatchObject({ autoEnableControls: true, findings: "security-control" });
    expect(graph.step(HUB, "standards")?.ids.map((id) => is(id))).toMatchObject([
      { standard: "cis-aws-foundations-benchmark/v/3.0.0", state: "incomplete" },
    ]);
    expect(is(`aws:inspector:${ACCOUNT}:${REGION}`)).toMatchObject({
      scans: [
        { what: "ec2", state: "enabled" },
        { what: "ecr", state: "disabled" },
      ],
    });
    expect(is(managed)).toMatchObject({
      ...{
        hostType: "hybrid",
        name: "db1.on.example.com",
        ping: "connection-lost",
        addresses: ["192.168.0.9"],
      },
      ...{ platform: "linux", agentCurrent: false, activation: "a-1" },
    });
    expect(is(`${managed}#compliance/Patch`)).toMatchObject({ compliant: false, violations: 3, critical: 2 });
    expect(is(`aws:software:${ACCOUNT}:${REGION}:oracle-xe`)).toEqual({ name: "oracle-xe", machines: 4 });
    expect(is(`arn:aws:ssm:${REGION}:${ACCOUNT}:document/patch`)).toMatchObject({
      sharedWith: ["444455556666", "all"],
    });
    expect(is(`aws:document-sharing:${ACCOUNT}:${REGION}`)).toEqual({ public: false });
    expect(is(LICENCE)).toMatchObject({
      ...{ counts: "core", limit: 16, hardLimit: true, consumed: 8 },
      rules: [{ rule: "allowedTenancy", value: "EC2-DedicatedHost" }],
    });
    expect(is(`${LICENCE}#${managed}`)).toMatchObject({ associated: true, consumed: 8 });
    expect(is(CERTIFICATE)).toMatchObject({
      ...{ names: ["example.com", "www.example.com"], keyType: "ec", keyBits: 256, renewable: true },
      ...{
        origin: "amazon-issued",
        notAfter: "2025-10-09T08:53:20Z",
        validation: ["email"],
        transparency: true,
      },
    });
    expect(is(CLUSTER)).toMatchObject({
      ...{
        publicEndpoint: true,
        privateEndpoint: false,
        publicCidrs: ["198.51.100.0/24"],
        logs: ["api", "audit"],
      },
      ...{ issuer: "https://oidc.example.com/id/1", remoteCidrs: ["10.80.0.0/16"], outposts: [] },
    });
    expect(is(CONTAINERS)).toMatchObject({ clusterType: "containers", state: "active", insights: true });
    expect(is(FUNCTION)).toMatchObject({
      runtime: "python3.9",
      updated: "2026-01-01T00:00:00Z",
      traced: false,
    });
    expect(is(`${FUNCTION}#url`)).toMatchObject({
      ...{ entryType: "function-url", public: true, authentication: [] },
      domains: ["abc.lambda-url.example.com"],
    });
  });

  it("leaves a gap on the very thing that was denied", async () => {
    const denied = [
      `cloudtrail:GetTrailStatus ${TRAIL}`,
      "logs:DescribeSubscriptionFilters trail",
      "guardduty:GetDetector d1",
      "ssm:DescribeDocumentPermission patch",
      `acm:DescribeCertificate ${CERTIFICATE}`,
      "eks:DescribeCluster shop",
      "lambda:ListFunctionUrlConfigs pay",
    ];
    const found = gapsOf(await collected(denied)).map(([reason, touched]) => [reason, touched]);
    expect(found.sort()).toEqual(
      [TRAIL, `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:trail`, DETECTOR, CERTIFICATE, CLUSTER, FUNCTION]
        .concat(`arn:aws:ssm:${REGION}:${ACCOUNT}:document/patch`)
        .map((id) => ["denied", [id]])
        .sort(),
    );
  });

  it("is denied in other words than those that say that there is none", async () => {
    const error = (...[code, message]: [string, string]) => [code, message] as const;
    const whole = await collected([], {
      "securityhub:DescribeHub": error(
        "InvalidAccessException",
        "Account 1 is not subscribed to AWS Security Hub",
      ),
      "securityhub:GetEnabledStandards": error(
        "InvalidAccessException",
        "no permission to perform this action",
      ),
      "macie2:GetMacieSession": error("AccessDeniedException", "Macie is not enabled"),
      "guardduty:DescribeOrganizationConfiguration d1": error(
        "BadRequestException",
        "The request is rejected because the current account is not a delegated administrator",
      ),
    });
    expect(gapsOf(whole).map(([reason, touched]) => [reason, touched])).toEqual([
      ["failed", ["security-standard"]],
    ]);
    const graph = assemble([whole]);
    expect(graph.step(`aws:region:${ACCOUNT}:${REGION}`, "security_hubs")?.ids).toEqual([]);
    expect(graph.node(`aws:macie:${ACCOUNT}:${REGION}`)?.is).toMatchObject({ enabled: false });
    expect(graph.node(DETECTOR)?.is).toMatchObject({ autoEnable: null, autoEnableFeatures: [] });
  });

  it("exported and read from the files is the same graph", async () => {
    const again = await expectSameFromFiles(await collected());
    expect(again.gaps.filter(({ at }) => ours(at.call))).toEqual([]);
  });
});

describe("saved answers of what is written down", () => {
  it("are recognized without their envelopes where they tell what they are of", async () => {
    const of = (question: string) => ANSWERS[question] ?? {};
    const whole = await savedByHand(
      of("cloudtrail:DescribeTrails"),
      of(`cloudtrail:GetEventSelectors ${TRAIL}`),
      of("config:DescribeConfigurationRecorders"),
      of("logs:DescribeLogGroups"),
      of("cloudwatch:DescribeAlarms"),
      of("securityhub:DescribeHub"),
      of("ssm:DescribeInstanceInformation"),
      of(`acm:DescribeCertificate ${CERTIFICATE}`),
      of("eks:ListClusters"),
      of("eks:DescribeCluster shop"),
      of("lambda:ListFunctions"),
    );
    expect(new Set(whole.nodes.map(({ kind }) => kind))).toEqual(
      new Set(
        "account region trail recorder log-group alarm metric security-hub managed-host certificate cluster function".split(
          " ",
        ),
      ),
    );
    expect(whole.gaps.filter(({ reason }) => reason === "unrecognized" || reason === "unsupported")).toEqual(
      [],
    );
    const owed = whole.gaps
      .flatMap(({ message }) => /^(\S+) was not asked about/.exec(message)?.[1] ?? [])
      .sort();
    expect(owed).toEqual([
      "cloudtrail:GetInsightSelectors",
      "cloudtrail:GetTrailStatus",
      "lambda:ListFunctionUrlConfigs",
      "logs:DescribeSubscriptionFilters",
    ]);
    const missed = whole.gaps.flatMap(({ message }) => /^(\S+) was not collected/.exec(message)?.[1] ?? []);
    expect(missed).toContain("config:DescribeConfigurationRecorderStatus");
    expect(missed).toContain("logs:DescribeMetricFilters");
  });

  it("of a setting other than the one that is meant say nothing of it", async () => {
    const envelope = (input: object) => ({
      ...{ service: "ssm", operation: "GetServiceSetting", account: ACCOUNT, region: REGION, input },
      output: { ServiceSetting: { SettingValue: "Enable" } },
    });
    const other = await savedByHand(envelope({ SettingId: "/ssm/parameter-store/default-parameter-tier" }));
    expect(other.nodes).toEqual([]);
  });

  it("of certificates with short keys alone are not all", async () => {
    const whole = await savedByHand(ANSWERS["acm:ListCertificates"] ?? {});
    expect(gapsOf(whole).map(([reason, touched]) => [reason, touched])).toContainEqual([
      "not-collected",
      ["certificate"],
    ]);
  });
});
