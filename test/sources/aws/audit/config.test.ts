import { describe, expect, it } from "vitest";
import { assemble } from "../../../../src/graph/index.js";
import { ACCOUNT, arrows, nodeOf, REGION, read } from "../harness.js";

const own = (kind: string, name: string) => `aws:${kind}:${ACCOUNT}:${REGION}:${name}`;
const role = `arn:aws:iam::${ACCOUNT}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig`;

describe("a recorder", () => {
  const recorded = (recordingGroup: object) =>
    nodeOf(
      read("config:DescribeConfigurationRecorders", {
        ConfigurationRecorders: [{ name: "default", roleARN: role, recordingGroup }],
      }),
      own("recorder", "default"),
    ).is;

  it.each([
    [
      { allSupported: true, includeGlobalResourceTypes: true },
      { strategy: "all", global: true },
    ],
    [
      { allSupported: false, resourceTypes: ["AWS::EC2::VPC"] },
      { strategy: "only", included: ["AWS::EC2::VPC"] },
    ],
    [
      {
        recordingStrategy: { useOnly: "EXCLUSION_BY_RESOURCE_TYPES" },
        exclusionByResourceTypes: { resourceTypes: ["AWS::IAM::User"] },
      },
      { strategy: "all-but", excluded: ["AWS::IAM::User"] },
    ],
    [
      { allSupported: true, recordingStrategy: { useOnly: "ALL_SUPPORTED_RESOURCE_TYPES" } },
      { strategy: "all", excluded: [], serviceRole: true },
    ],
  ])("of %j records %j", (group, facts) => {
    expect(recorded(group)).toMatchObject(facts);
  });

  it("is joined with how it fares, and with its Region", () => {
    const list = read("config:DescribeConfigurationRecorders", {
      ConfigurationRecorders: [{ name: "default", roleARN: role, recordingGroup: { allSupported: true } }],
    });
    const status = read("config:DescribeConfigurationRecorderStatus", {
      ConfigurationRecordersStatus: [
        { name: "default", recording: true, lastStatus: "FAILURE", lastErrorCode: "NoSuchBucket" },
      ],
    });
    const graph = assemble([list, status]);
    expect(graph.step(`aws:region:${ACCOUNT}:${REGION}`, "recorders")?.ids).toEqual([
      own("recorder", "default"),
    ]);
    expect(graph.node(own("recorder", "default"))?.is).toMatchObject({
      ...{ recording: true, lastStatus: "failure", lastError: "NoSuchBucket", strategy: "all" },
    });
    expect(graph.gaps).toEqual([]);
  });
});

