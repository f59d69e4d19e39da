import * as backup from "@aws-sdk/client-backup";
import * as dms from "@aws-sdk/client-database-migration-service";
import * as datasync from "@aws-sdk/client-datasync";
import * as dynamodb from "@aws-sdk/client-dynamodb";
import * as ec2 from "@aws-sdk/client-ec2";
import * as firehose from "@aws-sdk/client-firehose";
import * as kinesis from "@aws-sdk/client-kinesis";
import * as rds from "@aws-sdk/client-rds";
import * as redshift from "@aws-sdk/client-redshift";
import * as transfer from "@aws-sdk/client-transfer";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { expect, it } from "vitest";
import { assemble, type Graph } from "../../../../src/graph/index.js";
import { collectAws } from "../../../../src/sources/aws/index.js";
import { describeWithMoto, withMoto } from "../../../setup/moto-server.js";
import { unknownToMoto } from "../../../setup/moto-unknown.js";
import { expectSameFromFiles } from "../exported.js";
import { gather, type Whole } from "../harness.js";

const REGION = "eu-west-1";
const MOTO = "123456789012";
const at = (service: string, resource: string) => `arn:aws:${service}:${REGION}:${MOTO}:${resource}`;
const PASSWORD = "CANARY-password-1";

async function seedDatabases(config: object): Promise<void> {
  const client = new rds.RDSClient(config);
  await client.send(
    new rds.CreateDBInstanceCommand({
      ...{ DBInstanceIdentifier: "shop", DBInstanceClass: "db.t3.micro", Engine: "postgres" },
      ...{ AllocatedStorage: 20, StorageEncrypted: true, MasterUsername: "root", PubliclyAccessible: true },
      ...{ MasterUserPassword: PASSWORD, BackupRetentionPeriod: 7 },
    }),
  );
  const snapshot = { DBInstanceIdentifier: "shop", DBSnapshotIdentifier: "kept" };
  await client.send(new rds.CreateDBSnapshotCommand(snapshot));
  await client.send(
    new rds.ModifyDBSnapshotAttributeCommand({
      ...{ DBSnapshotIdentifier: "kept", AttributeName: "restore", ValuesToAdd: ["444455556666"] },
    }),
  );
  await client.send(
    new rds.CreateDBClusterCommand({
      ...{ DBClusterIdentifier: "orders", Engine: "aurora-postgresql", MasterUsername: "root" },
      MasterUserPassword: PASSWORD,
    }),
  );
  await new dynamodb.DynamoDBClient(config).send(
    new dynamodb.CreateTableCommand({
      ...{ TableName: "carts", BillingMode: "PAY_PER_REQUEST" },
      AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
    }),
  );
  await new redshift.RedshiftClient(config).send(
    new redshift.CreateClusterCommand({
      ...{ ClusterIdentifier: "facts", NodeType: "ra3.xlplus", MasterUsername: "root" },
      ...{ MasterUserPassword: PASSWORD, ClusterType: "single-node" },
    }),
  );
}

async function seedStreams(config: object): Promise<void> {
  // Left to itself this client speaks HTTP/2, which the emulator does not.
  const streams = new kinesis.KinesisClient({ ...config, requestHandler: new NodeHttpHandler() });
  await streams.send(new kinesis.CreateStreamCommand({ StreamName: "events", ShardCount: 1 }));
  const client = new firehose.FirehoseClient(config);
  for (const DeliveryStreamName of ["one", "two"])
    await client.send(
      new firehose.CreateDeliveryStreamCommand({
        DeliveryStreamName,
        ExtendedS3DestinationConfiguration: {
          ...{ RoleARN: `arn:aws:iam::${MOTO}:role/f`, BucketARN: "arn:aws:s3:::lake" },
        },
      }),
    );
}

async function seedBackups(config: object): Promise<string> {
  const client = new backup.BackupClient(config);
  await client.send(new backup.CreateBackupVaultCommand({ BackupVaultName: "safe" }));
  const Rules = [
    { RuleName: "daily", TargetBackupVaultName: "safe", ScheduleExpression: "cron(0 5 ? * * *)" },
  ];
  const { BackupPlanArn = "" } = await client.send(
    new backup.CreateBackupPlanCommand({ BackupPlan: { BackupPlanName: "all", Rules } }),
  );
  return BackupPlanArn;
}

