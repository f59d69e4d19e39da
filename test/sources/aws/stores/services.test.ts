import { describe, expect, it } from "vitest";
import { secondsOf } from "../../../../src/sources/aws/stores/schedule.js";
import { ACCOUNT, arrows, nodeOf, OTHER, read } from "../harness.js";

const at = (service: string, resource: string, region = "eu-west-1") =>
  `arn:aws:${service}:${region}:${ACCOUNT}:${resource}`;
const KEY = at("kms", "key/1");
const POLICY = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: "*" }] };

/** What an answer makes of the node with this id: its facts, and the arrows from it without its account. */
function told(...[call, output, id, input = {}]: [string, object, string, object?]) {
  const batch = read(call, output, { input: input as never });
  const from = arrows(batch).filter((one) => one.startsWith(`${id} -`) && !one.includes("-account->"));
  const links = from.map((one) => one.slice(id.length + 2).replace("-> ", " "));
  return { is: nodeOf(batch, id).is, links, gaps: batch.gaps, batch };
}

describe("tables", () => {
  const id = at("dynamodb", "table/t");
  it("have replicas where the provider says so, each in its Region", () => {
    const Table = {
      ...{ TableName: "t", TableArn: id, TableStatus: "ACTIVE", TableSizeBytes: 2 ** 29 },
      ...{ SSEDescription: { Status: "ENABLED", SSEType: "KMS", KMSMasterKeyArn: KEY } },
      ...{ DeletionProtectionEnabled: false, CreationDateTime: 1_600_000_000 },
      Replicas: [{ RegionName: "us-east-1", ReplicaStatus: "ACTIVE" }, { RegionName: "eu-west-1" }],
    };
    const { is, links, batch } = told("dynamodb:DescribeTable", { Table }, id);
    expect(is).toMatchObject({ encrypted: true, key: KEY, sizeGib: 0.5, deletionProtection: false });
    expect(links).toEqual([`key ${KEY}`]);
    const far = at("dynamodb", "table/t", "us-east-1");
    expect(nodeOf(batch, `${id}#replicas`).is).toMatchObject({
      ...{ ruleType: "global-table", sources: [id] },
      destinations: [{ region: "us-east-1", account: ACCOUNT, store: far }],
    });
  });

  it.each([
    [{ PointInTimeRecoveryStatus: "ENABLED", RecoveryPeriodInDays: 7 }, 7],
    [{ PointInTimeRecoveryStatus: "ENABLED" }, 35],
    [{ PointInTimeRecoveryStatus: "DISABLED" }, 0],
    [{}, null],
  ])("can be restored as far back as %j says", (description, pointInTimeDays) => {
    const output = { ContinuousBackupsDescription: { PointInTimeRecoveryDescription: description } };
    const { is } = told("dynamodb:DescribeContinuousBackups", output, id, { TableName: "t" });
    expect(is).toEqual({ pointInTimeDays });
  });

  it("have a policy, or none", () => {
    const input = { ResourceArn: id };
    const own = { Policy: JSON.stringify(POLICY), RevisionId: "1" };
    expect(told("dynamodb:GetResourcePolicy", own, id, input).is).toEqual({ policy: POLICY });
    const none = { Error: { Code: "PolicyNotFoundException", Message: "none" } };
    expect(told("dynamodb:GetResourcePolicy", none, id, input)).toMatchObject({
      ...{ is: { policy: null }, gaps: [] },
    });
  });
});