describe("what recorders write down", () => {
  it("goes somewhere, and arrives or does not", () => {
    const list = read("config:DescribeDeliveryChannels", {
      DeliveryChannels: [
        {
          ...{ name: "default", s3BucketName: "config", s3KeyPrefix: "" },
          snsTopicARN: `arn:aws:sns:${REGION}:${ACCOUNT}:t`,
          configSnapshotDeliveryProperties: { deliveryFrequency: "TwentyFour_Hours" },
        },
      ],
    });
    const id = own("delivery-channel", "default");
    expect(nodeOf(list, id).is).toMatchObject({
      ...{ bucket: "arn:aws:s3:::config", prefix: null, everySeconds: 86_400 },
    });
    expect(arrows(list)).toContain(`${id} -topics-> arn:aws:sns:${REGION}:${ACCOUNT}:t`);
    const status = read("config:DescribeDeliveryChannelStatus", {
      DeliveryChannelsStatus: [
        {
          name: "default",
          configHistoryDeliveryInfo: { lastStatus: "FAILURE", lastErrorCode: "AccessDenied" },
          configStreamDeliveryInfo: { lastStatus: "SUCCESS", lastStatusChangeTime: "2026-01-01T00:00:00Z" },
        },
      ],
    });
    expect(nodeOf(status, id).is).toMatchObject({
      snapshot: null,
      history: { status: "failure", error: "AccessDenied" },
      stream: { status: "success" },
    });
  });

  it("is brought together, with what each part came to", () => {
    const list = read("config:DescribeConfigurationAggregators", {
      ConfigurationAggregators: [
        {
          ConfigurationAggregatorName: "org",
          ConfigurationAggregatorArn: `arn:aws:config:${REGION}:${ACCOUNT}:config-aggregator/a-1`,
          OrganizationAggregationSource: { RoleArn: role, AllAwsRegions: true },
        },
        {
          ConfigurationAggregatorName: "some",
          AccountAggregationSources: [{ AccountIds: ["2", "1"], AwsRegions: [REGION] }],
        },
      ],
    });
    expect(nodeOf(list, own("aggregator", "org")).is).toMatchObject({ organization: true, allRegions: true });
    expect(nodeOf(list, own("aggregator", "some")).is).toMatchObject({
      ...{ organization: false, accounts: ["1", "2"], allRegions: false, regions: [REGION] },
    });
    const status = read(
      "config:DescribeConfigurationAggregatorSourcesStatus",
      {
        AggregatedSourceStatusList: [
          { SourceId: ACCOUNT, SourceType: "ACCOUNT", AwsRegion: REGION, LastUpdateStatus: "OUTDATED" },
          { SourceId: ACCOUNT, AwsRegion: "us-east-1", LastUpdateStatus: "FAILED", LastErrorCode: "x" },
        ],
      },
      { input: { ConfigurationAggregatorName: "org" } },
    );
    const graph = assemble([list, status]);
    expect(graph.step(own("aggregator", "org"), "sources")?.ids).toHaveLength(2);
    expect(nodeOf(status, `${own("aggregator", "org")}#${ACCOUNT}/us-east-1`).is).toMatchObject({
      ...{ status: "failed", error: "x" },
    });
  });

  it("is judged by rules, and by packs of them", () => {
    const arn = `arn:aws:config:${REGION}:${ACCOUNT}:config-rule/config-rule-1`;
    const rules = read("config:DescribeConfigRules", {
      ConfigRules: [
        {
          ...{ ConfigRuleName: "ssh", ConfigRuleArn: arn, ConfigRuleState: "ACTIVE" },
          Scope: { ComplianceResourceTypes: ["AWS::EC2::SecurityGroup"] },
          Source: { Owner: "AWS", SourceIdentifier: "INCOMING_SSH_DISABLED" },
          ...{ InputParameters: '{"a":"1"}', MaximumExecutionFrequency: "One_Hour" },
          EvaluationModes: [{ Mode: "DETECTIVE" }],
        },
      ],
    });
    expect(nodeOf(rules, arn).is).toMatchObject({
      ...{ source: "aws", identifier: "INCOMING_SSH_DISABLED", state: "active", parameters: { a: "1" } },
      ...{ everySeconds: 3600, modes: ["detective"], resourceTypes: ["AWS::EC2::SecurityGroup"], tag: null },
    });
    const compliance = read("config:DescribeComplianceByConfigRule", {
      ComplianceByConfigRules: [
        {
          ConfigRuleName: "ssh",
          Compliance: {
            ComplianceType: "NON_COMPLIANT",
            ComplianceContributorCount: { CappedCount: 25, CapExceeded: true },
          },
        },
      ],
    });
    const whole = assemble([rules, compliance]).node(own("config-rule", "ssh"));
    expect(whole?.is).toMatchObject({ compliance: "non-compliant", violations: 25, moreViolations: true });
    const pack = `arn:aws:config:${REGION}:${ACCOUNT}:conformance-pack/cis/conformance-pack-1`;
    const state = read("config:DescribeConformancePackStatus", {
      ConformancePackStatusDetails: [
        { ConformancePackName: "cis", ConformancePackArn: pack, ConformancePackState: "CREATE_FAILED" },
      ],
    });
    expect(nodeOf(state, pack)).toMatchObject({ label: "cis", is: { state: "create-failed" } });
  });

  it("in words that are not known is a gap", () => {
    const { gaps } = read("config:DescribeDeliveryChannels", {
      DeliveryChannels: [
        { name: "d", configSnapshotDeliveryProperties: { deliveryFrequency: "Fortnightly" } },
      ],
    });
    expect(gaps.map(({ reason, touches }) => [reason, touches.nodes])).toEqual([
      ["unmodelled", [own("delivery-channel", "d")]],
    ]);
  });
});

describe("a detector", () => {
  it("has no administrator where the answer names none, as the command line saves it", () => {
    const asked = { input: { DetectorId: "d1" } };
    const { gaps, nodes } = read("guardduty:GetAdministratorAccount", {}, asked);
    expect(gaps).toEqual([]);
    expect(nodes[0]).toMatchObject({ kind: "detector", is: { administrator: null } });
  });
});
