import { describe, expect, it } from "vitest";
import { ACCOUNT, arrows, nodeOf, OTHER, read } from "../harness.js";

const RDS = `arn:aws:rds:eu-west-1:${ACCOUNT}`;
const KEY = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1`;
const OUTPOST = `arn:aws:outposts:eu-west-1:${ACCOUNT}:outpost/op-1`;
const OWNER = `arn:aws:iam::${ACCOUNT}:root`;

const INSTANCE = {
  ...{ DBInstanceIdentifier: "shop", DBInstanceArn: `${RDS}:db:shop`, DBInstanceStatus: "available" },
  ...{ Engine: "postgres", EngineVersion: "16.3", AllocatedStorage: 100, BackupRetentionPeriod: 7 },
  ...{ StorageEncrypted: true, KmsKeyId: KEY, PubliclyAccessible: false, MultiAZ: true },
  ...{ AvailabilityZone: "eu-west-1b", SecondaryAvailabilityZone: "eu-west-1a", DeletionProtection: true },
  ...{ AutoMinorVersionUpgrade: true, IAMDatabaseAuthenticationEnabled: false },
  ...{
    InstanceCreateTime: "2024-05-01T10:00:00.123Z",
    EnabledCloudwatchLogsExports: ["upgrade", "postgresql"],
  },
  VpcSecurityGroups: [{ VpcSecurityGroupId: "sg-1", Status: "active" }],
  DBSubnetGroup: {
    VpcId: "vpc-1",
    Subnets: [
      { SubnetIdentifier: "subnet-1", SubnetOutpost: {} },
      { SubnetIdentifier: "subnet-2", SubnetOutpost: { Arn: OUTPOST } },
    ],
  },
  PendingModifiedValues: { MasterUserPassword: "CANARY-password" },
  TagList: [{ Key: "team", Value: "shop" }],
};

describe("a database", () => {
  it("says where it lies, what guards it and how it is kept", () => {
    const batch = read("rds:DescribeDBInstances", { DBInstances: [INSTANCE] });
    const node = nodeOf(batch, `${RDS}:db:shop`);
    expect(node.is).toEqual({
      ...{ storeType: "database", name: "shop", state: "available", created: "2024-05-01T10:00:00Z" },
      ...{ engine: "postgres", engineVersion: "16.3", sizeGib: 100, encrypted: true, key: KEY },
      ...{ isPublic: false, multiZone: true, backupDays: 7, pointInTimeDays: 7, deletionProtection: true },
      ...{ exportedLogs: ["postgresql", "upgrade"], autoUpgrades: true, iamAuthentication: false },
      ...{ zones: ["eu-west-1a", "eu-west-1b"], outpost: OUTPOST, replicaOf: null },
    });
    expect(node.tags).toEqual({ team: "shop" });
    expect(JSON.stringify(batch)).not.toContain("CANARY");
    expect(arrows(batch)).toEqual([
      `${RDS}:db:shop -account-> ${OWNER} in`.replace(" in", ""),
      `${RDS}:db:shop -filters-> sg-1`,
      `${RDS}:db:shop -key-> ${KEY}`,
      `${RDS}:db:shop -network-> vpc-1`,
      `${RDS}:db:shop -subnets-> subnet-1`,
      `${RDS}:db:shop -subnets-> subnet-2`,
    ]);
    expect(batch.gaps).toEqual([]);
  });

  it("names its replicas and copied backups in other Regions", () => {
    const far = `arn:aws:rds:us-east-1:${ACCOUNT}:db:shop-far`;
    const batch = read("rds:DescribeDBInstances", {
      DBInstances: [
        {
          ...{ DBInstanceArn: `${RDS}:db:shop`, BackupRetentionPeriod: 7, StorageEncrypted: true },
          ReadReplicaDBInstanceIdentifiers: ["shop-near", far],
          DBInstanceAutomatedBackupsReplications: [
            { DBInstanceAutomatedBackupsArn: `arn:aws:rds:us-west-2:${ACCOUNT}:auto-backup:ab-1` },
          ],
        },
        { DBInstanceArn: far, ReadReplicaSourceDBInstanceIdentifier: `${RDS}:db:shop` },
      ],
    });
    const [near, us] = [`${RDS}:db:shop-near`, { region: "us-west-2", account: ACCOUNT, store: null }];
    expect(nodeOf(batch, `${RDS}:db:shop#replicas`).is).toEqual({
      ...{ ruleType: "replication", enabled: true, sources: [`${RDS}:db:shop`] },
      destinations: [
        { region: "eu-west-1", account: ACCOUNT, store: near },
        { region: "us-east-1", account: ACCOUNT, store: far },
      ],
    });
    expect(nodeOf(batch, `${RDS}:db:shop#backups`).is).toMatchObject({ destinations: [us], keepDays: 7 });
    expect(nodeOf(batch, far)).toMatchObject({
      scope: { region: "us-east-1" },
      is: { replicaOf: `${RDS}:db:shop` },
    });
    expect(arrows(batch)).toContain(
      `${far} -replica_of-> ${RDS}:db:shop in eu-west-1`.replace(" in eu-west-1", ""),
    );
  });

  it("in a cluster is a member of it, and a global cluster joins clusters of several Regions", () => {
    const member = read("rds:DescribeDBInstances", {
      DBInstances: [{ DBInstanceArn: `${RDS}:db:a`, DBClusterIdentifier: "orders" }],
    });
    expect(arrows(member)).toContain(`${RDS}:db:a -cluster-> ${RDS}:cluster:orders`);
    const cluster = read("rds:DescribeDBClusters", {
      DBClusters: [
        {
          ...{ DBClusterArn: `${RDS}:cluster:orders`, DBClusterIdentifier: "orders", Engine: "docdb" },
          ...{
            StorageEncrypted: false,
            AvailabilityZones: ["eu-west-1b", "eu-west-1a"],
            Status: "available",
          },
          ...{ BackupRetentionPeriod: 1, VpcSecurityGroups: [{ VpcSecurityGroupId: "sg-1" }] },
        },
      ],
    });
    expect(nodeOf(cluster, `${RDS}:cluster:orders`).is).toMatchObject({
      ...{ storeType: "cluster", engine: "docdb", encrypted: false, key: null, backupDays: 1 },
      zones: ["eu-west-1a", "eu-west-1b"],
    });
    const id = `arn:aws:rds::${ACCOUNT}:global-cluster:world`;
    const far = `arn:aws:rds:us-east-1:${ACCOUNT}:cluster:orders-us`;
    const world = read("rds:DescribeGlobalClusters", {
      GlobalClusters: [
        {
          ...{ GlobalClusterArn: id, GlobalClusterIdentifier: "world", StorageEncrypted: true },
          GlobalClusterMembers: [
            { DBClusterArn: `${RDS}:cluster:orders`, IsWriter: true },
            { DBClusterArn: far, IsWriter: false },
          ],
        },
      ],
    });
    expect(nodeOf(world, id)).toMatchObject({
      scope: { provider: "aws", partition: "aws", account: ACCOUNT },
      is: {
        sources: [`${RDS}:cluster:orders`],
        destinations: [{ region: "us-east-1", account: ACCOUNT, store: far }],
      },
    });
    expect(nodeOf(world, id).scope.region).toBeUndefined();
  });
});