describe("warehouses", () => {
  const id = at("redshift", "cluster:w");
  it("copy their snapshots to another Region", () => {
    const Clusters = [
      {
        ...{
          ClusterIdentifier: "w",
          Encrypted: true,
          KmsKeyId: KEY,
          PubliclyAccessible: true,
          VpcId: "vpc-1",
        },
        ...{ AutomatedSnapshotRetentionPeriod: 1, AllowVersionUpgrade: true, MultiAZ: "Disabled" },
        ...{ TotalStorageCapacityInMegaBytes: 2048, VpcSecurityGroups: [{ VpcSecurityGroupId: "sg-1" }] },
        ClusterSnapshotCopyStatus: { DestinationRegion: "us-east-1", RetentionPeriod: 7 },
      },
    ];
    const { is, links, batch } = told("redshift:DescribeClusters", { Clusters }, id);
    expect(is).toMatchObject({
      isPublic: true,
      encrypted: true,
      multiZone: false,
      sizeGib: 2,
      backupDays: 1,
    });
    expect(links).toEqual(["filters sg-1", `key ${KEY}`, "network vpc-1"]);
    expect(nodeOf(batch, `${id}#snapshot-copy`).is).toMatchObject({
      ...{ keepDays: 7, destinations: [{ region: "us-east-1", account: ACCOUNT, store: null }] },
    });
  });

  it("share snapshots, and say where their logs go", () => {
    const snapshot = at("redshift", "snapshot:w/s");
    const Snapshots = [
      {
        ...{ SnapshotArn: snapshot, SnapshotIdentifier: "s", ClusterIdentifier: "w", SnapshotType: "manual" },
        ...{ AccountsWithRestoreAccess: [{ AccountId: OTHER }], Encrypted: false, OwnerAccount: ACCOUNT },
        TotalBackupSizeInMegaBytes: 512.5,
      },
    ];
    expect(told("redshift:DescribeClusterSnapshots", { Snapshots }, snapshot)).toMatchObject({
      is: { sharedWith: [OTHER], encrypted: false, automatic: false, of: id, sizeGib: 512.5 / 1024 },
      links: [`store ${id}`],
    });
    const input = { ClusterIdentifier: "w" };
    const on = { LoggingEnabled: true, BucketName: "logs", LogDestinationType: "s3" };
    expect(told("redshift:DescribeLoggingStatus", on, id, input).is).toEqual({
      ...{ logsTo: ["arn:aws:s3:::logs"], exportedLogs: [] },
    });
    const off = { LoggingEnabled: false, BucketName: "logs" };
    expect(told("redshift:DescribeLoggingStatus", off, id, input).is).toMatchObject({ logsTo: [] });
  });

  it("without servers are a namespace, and workgroups that reach it", () => {
    const namespace = at("redshift-serverless", "namespace/n-1");
    const workgroup = at("redshift-serverless", "workgroup/w-1");
    const namespaces = [
      { namespaceArn: namespace, namespaceName: "n", kmsKeyId: "AWS_OWNED_KMS_KEY", logExports: ["userlog"] },
    ];
    const one = told("redshift-serverless:ListNamespaces", { namespaces }, namespace);
    expect(one.is).toMatchObject({ encrypted: true, key: null, exportedLogs: ["userlog"] });
    const [alias] = nodeOf(one.batch, namespace).aliases;
    const workgroups = [
      {
        ...{ workgroupArn: workgroup, workgroupName: "w", namespaceName: "n", publiclyAccessible: true },
        ...{ subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] },
        configParameters: [{ parameterKey: "require_ssl", parameterValue: "true" }],
      },
    ];
    const two = told("redshift-serverless:ListWorkgroups", { workgroups }, workgroup);
    expect(two.is).toMatchObject({ isPublic: true, encryptedInTransit: true });
    expect(two.links).toEqual([`cluster ${alias}`, "filters sg-1", "subnets subnet-1"]);
  });
});

describe("search domains", () => {
  it("outside of networks are public, with a policy", () => {
    const id = at("es", "domain/d");
    const DomainStatusList = [
      {
        ...{
          ARN: id,
          DomainName: "d",
          EngineVersion: "OpenSearch_2.11",
          AccessPolicies: JSON.stringify(POLICY),
        },
        ...{ EncryptionAtRestOptions: { Enabled: true, KmsKeyId: KEY } },
        ...{ DomainEndpointOptions: { EnforceHTTPS: true }, ClusterConfig: { InstanceCount: 3 } },
        ...{ EBSOptions: { VolumeSize: 10 }, AdvancedSecurityOptions: { Enabled: true } },
        LogPublishingOptions: { AUDIT_LOGS: { Enabled: true, CloudWatchLogsLogGroupArn: "arn:x" } },
      },
    ];
    expect(told("opensearch:DescribeDomains", { DomainStatusList }, id)).toMatchObject({
      is: {
        ...{ isPublic: true, policy: POLICY, encrypted: true, encryptedInTransit: true, sizeGib: 30 },
        ...{ authenticated: true, exportedLogs: ["AUDIT_LOGS"], logsTo: ["arn:x"] },
      },
      links: [`key ${KEY}`],
    });
  });
});

