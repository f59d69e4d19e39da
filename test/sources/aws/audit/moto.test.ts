import * as acm from "@aws-sdk/client-acm";
import * as cloudtrail from "@aws-sdk/client-cloudtrail";
import * as cloudwatch from "@aws-sdk/client-cloudwatch";
import * as logs from "@aws-sdk/client-cloudwatch-logs";
import * as config from "@aws-sdk/client-config-service";
import * as eks from "@aws-sdk/client-eks";
import * as guardduty from "@aws-sdk/client-guardduty";
import * as s3 from "@aws-sdk/client-s3";
import * as sns from "@aws-sdk/client-sns";
import * as ssm from "@aws-sdk/client-ssm";
import { expect, it } from "vitest";
import { assemble, type Graph } from "../../../../src/graph/index.js";
import { collectAws } from "../../../../src/sources/aws/index.js";
import { callOf } from "../../../../src/sources/aws/resource.js";
import { AUDIT } from "../../../../src/sources/aws/resources/audit/index.js";
import { describeWithMoto, withMoto } from "../../../setup/moto-server.js";
import { unknownToMoto } from "../../../setup/moto-unknown.js";
import { expectSameFromFiles } from "../exported.js";
import { gather, type Whole } from "../harness.js";

const REGION = "eu-west-1";
const MOTO = "123456789012";
const CALLS = new Set(AUDIT.map(callOf));
const FROM = { region: REGION };

async function seedTrail(): Promise<void> {
  const buckets = new s3.S3Client({ ...FROM, forcePathStyle: true });
  await buckets.send(
    new s3.CreateBucketCommand({ Bucket: "logs", CreateBucketConfiguration: { LocationConstraint: REGION } }),
  );
  const trails = new cloudtrail.CloudTrailClient(FROM);
  const Name = "everything";
  await trails.send(
    new cloudtrail.CreateTrailCommand({
      ...{ Name, S3BucketName: "logs", IsMultiRegionTrail: true, EnableLogFileValidation: true },
    }),
  );
  await trails.send(new cloudtrail.StartLoggingCommand({ Name }));
  await trails.send(
    new cloudtrail.PutEventSelectorsCommand({
      TrailName: Name,
      EventSelectors: [
        {
          ...{ ReadWriteType: "WriteOnly", IncludeManagementEvents: true },
          DataResources: [{ Type: "AWS::S3::Object", Values: ["arn:aws:s3"] }],
        },
      ],
    }),
  );
}

async function seedConfig(): Promise<void> {
  const client = new config.ConfigServiceClient(FROM);
  await client.send(
    new config.PutConfigurationRecorderCommand({
      ConfigurationRecorder: {
        ...{ name: "default", roleARN: `arn:aws:iam::${MOTO}:role/config` },
        recordingGroup: { allSupported: true, includeGlobalResourceTypes: true },
      },
    }),
  );
  await client.send(
    new config.PutDeliveryChannelCommand({ DeliveryChannel: { name: "default", s3BucketName: "logs" } }),
  );
  await client.send(new config.StartConfigurationRecorderCommand({ ConfigurationRecorderName: "default" }));
}

async function seedLogs(): Promise<void> {
  const groups = new logs.CloudWatchLogsClient(FROM);
  const logGroupName = "trail";
  await groups.send(new logs.CreateLogGroupCommand({ logGroupName }));
  await groups.send(new logs.PutRetentionPolicyCommand({ logGroupName, retentionInDays: 365 }));
  await groups.send(
    new logs.PutMetricFilterCommand({
      ...{ logGroupName, filterName: "root", filterPattern: '{ $.userIdentity.type = "Root" }' },
      metricTransformations: [{ metricName: "Root", metricNamespace: "CIS", metricValue: "1" }],
    }),
  );
  const topics = new sns.SNSClient(FROM);
  const { TopicArn } = await topics.send(new sns.CreateTopicCommand({ Name: "alarms" }));
  const Endpoint = "CANARY@example.com";
  await topics.send(new sns.SubscribeCommand({ TopicArn, Protocol: "email", Endpoint }));
  await new cloudwatch.CloudWatchClient(FROM).send(
    new cloudwatch.PutMetricAlarmCommand({
      ...{ AlarmName: "root", MetricName: "Root", Namespace: "CIS", Statistic: "Sum", Period: 300 },
      ...{ EvaluationPeriods: 1, Threshold: 1, ComparisonOperator: "GreaterThanOrEqualToThreshold" },
      AlarmActions: [TopicArn ?? ""],
    }),
  );
}

