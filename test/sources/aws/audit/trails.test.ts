import { describe, expect, it } from "vitest";
import { ACCOUNT, arrows, nodeOf, OTHER, REGION, read } from "../harness.js";

const TRAIL = `arn:aws:cloudtrail:${REGION}:${ACCOUNT}:trail/all`;
const KEY = `arn:aws:kms:${REGION}:${OTHER}:key/1`;
const trail = (more: object = {}) => ({
  ...{ Name: "all", TrailARN: TRAIL, HomeRegion: REGION, S3BucketName: "logs", S3KeyPrefix: "p" },
  ...{ IsMultiRegionTrail: true, IsOrganizationTrail: false, IncludeGlobalServiceEvents: true },
  ...{ LogFileValidationEnabled: true, HasCustomEventSelectors: true, HasInsightSelectors: false },
  CloudWatchLogsLogGroupArn: `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:trail:*`,
  CloudWatchLogsRoleArn: `arn:aws:iam::${ACCOUNT}:role/trail`,
  SnsTopicARN: `arn:aws:sns:${REGION}:${ACCOUNT}:files`,
  KmsKeyId: KEY,
  ...more,
});
const asked = { input: { TrailName: TRAIL } };
const selected = (output: object) =>
  nodeOf(read("cloudtrail:GetEventSelectors", { TrailARN: TRAIL, ...output }, asked), TRAIL).is as Record<
    string,
    unknown
  >;
const field = (Field: string, more: object) => ({ Field, ...more });
const advanced = (...FieldSelectors: object[]) => ({ Name: "one", FieldSelectors });

describe("a trail", () => {
  it("has where it was made, where it goes, and who sees it", () => {
    const batch = read("cloudtrail:DescribeTrails", { trailList: [trail()] });
    expect(batch.gaps).toEqual([]);
    expect(nodeOf(batch, TRAIL)).toMatchObject({
      ...{ kind: "trail", label: "all", scope: { account: ACCOUNT, region: REGION } },
      is: {
        ...{ name: "all", home: REGION, multiRegion: true, organization: false, globalServices: true },
        ...{ validated: true, key: KEY, bucket: "arn:aws:s3:::logs", prefix: "p" },
        logGroup: `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:trail`,
      },
    });
    expect(arrows(batch)).toEqual(
      [
        `${TRAIL} -accounts-> arn:aws:iam::${ACCOUNT}:root`,
        `${TRAIL} -bucket-> arn:aws:s3:::logs`,
        `${TRAIL} -key-> ${KEY} in ${OTHER}`,
        `${TRAIL} -log_group-> arn:aws:logs:${REGION}:${ACCOUNT}:log-group:trail`,
        `${TRAIL} -topics-> arn:aws:sns:${REGION}:${ACCOUNT}:files`,
      ].sort(),
    );
  });

  it("of an organization is one trail for each of its accounts", () => {
    const arn = TRAIL.replace(ACCOUNT, OTHER);
    const batch = read("cloudtrail:DescribeTrails", {
      trailList: [trail({ TrailARN: arn, IsOrganizationTrail: true })],
    });
    expect(nodeOf(batch, arn).scope).toMatchObject({ account: OTHER });
    expect(arrows(batch)).toContain(`${arn} -accounts-> arn:aws:iam::${ACCOUNT}:root`);
  });

  it("without an ARN is a gap", () => {
    const batch = read("cloudtrail:DescribeTrails", { trailList: [{ Name: "all" }] });
    expect(batch.gaps.map(({ touches }) => touches.kinds)).toEqual([["trail", "trail-status"]]);
  });

  it("fares in each Region on its own, and at home as a whole", () => {
    const output = {
      ...{ IsLogging: true, LatestDeliveryError: "AccessDenied", LatestDeliveryTime: "2026-01-01T00:00:00Z" },
      ...{ StartLoggingTime: 1_700_000_000, LatestDigestDeliveryError: "" },
    };
    const home = read("cloudtrail:GetTrailStatus", output, { input: { Name: TRAIL } });
    const id = `${TRAIL}@${ACCOUNT}:${REGION}`;
    const facts = {
      ...{ logging: true, lastDeliveryError: "AccessDenied", lastDelivery: "2026-01-01T00:00:00Z" },
      ...{ started: "2023-11-14T22:13:20Z", stopped: null, lastDigestError: null },
    };
    expect(nodeOf(home, id)).toMatchObject({ kind: "trail-status", is: facts });
    expect(nodeOf(home, TRAIL).is).toMatchObject(facts);
    expect(arrows(home)).toContain(`${id} -trail-> ${TRAIL}`);
    expect(arrows(home)).toContain(`${id} -region-> aws:region:${ACCOUNT}:${REGION}`);
    const away = read("cloudtrail:GetTrailStatus", output, {
      ...{ input: { Name: TRAIL }, region: "us-east-1" },
    });
    expect(away.nodes.filter(({ kind }) => kind === "trail")).toEqual([]);
  });

  it("that was denied is a gap on this one", () => {
    const denied = { Error: { Code: "AccessDeniedException", Message: "no" } };
    for (const [call, input] of [
      ["GetTrailStatus", { Name: TRAIL }],
      ["GetEventSelectors", { TrailName: TRAIL }],
      ["GetInsightSelectors", { TrailName: TRAIL }],
    ] as const) {
      const { gaps } = read(`cloudtrail:${call}`, denied, { input });
      expect(gaps.map(({ reason, touches }) => [reason, touches.nodes])).toEqual([["denied", [TRAIL]]]);
    }
  });

  it("looks for unusual activity, or for none", () => {
    const insights = (output: object) =>
      nodeOf(read("cloudtrail:GetInsightSelectors", output, asked), TRAIL).is;
    const Message = "Insights is not enabled";
    expect(insights({ Error: { Code: "InsightNotEnabledException", Message } })).toEqual({ insights: [] });
    expect(insights({ TrailARN: TRAIL, InsightSelectors: [{ InsightType: "ApiErrorRateInsight" }] })).toEqual(
      { insights: ["api-error-rate-insight"] },
    );
  });
});