describe("caches", () => {
  const group = at("elasticache", "replicationgroup:g");
  it("say how they are encrypted and who may enter", () => {
    const ReplicationGroups = [
      {
        ...{ ARN: group, ReplicationGroupId: "g", AtRestEncryptionEnabled: true, MultiAZ: "enabled" },
        ...{ TransitEncryptionEnabled: true, TransitEncryptionMode: "preferred", UserGroupIds: ["u"] },
        NodeGroups: [{ NodeGroupMembers: [{ PreferredAvailabilityZone: "eu-west-1a" }] }],
        MemberClustersOutpostArns: [at("outposts", "outpost/op-1")],
      },
    ];
    const { is } = told("elasticache:DescribeReplicationGroups", { ReplicationGroups }, group);
    expect(is).toMatchObject({
      ...{ encrypted: true, encryptedInTransit: false, authenticated: true, multiZone: true },
      ...{ zones: ["eu-west-1a"], outpost: at("outposts", "outpost/op-1") },
    });
    const id = at("elasticache", "cluster:g-001");
    const CacheClusters = [
      {
        ...{
          ARN: id,
          CacheClusterId: "g-001",
          ReplicationGroupId: "g",
          PreferredAvailabilityZone: "Multiple",
        },
        ...{ SecurityGroups: [{ SecurityGroupId: "sg-1" }], AuthTokenEnabled: false },
      },
    ];
    expect(told("elasticache:DescribeCacheClusters", { CacheClusters }, id)).toMatchObject({
      ...{ is: { authenticated: false, multiZone: true }, links: [`cluster ${group}`, "filters sg-1"] },
    });
  });

  it("across Regions name who leads", () => {
    const id = `arn:aws:elasticache::${ACCOUNT}:globalreplicationgroup:w`;
    const Members = [
      { ReplicationGroupId: "g", ReplicationGroupRegion: "eu-west-1", Role: "PRIMARY" },
      { ReplicationGroupId: "h", ReplicationGroupRegion: "us-east-1", Role: "SECONDARY" },
    ];
    const GlobalReplicationGroups = [{ ARN: id, GlobalReplicationGroupId: "w", Members }];
    const { is } = told("elasticache:DescribeGlobalReplicationGroups", { GlobalReplicationGroups }, id);
    const far = at("elasticache", "replicationgroup:h", "us-east-1");
    expect(is).toMatchObject({ sources: [group], destinations: [{ region: "us-east-1", store: far }] });
  });

  it("keep snapshots, and durable ones are clusters of their own", () => {
    const id = at("elasticache", "snapshot:s");
    const Snapshots = [
      { ARN: id, SnapshotName: "s", ReplicationGroupId: "g", SnapshotSource: "automated", KmsKeyId: KEY },
    ];
    expect(told("elasticache:DescribeSnapshots", { Snapshots }, id)).toMatchObject({
      ...{ is: { of: group, automatic: true, encrypted: true }, links: [`key ${KEY}`, `store ${group}`] },
    });
    const memory = at("memorydb", "cluster/m");
    const Clusters = [
      { ARN: memory, Name: "m", ACLName: "open-access", TLSEnabled: false, MultiRegionClusterName: "mr" },
    ];
    const { is, gaps } = told("memorydb:DescribeClusters", { Clusters }, memory);
    expect(is).toMatchObject({ authenticated: false, encryptedInTransit: false, encrypted: true });
    expect(gaps).toMatchObject([{ reason: "unmodelled", touches: { nodes: [`${memory}#multi-region`] } }]);
  });
});