async function seedOthers(): Promise<void> {
  await new guardduty.GuardDutyClient(FROM).send(new guardduty.CreateDetectorCommand({ Enable: true }));
  await new acm.ACMClient(FROM).send(
    new acm.RequestCertificateCommand({ DomainName: "www.example.com", ValidationMethod: "DNS" }),
  );
  await new ssm.SSMClient(FROM).send(
    new ssm.CreateDocumentCommand({
      ...{ Name: "patch", DocumentType: "Command", DocumentFormat: "JSON" },
      Content: JSON.stringify({ schemaVersion: "2.2", description: "d", mainSteps: [] }),
    }),
  );
  await new eks.EKSClient(FROM).send(
    new eks.CreateClusterCommand({
      ...{ name: "shop", roleArn: `arn:aws:iam::${MOTO}:role/eks` },
      resourcesVpcConfig: { endpointPublicAccess: true },
    }),
  );
}

describeWithMoto("an account that is watched", () => {
  let whole: Whole;
  let graph: Graph;

  withMoto(async () => {
    await seedTrail();
    await seedConfig();
    await seedLogs();
    await seedOthers();
    whole = await gather(collectAws({ regions: [REGION, "us-east-1"], attempts: 2 }));
    graph = assemble([whole]);
  });

  const only = (kind: string) => whole.nodes.filter((node) => node.kind === kind).map(({ id }) => id);
  const is = (kind: string) => [...new Set(only(kind))].map((id) => graph.node(id)?.is);

  it("misses only what the emulator does not know", () => {
    const failed = whole.gaps.filter(({ at }) => CALLS.has(at.call ?? "")).map(({ at }) => at.call);
    expect([...new Set(failed)].sort()).toEqual(unknownToMoto((call) => CALLS.has(call)));
    expect(graph.gaps.filter(({ reason }) => reason === "conflict")).toEqual([]);
  });

  it("has its trail, which writes in every Region", () => {
    expect(is("trail")).toMatchObject([
      {
        ...{ name: "everything", home: REGION, multiRegion: true, validated: true, logging: true },
        ...{ bucket: "arn:aws:s3:::logs", management: { read: "none", write: "all" } },
        data: [{ resourceType: "AWS::S3::Object", read: "none", write: "all" }],
      },
    ]);
    for (const region of [REGION, "us-east-1"])
      expect(graph.step(`aws:region:${MOTO}:${region}`, "trail_statuses")?.ids).toHaveLength(1);
    expect(graph.step(`arn:aws:iam::${MOTO}:root`, "trails")?.ids).toEqual(only("trail").slice(0, 1));
  });

  it("has recorders where they were made, and nowhere else", () => {
    expect(is("recorder")).toMatchObject([{ strategy: "all", recording: true, serviceRole: false }]);
    expect(graph.step(`aws:region:${MOTO}:${REGION}`, "recorders")?.ids).toHaveLength(1);
    expect(graph.step(`aws:region:${MOTO}:us-east-1`, "recorders")?.ids).toEqual([]);
    expect(is("delivery-channel")).toMatchObject([{ bucket: "arn:aws:s3:::logs" }]);
  });

  it("has a filter that somebody is told of", () => {
    const [filter = ""] = only("metric-filter");
    const [metric = ""] = graph.step(filter, "metrics")?.ids ?? [];
    const [alarm = ""] = graph.step(metric, "alarms")?.ids ?? [];
    const [topic = ""] = graph.step(alarm, "topics")?.ids ?? [];
    expect(graph.step(topic, "subscriptions")?.ids).toHaveLength(1);
    expect(is("topic-subscription")).toMatchObject([{ protocol: "email", endpoint: null }]);
    expect(JSON.stringify(whole)).not.toContain("CANARY");
  });

  it("has what else there is", () => {
    expect(is("detector")).toMatchObject([{ enabled: true, publishSeconds: 21_600, administrator: null }]);
    expect(is("certificate")).toMatchObject([{ names: ["www.example.com"], keyType: "rsa", keyBits: 2048 }]);
    expect(is("command-document")).toMatchObject([{ name: "patch", sharedWith: [] }]);
    expect(is("cluster")).toMatchObject([{ name: "shop", clusterType: "kubernetes", state: "active" }]);
  });

  it("exported and read from the files is the same graph", async () => {
    await expectSameFromFiles(whole);
  });
});