async function seedMovers(config: object): Promise<void> {
  const sync = new datasync.DataSyncClient(config);
  const source = await sync.send(
    new datasync.CreateLocationSmbCommand({
      ...{ ServerHostname: "files.example.com", Subdirectory: "/share", User: "u", Password: PASSWORD },
      AgentArns: [at("datasync", "agent/agent-0a1b2c3d4e5f6a7b8")],
    }),
  );
  const target = await sync.send(
    new datasync.CreateLocationS3Command({
      S3BucketArn: "arn:aws:s3:::lake",
      S3Config: { BucketAccessRoleArn: `arn:aws:iam::${MOTO}:role/d` },
    }),
  );
  await sync.send(
    new datasync.CreateTaskCommand({
      ...{
        SourceLocationArn: source.LocationArn,
        DestinationLocationArn: target.LocationArn,
        Name: "nightly",
      },
    }),
  );
  await new transfer.TransferClient(config).send(
    new transfer.CreateServerCommand({ Protocols: ["SFTP"], EndpointType: "PUBLIC", Domain: "S3" }),
  );
  const { Vpcs = [] } = await new ec2.EC2Client(config).send(new ec2.DescribeVpcsCommand({}));
  expect(Vpcs.length).toBeGreaterThan(0);
  const migration = new dms.DatabaseMigrationServiceClient(config);
  await migration.send(
    new dms.CreateEndpointCommand({
      ...{ EndpointIdentifier: "old", EndpointType: "source", EngineName: "mysql", Password: PASSWORD },
      ...{ ServerName: "db.example.com", Port: 3306, Username: "u", SslMode: "none" },
    }),
  );
}

describeWithMoto("an account that stores and moves data", () => {
  let whole: Whole;
  let graph: Graph;
  let plan: string;

  withMoto(
    async (moto) => {
      const config = { region: REGION, endpoint: moto.endpoint };
      await seedDatabases(config);
      await seedStreams(config);
      plan = await seedBackups(config);
      await seedMovers(config);
      whole = await gather(collectAws({ regions: [REGION], attempts: 1 }));
      graph = assemble([whole]);
    },
    { AWS_REGION: REGION },
  );

  it("has its databases, and with whom their copies are shared", () => {
    expect(graph.node(at("rds", "db:shop"))?.is).toMatchObject({
      ...{ storeType: "database", engine: "postgres", encrypted: true, isPublic: true, backupDays: 7 },
    });
    expect(graph.node(at("rds", "snapshot:kept"))?.is).toMatchObject({ sharedWith: ["444455556666"] });
    expect(graph.node(at("rds", "cluster:orders"))?.is).toMatchObject({ engine: "aurora-postgresql" });
    expect(graph.node(at("dynamodb", "table/carts"))?.is).toMatchObject({ encrypted: true });
    expect(graph.node(at("redshift", "cluster:facts"))?.is).toMatchObject({ engine: "redshift", logsTo: [] });
  });

  it("has its streams, backups and movers", () => {
    expect(graph.node(at("kinesis", "stream/events"))?.is).toMatchObject({ encrypted: false });
    for (const name of ["one", "two"])
      expect(graph.node(at("firehose", `deliverystream/${name}`))?.is).toMatchObject({
        destinationTypes: ["s3"],
      });
    const vault = at("backup", "backup-vault:safe");
    expect(graph.node(vault)?.is).toMatchObject({ storeType: "vault" });
    const [rule = ""] = graph.step(plan, "parts")?.ids ?? [];
    expect(graph.node(rule)?.is).toMatchObject({ everySeconds: 86_400, destinations: [{ store: vault }] });
    expect(graph.step(rule, "destinations")?.ids).toEqual([vault]);
    const task = whole.nodes.find(({ type, is }) => type === "aws.sync-task" && "name" in is);
    const [source = ""] = graph.step(task?.id ?? "", "source")?.ids ?? [];
    expect(graph.node(source)?.is).toMatchObject({ endType: "smb" });
    expect(whole.nodes.filter(({ type }) => type === "aws.transfer-server").length).toBeGreaterThan(0);
    expect(whole.nodes.filter(({ type }) => type === "aws.replication-endpoint")).toMatchObject([
      { is: { encryptedInTransit: false, uri: "db.example.com:3306" } },
    ]);
  });

  it("is told without a password, a conflict, or a call that fails unexpectedly", () => {
    expect(JSON.stringify(whole)).not.toContain(PASSWORD);
    expect(graph.gaps.filter(({ reason }) => reason === "conflict").map(({ message }) => message)).toEqual(
      [],
    );
    const failed = whole.ledger.filter(({ status }) => status !== "ok").map(({ call }) => call);
    const own =
      /^(?:rds|dynamodb|redshift|redshift-serverless|opensearch|elasticache|memorydb|kafka|kinesis|firehose|backup|dms|datasync|storagegateway|transfer|drs):/;
    expect(failed.filter((call) => own.test(call)).sort()).toEqual(unknownToMoto((call) => own.test(call)));
  });

  it("exported and collected from the files has the same nodes", async () => {
    await expectSameFromFiles(whole);
  });
});