describe("streams", () => {
  it("of Kafka tell who may connect, and how", () => {
    const id = at("kafka", "cluster/k/1");
    const ClusterInfoList = [
      {
        ...{
          ClusterArn: id,
          ClusterName: "k",
          ClusterType: "PROVISIONED",
          State: "ACTIVE",
          Tags: { a: "b" },
        },
        Provisioned: {
          BrokerNodeGroupInfo: {
            ...{ ClientSubnets: ["subnet-1"], SecurityGroups: ["sg-1"], ZoneIds: ["euw1-az1", "euw1-az2"] },
            ConnectivityInfo: { PublicAccess: { Type: "SERVICE_PROVIDED_EIPS" } },
            StorageInfo: { EbsStorageInfo: { VolumeSize: 100 } },
          },
          ...{ NumberOfBrokerNodes: 2, ClientAuthentication: { Unauthenticated: { Enabled: true } } },
          EncryptionInfo: {
            EncryptionAtRest: { DataVolumeKMSKeyId: KEY },
            EncryptionInTransit: { ClientBroker: "TLS_PLAINTEXT" },
          },
          LoggingInfo: { BrokerLogs: { S3: { Enabled: true, Bucket: "logs" } } },
        },
      },
    ];
    expect(told("kafka:ListClustersV2", { ClusterInfoList }, id)).toMatchObject({
      is: {
        ...{ isPublic: true, encryptedInTransit: false, authenticated: false, sizeGib: 200, multiZone: true },
        exportedLogs: ["S3"],
      },
      links: ["filters sg-1", `key ${KEY}`, "subnets subnet-1"],
    });
  });

  it("of Kafka are replicated from cluster to cluster", () => {
    const [id, near] = [at("kafka", "replicator/r"), at("kafka", "cluster/a/1")];
    const output = {
      ...{ ReplicatorArn: id, ReplicatorName: "r", ServiceExecutionRoleArn: "arn:aws:iam::1:role/r" },
      KafkaClusters: [
        { KafkaClusterAlias: "a", AmazonMskCluster: { MskClusterArn: near } },
        { KafkaClusterAlias: "b", ApacheKafkaCluster: { ApacheKafkaClusterId: "at-home" } },
      ],
      ReplicationInfoList: [{ SourceKafkaClusterAlias: "a", TargetKafkaClusterAlias: "b" }],
    };
    expect(told("kafka:DescribeReplicator", output, id)).toMatchObject({
      is: { sources: [near], destinations: [{ region: null, account: null, store: "at-home" }] },
      links: [`sources ${near}`],
    });
  });

  it("of Kinesis are encrypted or not", () => {
    const id = at("kinesis", "stream/s");
    const summary = { StreamARN: id, StreamName: "s", EncryptionType: "KMS", KeyId: "alias/aws/kinesis" };
    const { is, links } = told("kinesis:DescribeStreamSummary", { StreamDescriptionSummary: summary }, id);
    expect(is).toMatchObject({ encrypted: true, key: "alias/aws/kinesis" });
    expect(links).toEqual(["key alias/aws/kinesis"]);
  });

  it("that are delivered say from where to where, and no token", () => {
    const id = at("firehose", "deliverystream/d");
    const DeliveryStreamDescription = {
      ...{ DeliveryStreamARN: id, DeliveryStreamName: "d", DeliveryStreamType: "KinesisStreamAsSource" },
      Source: { KinesisStreamSourceDescription: { KinesisStreamARN: at("kinesis", "stream/s") } },
      Destinations: [
        {
          HttpEndpointDestinationDescription: {
            EndpointConfiguration: { Url: "https://in.example.com/CANARY-path?key=CANARY", Name: "x" },
            RequestConfiguration: {
              CommonAttributes: [{ AttributeName: "token", AttributeValue: "CANARY-value" }],
            },
            ...{ RoleARN: "arn:aws:iam::1:role/d", CloudWatchLoggingOptions: { Enabled: false } },
            S3DestinationDescription: { BucketARN: "arn:aws:s3:::rest" },
          },
          SplunkDestinationDescription: { HECEndpoint: "https://u:CANARY@splunk:8088/x", HECToken: "CANARY" },
        },
      ],
    };
    const { is, links, batch } = told("firehose:DescribeDeliveryStream", { DeliveryStreamDescription }, id);
    expect(is).toMatchObject({
      ...{
        destinationTypes: ["http", "splunk"],
        encrypted: false,
        logging: false,
        role: "arn:aws:iam::1:role/d",
      },
      source: { region: "eu-west-1", account: ACCOUNT, store: at("kinesis", "stream/s") },
      destination: { region: null, account: null, store: "https://in.example.com" },
    });
    expect(links).toEqual([`stores ${at("kinesis", "stream/s")}`, "stores arn:aws:s3:::rest"]);
    expect(JSON.stringify(batch)).not.toContain("CANARY");
  });

  it("whose destination is new leave a gap", () => {
    const id = at("firehose", "deliverystream/d");
    const DeliveryStreamDescription = { DeliveryStreamARN: id, Destinations: [{ DestinationId: "x" }] };
    const { gaps } = told("firehose:DescribeDeliveryStream", { DeliveryStreamDescription }, id);
    expect(gaps).toMatchObject([{ reason: "unmodelled", touches: { nodes: [id] } }]);
  });
});