describe("the events that are written down", () => {
  const all = { read: "all", write: "all" };

  it.each([
    ["all, by default", [{ ReadWriteType: "All", IncludeManagementEvents: true }], all],
    ["those that write", [{ ReadWriteType: "WriteOnly" }], { read: "none", write: "all" }],
    ["both halves", [{ ReadWriteType: "WriteOnly" }, { ReadWriteType: "ReadOnly" }], all],
    ["none", [{ ReadWriteType: "All", IncludeManagementEvents: false }], { read: "none", write: "none" }],
    [
      "all but those of a service",
      [{ ReadWriteType: "All", ExcludeManagementEventSources: ["kms.amazonaws.com"] }],
      { read: "some", write: "some" },
    ],
  ])("are of older selectors: %s", (_what, EventSelectors, management) => {
    expect(selected({ EventSelectors })).toMatchObject({ management });
  });

  it("are of data where older selectors name what lies in them", () => {
    const facts = selected({
      EventSelectors: [
        {
          ...{ ReadWriteType: "ReadOnly", IncludeManagementEvents: false },
          DataResources: [
            { Type: "AWS::S3::Object", Values: ["arn:aws:s3"] },
            { Type: "AWS::Lambda::Function", Values: [`arn:aws:lambda:${REGION}:${ACCOUNT}:function:f`] },
            { Type: "AWS::DynamoDB::Table", Values: [] },
          ],
        },
        {
          ReadWriteType: "WriteOnly",
          DataResources: [{ Type: "AWS::S3::Object", Values: ["arn:aws:s3:::b/"] }],
        },
      ],
    });
    expect(facts["data"]).toEqual([
      { resourceType: "AWS::Lambda::Function", read: "some", write: "none" },
      { resourceType: "AWS::S3::Object", read: "all", write: "some" },
    ]);
    expect(facts["management"]).toEqual({ read: "none", write: "all" });
  });

  it.each([
    ["all", advanced(field("eventCategory", { Equals: ["Management"] })), all],
    [
      "those that read",
      advanced(field("eventCategory", { Equals: ["Management"] }), field("readOnly", { Equals: ["true"] })),
      { read: "all", write: "none" },
    ],
    [
      "all but those of a service",
      advanced(
        field("eventCategory", { Equals: ["Management"] }),
        field("eventSource", { NotEquals: ["rdsdata.amazonaws.com"] }),
      ),
      { read: "some", write: "some" },
    ],
    [
      "of data alone",
      advanced(field("eventCategory", { Equals: ["Data"] })),
      { read: "none", write: "none" },
    ],
  ])("are of newer selectors: %s", (_what, selector, management) => {
    expect(selected({ AdvancedEventSelectors: [selector] })).toMatchObject({ management });
  });

  it("keep the conditions of newer selectors, each on its own", () => {
    const facts = selected({
      AdvancedEventSelectors: [
        advanced(
          field("eventCategory", { Equals: ["Data"] }),
          field("resources.type", { Equals: ["AWS::S3::Object"] }),
          field("resources.ARN", { NotStartsWith: ["arn:aws:s3:::logs/"], StartsWith: ["arn:aws:s3:::"] }),
          field("readOnly", { Equals: ["false"] }),
        ),
      ],
    });
    expect(facts).toMatchObject({
      selectors: [
        {
          ...{ name: "one", category: "data", resourceTypes: ["AWS::S3::Object"], read: false, write: true },
          conditions: [
            {
              ...{ field: "resources.ARN", startsWith: ["arn:aws:s3:::"] },
              notStartsWith: ["arn:aws:s3:::logs/"],
            },
          ],
        },
      ],
      data: [{ resourceType: "AWS::S3::Object", read: "none", write: "some" }],
    });
  });

  it("of a category that is not told are a gap", () => {
    const output = {
      TrailARN: TRAIL,
      AdvancedEventSelectors: [advanced(field("readOnly", { Equals: ["true"] }))],
    };
    const { gaps } = read("cloudtrail:GetEventSelectors", output, asked);
    expect(gaps.map(({ reason, touches }) => [reason, touches.nodes])).toEqual([["unmodelled", [TRAIL]]]);
  });
});

describe("an event store", () => {
  it("has what it keeps, how long, and what it is encrypted with", () => {
    const id = `arn:aws:cloudtrail:${REGION}:${ACCOUNT}:eventdatastore/e-1`;
    const batch = read("cloudtrail:GetEventDataStore", {
      ...{ EventDataStoreArn: id, Name: "lake", Status: "ENABLED", RetentionPeriod: 2557, KmsKeyId: KEY },
      ...{ MultiRegionEnabled: true, OrganizationEnabled: false, TerminationProtectionEnabled: true },
      ...{ CreatedTimestamp: "2026-01-01T00:00:00Z", FederationStatus: "DISABLED" },
      AdvancedEventSelectors: [advanced(field("eventCategory", { Equals: ["Management"] }))],
    });
    expect(batch.gaps).toEqual([]);
    expect(nodeOf(batch, id)).toMatchObject({
      ...{ kind: "event-store", label: "lake" },
      is: {
        ...{ state: "enabled", retentionDays: 2557, deletionProtection: true, federated: false, key: KEY },
        management: { read: "all", write: "all" },
      },
    });
  });
});