describe("copies of databases", () => {
  it("say of what, where that lies, and with what they are encrypted", () => {
    const batch = read("rds:DescribeDBSnapshots", {
      DBSnapshots: [
        {
          ...{ DBSnapshotIdentifier: "s", DBSnapshotArn: `${RDS}:snapshot:s`, DBInstanceIdentifier: "shop" },
          ...{ SnapshotType: "manual", SourceRegion: "us-east-1", Encrypted: true, KmsKeyId: KEY },
          ...{ Status: "available", AllocatedStorage: 20, SnapshotCreateTime: 1_600_000_000 },
        },
      ],
    });
    const store = `arn:aws:rds:us-east-1:${ACCOUNT}:db:shop`;
    expect(nodeOf(batch, `${RDS}:snapshot:s`).is).toEqual({
      ...{ copyType: "snapshot", name: "s", of: store, state: "available", created: "2020-09-13T12:26:40Z" },
      source: { region: "us-east-1", account: ACCOUNT, store },
      ...{ encrypted: true, key: KEY, sizeGib: 20, automatic: false },
    });
    expect(arrows(batch)).toHaveLength(2);
  });

  it("on an Outpost, of which nobody says which, leave a gap", () => {
    const DBSnapshots = [{ DBSnapshotArn: `${RDS}:snapshot:s`, SnapshotTarget: "outposts" }];
    const { gaps } = read("rds:DescribeDBSnapshots", { DBSnapshots });
    expect(gaps).toMatchObject([{ reason: "unmodelled", touches: { nodes: [`${RDS}:snapshot:s`] } }]);
  });

  it.each([
    ["DBSnapshot", "snapshot"],
    ["DBClusterSnapshot", "cluster-snapshot"],
  ])("tell with whom a %s is shared", (member, word) => {
    const output = {
      [`${member}AttributesResult`]: {
        [`${member}Identifier`]: "s",
        [`${member}Attributes`]: [
          { AttributeName: "restore", AttributeValues: [OTHER, "all"] },
          { AttributeName: "other", AttributeValues: ["x"] },
        ],
      },
    };
    const batch = read(`rds:Describe${member}Attributes`, output);
    expect(nodeOf(batch, `${RDS}:${word}:s`).is).toEqual({ sharedWith: [OTHER, "all"] });
    const input = { [`${member}Identifier`]: "s" };
    const denied = { Error: { Code: "AccessDenied", Message: "no" } };
    expect(read(`rds:Describe${member}Attributes`, denied, { input }).gaps).toMatchObject([
      { reason: "denied", touches: { nodes: [`${RDS}:${word}:s`] } },
    ]);
  });

  it("kept by the service are told where they are kept, with the Region they come from", () => {
    const far = `arn:aws:rds:us-east-1:${ACCOUNT}`;
    const batch = read("rds:DescribeDBInstanceAutomatedBackups", {
      DBInstanceAutomatedBackups: [
        {
          ...{ DBInstanceArn: `${far}:db:shop`, DBInstanceAutomatedBackupsArn: `${RDS}:auto-backup:ab-1` },
          ...{ Region: "us-east-1", Encrypted: true, Status: "replicating" },
        },
        { DBInstanceArn: `${RDS}:db:old`, Region: "eu-west-1", Encrypted: false },
      ],
    });
    expect(nodeOf(batch, `${RDS}:auto-backup:ab-1`).is).toMatchObject({
      ...{ copyType: "automated-backup", of: `${far}:db:shop`, encrypted: true, automatic: true },
      source: { region: "us-east-1", account: ACCOUNT, store: `${far}:db:shop` },
    });
    expect(nodeOf(batch, `${RDS}:db:old#automated-backup`).is).toMatchObject({ encrypted: false });
    const clusters = read("rds:DescribeDBClusterAutomatedBackups", {
      DBClusterAutomatedBackups: [
        {
          ...{
            DBClusterArn: `${RDS}:cluster:c`,
            DBClusterAutomatedBackupsArn: `${RDS}:cluster-auto-backup:x`,
          },
          StorageEncrypted: true,
        },
      ],
    });
    expect(nodeOf(clusters, `${RDS}:cluster-auto-backup:x`).is).toMatchObject({ encrypted: true });
  });
});