describe("backups", () => {
  const vault = at("backup", "backup-vault:v");
  const far = at("backup", "backup-vault:far", "us-east-1");
  it.each([
    [{ Locked: false }, null],
    [
      { Locked: true, MinRetentionDays: 7 },
      { minDays: 7, maxDays: null, fixedFrom: null, mode: "governance" },
    ],
    [
      { Locked: true, LockDate: 1_600_000_000, MaxRetentionDays: 9 },
      { minDays: null, maxDays: 9, fixedFrom: "2020-09-13T12:26:40Z", mode: "compliance" },
    ],
  ])("lie in a vault with a lock: %j", (more, lock) => {
    const BackupVaultList = [
      {
        BackupVaultArn: vault,
        BackupVaultName: "v",
        EncryptionKeyArn: KEY,
        VaultType: "BACKUP_VAULT",
        ...more,
      },
    ];
    const { is, links } = told("backup:ListBackupVaults", { BackupVaultList }, vault);
    expect(is).toMatchObject({ storeType: "vault", engine: "backup-vault", key: KEY, lock });
    expect(links).toEqual([`key ${KEY}`]);
  });

  it("lie in a vault with a policy or none", () => {
    const own = { BackupVaultName: "v", BackupVaultArn: vault, Policy: JSON.stringify(POLICY) };
    expect(told("backup:GetBackupVaultAccessPolicy", own, vault).is).toEqual({ policy: POLICY });
    const none = { Error: { Code: "ResourceNotFoundException", Message: "none" } };
    const input = { BackupVaultName: "v" };
    expect(told("backup:GetBackupVaultAccessPolicy", none, vault, input).is).toEqual({ policy: null });
  });

  it("are made by rules of a plan, into vaults of several Regions", () => {
    const plan = at("backup", "backup-plan:p");
    const Rules = [
      {
        ...{
          RuleId: "r",
          RuleName: "daily",
          TargetBackupVaultName: "v",
          ScheduleExpression: "cron(0 5 ? * * *)",
        },
        Lifecycle: { DeleteAfterDays: 35, MoveToColdStorageAfterDays: 7 },
        CopyActions: [{ DestinationBackupVaultArn: far, Lifecycle: { DeleteAfterDays: 90 } }],
      },
    ];
    const output = { BackupPlanArn: plan, BackupPlanId: "p", BackupPlan: { BackupPlanName: "n", Rules } };
    const { is, links } = told("backup:GetBackupPlan", output, `${plan}#rule/r`);
    expect(is).toEqual({
      ...{ ruleType: "backup", name: "daily", enabled: true, sources: [], keepDays: 35, coldDays: 7 },
      ...{ schedule: "cron(0 5 ? * * *)", everySeconds: 86_400, continuous: false },
      destinations: [
        { region: "eu-west-1", account: ACCOUNT, store: vault },
        { region: "us-east-1", account: ACCOUNT, store: far },
      ],
      copies: [{ store: far, keepDays: 90 }],
    });
    expect(links).toEqual([`destinations ${vault}`, `destinations ${far} in us-east-1`, `plan ${plan}`]);
  });

  it("are made of what a plan selects, by ARN, pattern or tag", () => {
    const id = `${at("backup", "backup-plan:p")}#selection/s`;
    const [db, host] = [at("rds", "db:shop"), at("ec2", "instance/i-1")];
    const BackupSelection = {
      ...{ SelectionName: "all", IamRoleArn: "arn:r", Resources: [host, db, "arn:aws:dynamodb:*:*:table/*"] },
      ListOfTags: [{ ConditionType: "STRINGEQUALS", ConditionKey: "backup", ConditionValue: "yes" }],
      Conditions: { StringEquals: [] },
    };
    const output = { BackupPlanId: "p", SelectionId: "s", BackupSelection };
    const { is, links } = told("backup:GetBackupSelection", output, id);
    const { Resources, ListOfTags } = BackupSelection;
    expect(is).toEqual({ sources: [host, db].sort(), selection: { Resources, ListOfTags } });
    expect(links).toEqual([`sources ${db}`]);
  });

  it("are kept as points, some of things that are no stores", () => {
    const db = at("rds", "db:shop");
    const point = at("rds", "snapshot:awsbackup:job-1");
    const RecoveryPoints = [
      {
        ...{ RecoveryPointArn: point, BackupVaultArn: vault, ResourceArn: db, ResourceType: "RDS" },
        ...{ IsEncrypted: true, EncryptionKeyArn: KEY, Status: "COMPLETED", BackupSizeInBytes: 2 ** 30 },
        ...{ CreatedBy: { BackupPlanId: "p" }, CalculatedLifecycle: { DeleteAt: 1_600_000_000 } },
      },
      {
        ...{ RecoveryPointArn: at("backup", "recovery-point:1"), BackupVaultArn: vault },
        ...{ ResourceArn: at("backup-gateway", "vm/vm-1"), ResourceType: "VirtualMachine" },
      },
    ];
    const call = "backup:ListRecoveryPointsByBackupVault";
    const { is, links, batch } = told(call, { RecoveryPoints }, `${vault}#${point}`);
    expect(is).toMatchObject({
      ...{ copyType: "recovery-point", of: db, encrypted: true, automatic: true, sizeGib: 1 },
      expires: "2020-09-13T12:26:40Z",
    });
    expect(links).toEqual([`key ${KEY}`, `store ${db}`, `vault ${vault}`]);
    const machine = nodeOf(batch, at("backup", "recovery-point:1"));
    expect(arrows(batch).filter((one) => one.startsWith(machine.id))).toEqual([
      `${machine.id} -vault-> ${vault}`,
    ]);
  });

  it("of whatever has one tell when the last was", () => {
    const db = at("rds", "db:shop");
    const Results = [{ ResourceArn: db, ResourceType: "RDS", LastBackupTime: 1_600_000_000 }];
    const { is, links } = told("backup:ListProtectedResources", { Results }, `${db}#last-backup`);
    expect(is).toMatchObject({ copyType: "last-backup", of: db, created: "2020-09-13T12:26:40Z" });
    expect(links).toEqual([`store ${db}`]);
  });
});

describe("a schedule", () => {
  it.each([
    ["rate(12 hours)", 43_200],
    ["rate(1 day)", 86_400],
    ["rate(0 days)", null],
    ["cron(0 5 ? * * *)", 86_400],
    ["cron(0 5 * * ? *)", 86_400],
    ["cron(0 5 ? * 7 *)", 604_800],
    ["cron(0 5 ? * MON-FRI *)", null],
    ["cron(0 5 1 * ? *)", null],
    ["cron(0 * * * ? *)", 3600],
    ["cron(0 0/6 * * ? *)", 21_600],
    ["cron(0 0/5 * * ? *)", null],
    ["cron(0/15 * * * ? *)", 900],
    ["cron(0 5,17 * * ? *)", null],
    ["cron(0 5 * * ?)", null],
    ["at(2026-01-01T00:00:00)", null],
    ["", null],
    [null, null],
  ])("%s comes every %s seconds", (schedule, seconds) => {
    expect(secondsOf(schedule)).toBe(seconds);
  });
});
