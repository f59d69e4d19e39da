import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "../../../../src/model/index.js";
import { normalizeAnswer } from "../../../../src/sources/aws/index.js";
import { callOf } from "../../../../src/sources/aws/resource.js";
import { STORES } from "../../../../src/sources/aws/resources/stores/index.js";
import { ACCOUNT, answer } from "../harness.js";
import { expectRead, madeUp } from "../made-up.js";

const ARN = `arn:aws:rds:eu-west-1:${ACCOUNT}:db:shop`;
const MEMBERS =
  "DBSubnetGroup Subnets SubnetOutpost Arn VpcSecurityGroups TagList KmsKeyId ReadReplicaDBInstanceIdentifiers ReadReplicaIdentifiers DBInstanceAutomatedBackupsReplications GlobalClusterMembers SnapshotTarget SourceRegion EnabledCloudwatchLogsExports Auth IAMAuth Replicas RegionName SSEDescription PointInTimeRecoveryDescription Policy ClusterSnapshotCopyStatus DestinationRegion AccountsWithRestoreAccess TotalBackupSizeInMegaBytes configParameters parameterKey VPCOptions AccessPolicies LogPublishingOptions Enabled AdvancedSecurityOptions NodeGroups NodeGroupMembers LogDeliveryConfigurations DestinationDetails Members Role NodeSnapshots SnapshotCreateTime MultiRegionClusterName Provisioned Serverless BrokerNodeGroupInfo ConnectivityInfo EncryptionInfo ClientAuthentication KafkaClusters ReplicationInfoList SourceKafkaClusterAlias Source Destinations HttpEndpointDestinationDescription S3DestinationDescription EndpointConfiguration Url BackupPlan Rules CopyActions Lifecycle DeleteAfterDays ScheduleExpression BackupSelection Resources Conditions ListOfTags RecoveryPointArn BackupVaultArn ResourceArn ResourceType CalculatedLifecycle DeleteAt Locked LockDate ReplicationSubnetGroup ReplicationTaskSettings Logging RedisSettings S3Settings BucketName Schedule Options QopConfiguration OnPremConfig AgentArns EndpointDetails SubnetIds Protocols stagingArea sourceProperties identificationHints dataReplicationInfo stagingOutpostArn S3Resources BucketArn AddressId tags Tags created __proto__ constructor".split(
    " ",
  );
const VALUES: Json[] = [
  ARN,
  ACCOUNT,
  "eu-west-1",
  "{}",
  "2024-01-01T00:00:00Z",
  "",
  "\u0000",
  true,
  7,
  1.5,
  -1,
];

const json = madeUp({ members: MEMBERS, values: VALUES, longest: 12, deep: true });

/** Members by which the calls know what they tell of. */
const IDS = Object.fromEntries(
  "DBInstanceArn DBClusterArn GlobalClusterArn DBInstanceAutomatedBackupsArn DBClusterAutomatedBackupsArn DBSnapshotArn DBClusterSnapshotArn DBProxyArn TableArn ClusterIdentifier SnapshotArn namespaceArn workgroupArn DomainName ARN ClusterArn ReplicatorArn StreamARN DeliveryStreamARN BackupVaultArn BackupVaultName BackupPlanArn BackupPlanId SelectionId RecoveryPointArn ResourceArn ReplicationInstanceArn EndpointArn ReplicationTaskArn TaskArn LocationArn AgentArn GatewayARN FileShareARN VolumeARN TapeARN Arn arn sourceServerID JobId"
    .split(" ")
    .map((member) => [member, ARN]),
);
const named = fc.tuple(json.object, fc.constantFrom("s3://b/", "efs://fs-1", "x")).map(([object, uri]) => {
  const told = { ...IDS, LocationUri: uri, ...(object as object) };
  const lists = STORES.filter(({ object: whole }) => whole === undefined).map(({ list }) => [
    list,
    [object, told],
  ]);
  const wholes = STORES.flatMap(({ object: members = [] }) => members)
    .filter((member) => !Object.hasOwn(IDS, member) && member !== "LocationUri")
    .map((member) => [member, /Names$/.test(member) ? ["a", object] : { Rules: [object], ...told }]);
  return { ...told, ...Object.fromEntries(lists), ...Object.fromEntries(wholes) };
});
const inputs = fc.constantFrom<Json>(
  {},
  { TableName: "t", ResourceArn: ARN, ClusterIdentifier: "c", DBSnapshotIdentifier: "s" },
  { DomainNames: ["d"], BackupVaultName: "v", BackupPlanId: "p", SelectionId: "s", sourceServerID: "s" },
);

describe("what tells of stores, copies and what moves data", () => {
  it("never throws, whatever was asked and answered, and gives facts of the kind's shape", () => {
    const outputs = fc.oneof(named, named, json.object);
    fc.assert(
      fc.property(fc.constantFrom(...STORES), outputs, inputs, (resource, output, input) => {
        expectRead(resource, output as Json, input);
      }),
      { numRuns: 1000 },
    );
  });

  it("is read: every call makes a node of what is named", () => {
    const [output] = fc.sample(named, { numRuns: 1, seed: 7 });
    const input = { TableName: "t", ResourceArn: ARN, ClusterIdentifier: "c", DBSnapshotIdentifier: "s" };
    const more = { DBClusterSnapshotIdentifier: "s" };
    const silent = STORES.filter(
      (resource) =>
        normalizeAnswer(answer(callOf(resource), output as never, { input: { ...input, ...more } as never }))
          .nodes.length === 0,
    );
    expect(silent.map(callOf)).toEqual([]);
  });
});