describe("a proxy before a database", () => {
  it("says whether it wants TLS and IAM", () => {
    const id = `${RDS}:db-proxy:prx-1`;
    const batch = read("rds:DescribeDBProxies", {
      DBProxies: [
        {
          ...{ DBProxyArn: id, DBProxyName: "door", RequireTLS: false, VpcId: "vpc-1", Status: "available" },
          ...{ EngineFamily: "MYSQL", VpcSubnetIds: ["subnet-1"], VpcSecurityGroupIds: ["sg-1"] },
          Auth: [{ IAMAuth: "REQUIRED" }, { IAMAuth: "DISABLED" }],
        },
      ],
    });
    expect(nodeOf(batch, id).is).toMatchObject({
      ...{ storeType: "proxy", encryptedInTransit: false, iamAuthentication: false },
    });
  });
});

describe("a database without an ARN", () => {
  it.each([
    ["DescribeDBInstances", "DBInstances"],
    ["DescribeDBClusters", "DBClusters"],
    ["DescribeGlobalClusters", "GlobalClusters"],
    ["DescribeDBSnapshots", "DBSnapshots"],
    ["DescribeDBProxies", "DBProxies"],
  ])("is a gap of %s", (operation, list) => {
    const batch = read(`rds:${operation}`, { [list]: [{ Engine: "mysql" }] });
    expect(batch.nodes).toEqual([]);
    expect(batch.gaps).toMatchObject([{ reason: "unparsed" }]);
  });
});
