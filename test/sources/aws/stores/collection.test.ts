import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { assemble } from "../../../../src/graph/index.js";
import { collectAws } from "../../../../src/sources/aws/index.js";
import { callOf } from "../../../../src/sources/aws/resource.js";
import { STORES } from "../../../../src/sources/aws/resources/stores/index.js";
import { afterEachTest, pointedAt } from "../../../setup/ends.js";
import { emptyAnswer, type QueryCall, startQueryServer } from "../../../setup/query-server.js";
import { expectSameFromFiles, savedByHand } from "../exported.js";
import { ACCOUNT, gather, nodeOf, OTHER, type Whole } from "../harness.js";

const at = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:${ACCOUNT}:${resource}`;
const location = (id: string) => at("datasync", `location/${id}`);
const PLAN = at("backup", "backup-plan:p");
const VAULT = at("backup", "backup-vault:v");

/** The calls of services that are asked by paths. */
const PATHS: readonly (readonly [RegExp, string])[] = [
  [/^\/backup-vaults\/v\/access-policy/, "backup:GetBackupVaultAccessPolicy"],
  [/^\/backup-vaults\/v\/recovery-points/, "backup:ListRecoveryPointsByBackupVault"],
  [/^\/backup\/plans\/p\/selections\/s/, "backup:GetBackupSelection"],
  [/^\/backup\/plans\/p\/selections/, "backup:ListBackupSelections"],
  [/^\/backup\/plans\/p/, "backup:GetBackupPlan"],
  [/^\/2021-01-01\/opensearch\/domain-info/, "opensearch:DescribeDomains"],
  [/^\/GetReplicationConfiguration/, "drs:GetReplicationConfiguration"],
  [/^\/replication\/v1\/replicators\/arn/, "kafka:DescribeReplicator"],
];

/** What the APIs answer, by operation and what is asked about. */
const ANSWERS: Readonly<Record<string, object | string>> = {
  "rds:DescribeDBInstances": `<DBInstances><DBInstance><DBInstanceArn>${at("rds", "db:shop")}</DBInstanceArn><DBInstanceIdentifier>shop</DBInstanceIdentifier><Engine>mysql</Engine><StorageEncrypted>true</StorageEncrypted></DBInstance></DBInstances>`,
  "rds:DescribeDBSnapshots": `<DBSnapshots>${["manual", "automated"].map((type) => `<DBSnapshot><DBSnapshotArn>${at("rds", `snapshot:${type}`)}</DBSnapshotArn><DBSnapshotIdentifier>${type}</DBSnapshotIdentifier><SnapshotType>${type}</SnapshotType><DBInstanceIdentifier>shop</DBInstanceIdentifier></DBSnapshot>`).join("")}</DBSnapshots>`,
  "rds:DescribeDBSnapshotAttributes manual": `<DBSnapshotAttributesResult><DBSnapshotIdentifier>manual</DBSnapshotIdentifier><DBSnapshotAttributes><DBSnapshotAttribute><AttributeName>restore</AttributeName><AttributeValues><AttributeValue>${OTHER}</AttributeValue></AttributeValues></DBSnapshotAttribute></DBSnapshotAttributes></DBSnapshotAttributesResult>`,
  "redshift:DescribeClusters":
    "<Clusters><Cluster><ClusterIdentifier>w</ClusterIdentifier></Cluster></Clusters>",
  "redshift:DescribeLoggingStatus w": "<LoggingEnabled>true</LoggingEnabled><BucketName>logs</BucketName>",
  "dynamodb:ListTables": { TableNames: ["a"], LastEvaluatedTableName: "a" },
  "dynamodb:ListTables after a": { TableNames: ["b"] },
  ...Object.fromEntries(
    ["a", "b"].flatMap((name) => [
      [
        `dynamodb:DescribeTable ${name}`,
        { Table: { TableName: name, TableArn: at("dynamodb", `table/${name}`), TableSizeBytes: 1 } },
      ],
      [
        `dynamodb:DescribeContinuousBackups ${name}`,
        { ContinuousBackupsDescription: { ContinuousBackupsStatus: "ENABLED" } },
      ],
    ]),
  ),
  [`dynamodb:GetResourcePolicy ${at("dynamodb", "table/a")}`]: { Policy: "{}", RevisionId: "1" },
  "kinesis:ListStreams": { StreamNames: ["s"], HasMoreStreams: false },
  "kinesis:DescribeStreamSummary s": {
    StreamDescriptionSummary: {
      StreamName: "s",
      StreamARN: at("kinesis", "stream/s"),
      EncryptionType: "NONE",
    },
  },
  "firehose:ListDeliveryStreams": { DeliveryStreamNames: ["d1", "d2"], HasMoreDeliveryStreams: true },
  "firehose:ListDeliveryStreams after d2": { DeliveryStreamNames: ["d3"], HasMoreDeliveryStreams: false },
  ...Object.fromEntries(
    ["d1", "d2", "d3"].map((name) => [
      `firehose:DescribeDeliveryStream ${name}`,
      {
        DeliveryStreamDescription: {
          ...{ DeliveryStreamName: name, DeliveryStreamARN: at("firehose", `deliverystream/${name}`) },
          Destinations: [
            {
              SplunkDestinationDescription: { HECEndpoint: "https://splunk:8088", HECToken: "CANARY-token" },
            },
          ],
        },
      },
    ]),
  ),
  "opensearch:ListDomainNames": { DomainNames: [{ DomainName: "x" }] },
  "opensearch:DescribeDomains x": { DomainStatusList: [{ DomainName: "x", ARN: at("es", "domain/x") }] },
  "kafka:ListReplicators": {
    replicators: [{ replicatorArn: at("kafka", "replicator/r"), replicatorName: "r" }],
  },
  "kafka:DescribeReplicator": {
    ...{ replicatorArn: at("kafka", "replicator/r"), replicatorName: "r" },
    replicationInfoList: [],
  },
  "backup:ListBackupVaults": {
    BackupVaultList: [{ BackupVaultName: "v", BackupVaultArn: VAULT, Locked: false }],
  },
  "backup:ListRecoveryPointsByBackupVault": {
    RecoveryPoints: [{ RecoveryPointArn: at("backup", "recovery-point:1"), BackupVaultArn: VAULT }],
  },
  "backup:ListBackupPlans": { BackupPlansList: [{ BackupPlanId: "p", BackupPlanArn: PLAN }] },
  "backup:GetBackupPlan": {
    ...{ BackupPlanId: "p", BackupPlanArn: PLAN },
    BackupPlan: { Rules: [{ RuleId: "r", TargetBackupVaultName: "v" }] },
  },
  "backup:ListBackupSelections": {
    BackupSelectionsList: [{ BackupPlanId: "p", SelectionId: "s", SelectionName: "all" }],
  },
  "backup:GetBackupSelection": {
    ...{ BackupPlanId: "p", SelectionId: "s" },
    BackupSelection: { SelectionName: "all", Resources: [at("rds", "db:shop")] },
  },
  "datasync:ListTasks": { Tasks: [{ TaskArn: at("datasync", "task/t"), Name: "t" }] },
  [`datasync:DescribeTask ${at("datasync", "task/t")}`]: {
    ...{ TaskArn: at("datasync", "task/t"), Name: "t" },
    ...{ SourceLocationArn: location("n"), DestinationLocationArn: location("b") },
  },
  "datasync:ListLocations": {
    Locations: [
      { LocationArn: location("n"), LocationUri: "nfs://10.0.0.5/x" },
      { LocationArn: location("b"), LocationUri: "s3://lake/" },
    ],
  },
  [`datasync:DescribeLocationNfs ${location("n")}`]: {
    LocationArn: location("n"),
    LocationUri: "nfs://10.0.0.5/x",
  },
  [`datasync:DescribeLocationS3 ${location("b")}`]: { LocationArn: location("b"), LocationUri: "s3://lake/" },
  "datasync:ListAgents": { Agents: [{ AgentArn: at("datasync", "agent/a") }] },
  [`datasync:DescribeAgent ${at("datasync", "agent/a")}`]: {
    ...{ AgentArn: at("datasync", "agent/a"), EndpointType: "PRIVATE_LINK" },
  },
  "storagegateway:ListGateways": { Gateways: [{ GatewayARN: at("storagegateway", "gateway/g") }] },
  [`storagegateway:DescribeGatewayInformation ${at("storagegateway", "gateway/g")}`]: {
    ...{ GatewayARN: at("storagegateway", "gateway/g"), GatewayState: "RUNNING" },
  },
  "storagegateway:ListFileShares": {
    FileShareInfoList: [
      {
        ...{ FileShareARN: at("storagegateway", "share/s"), FileShareType: "SMB" },
        GatewayARN: at("storagegateway", "gateway/g"),
      },
    ],
  },
  [`storagegateway:DescribeSMBFileShares ${at("storagegateway", "share/s")}`]: {
    SMBFileShareInfoList: [{ FileShareARN: at("storagegateway", "share/s"), FileShareName: "s" }],
  },
  "snowball:ListJobs": { JobListEntries: [{ JobId: "JID-1", JobType: "EXPORT", JobState: "WithCustomer" }] },
  "snowball:DescribeJob JID-1": {
    JobMetadata: {
      ...{ JobId: "JID-1", JobType: "EXPORT", JobState: "WithCustomer", AddressId: "ADID-1" },
      PickupDetails: { Name: "CANARY-person" },
      JobLogInfo: { JobSuccessLogURI: "https://s3/CANARY-link" },
    },
  },
  "transfer:ListServers": { Servers: [{ Arn: at("transfer", "server/s-1"), ServerId: "s-1" }] },
  "transfer:DescribeServer s-1": { Server: { Arn: at("transfer", "server/s-1"), ServerId: "s-1" } },
  "drs:DescribeSourceServers": { items: [{ arn: at("drs", "source-server/s-1"), sourceServerID: "s-1" }] },
  "drs:GetReplicationConfiguration s-1": { sourceServerID: "s-1", dataPlaneRouting: "PRIVATE_IP" },
};

const MINE = new Set(STORES.map(callOf));
const ABOUT =
  "TableName ResourceArn StreamName DeliveryStreamName TaskArn LocationArn AgentArn GatewayARN ServerId sourceServerID JobId".split(
    " ",
  );
const AFTER = ["ExclusiveStartTableName", "ExclusiveStartDeliveryStreamName"];

const undo = afterEachTest();

function callAsked({ call, request }: QueryCall): string {
  return PATHS.find(([path]) => path.test(decodeURIComponent(request.url ?? "")))?.[1] ?? call;
}

function asked(one: QueryCall): string {
  const { body, params } = one;
  const input = body.startsWith("{") ? (JSON.parse(body) as Record<string, unknown>) : {};
  const lists = ["FileShareARNList", "DomainNames"].flatMap((member) => (input[member] as string[]) ?? []);
  const query = ["DBSnapshotIdentifier", "ClusterIdentifier"].flatMap((name) => params.get(name) ?? []);
  const named = ABOUT.flatMap((member) => (typeof input[member] === "string" ? [input[member]] : []));
  const after = AFTER.flatMap((member) =>
    typeof input[member] === "string" ? ["after", input[member]] : [],
  );
  return [callAsked(one), ...named, ...lists, ...query, ...after].join(" ");
}

const refused = (code: string) => `{"__type":"${code}","message":"no"}`;

function said(call: string, found: object | string): string {
  const operation = call.slice(call.indexOf(":") + 1);
  if (typeof found !== "string") return JSON.stringify(found);
  return `<${operation}Response><${operation}Result>${found}</${operation}Result></${operation}Response>`;
}

async function collected(denied: readonly string[] = []): Promise<Whole & { questions: string[] }> {
  const questions: string[] = [];
  const handle = (one: QueryCall, response: ServerResponse): boolean => {
    const [call, question] = [callAsked(one), asked(one)];
    const found = ANSWERS[question];
    const empty = emptyAnswer({ ...one, call });
    if (MINE.has(call)) questions.push(question);
    if (denied.includes(question)) response.writeHead(403).end(refused("AccessDeniedException"));
    else if (found !== undefined) response.writeHead(200).end(said(call, found));
    else if (call.endsWith(":GetResourcePolicy"))
      response.writeHead(400).end(refused("PolicyNotFoundException"));
    else if (empty !== null) response.end(empty);
    else response.writeHead(400).end(refused("ResourceNotFoundException"));
    return true;
  };
  pointedAt(await startQueryServer(handle), undo);
  return { ...(await gather(collectAws({ attempts: 1 }))), questions };
}

const gapsOf = ({ gaps }: Pick<Whole, "gaps">) =>
  gaps
    .filter(({ at: { call } }) => MINE.has(call ?? ""))
    .map(({ reason, touches }) => [reason, touches.nodes]);

describe("a collection of stores and of what moves data", () => {
  it("asks about everything that is named, about each once, to the last page", async () => {
    const whole = await collected();
    expect(gapsOf(whole)).toEqual([]);
    expect(Object.keys(ANSWERS).filter((question) => !whole.questions.includes(question))).toEqual([]);
    expect(new Set(whole.questions).size).toBe(whole.questions.length);
    const lists = STORES.filter(({ each }) => each === undefined).map(callOf);
    expect(lists.filter((call) => !whole.questions.some((one) => one.split(" ")[0] === call))).toEqual([]);
    expect(JSON.stringify(whole)).not.toContain("CANARY");
    const none = nodeOf(whole, at("dynamodb", "table/b"));
    expect(whole.nodes.filter(({ id }) => id === none.id).map(({ is }) => is)).toContainEqual({
      policy: null,
    });
  });

  it("is joined in a graph without a conflict", async () => {
    const graph = assemble([await collected()]);
    expect(graph.gaps.filter(({ reason }) => reason === "conflict" || reason === "ambiguous")).toEqual([]);
    const step = (from: string, path: string) => graph.step(from, path)?.ids;
    const db = at("rds", "db:shop");
    expect(step(db, "copies")).toEqual([at("rds", "snapshot:automated"), at("rds", "snapshot:manual")]);
    expect(graph.node(at("rds", "snapshot:manual"))?.is).toMatchObject({ sharedWith: [OTHER] });
    expect(step(db, "copy_rules")).toEqual([`${PLAN}#selection/s`]);
    expect(step(PLAN, "parts")).toEqual([`${PLAN}#rule/r`, `${PLAN}#selection/s`]);
    expect(step(`${PLAN}#rule/r`, "destinations")).toEqual([VAULT]);
    expect(step(VAULT, "kept")).toHaveLength(1);
    expect(step(at("datasync", "task/t"), "source")).toEqual([location("n")]);
    expect(step(at("storagegateway", "gateway/g"), "moves")).toEqual([at("storagegateway", "share/s")]);
    expect(step(db, "account")).toEqual([`arn:aws:iam::${ACCOUNT}:root`]);
  });

  it("leaves a gap about the one thing that it was denied", async () => {
    const tables = ["DescribeTable", "DescribeContinuousBackups"].map((one) => `dynamodb:${one} a`);
    const others = ["backup:GetBackupPlan", `datasync:DescribeLocationS3 ${location("b")}`];
    const gaps = gapsOf(await collected([...tables, ...others, "transfer:DescribeServer s-1"]));
    expect(gaps.map(([reason]) => reason)).toEqual(Array.from({ length: 5 }, () => "denied"));
    const about = [at("dynamodb", "table/a"), PLAN, location("b"), at("transfer", "server/s-1")];
    expect(new Set(gaps.flatMap(([, nodes]) => nodes))).toEqual(new Set(about));
  });

  it("exported and read from the files is the same graph", async () => {
    await expectSameFromFiles(await collected());
  });
});

describe("saved answers of stores", () => {
  it("are known by what is in them, and tell what was named and not asked about", async () => {
    const whole = await savedByHand(
      { TableNames: ["a"] },
      { Clusters: [{ ClusterIdentifier: "w" }] },
      { Clusters: [{ ARN: at("memorydb", "cluster/m"), Name: "m", ACLName: "acl" }] },
      { Snapshots: [{ ARN: at("elasticache", "snapshot:s"), SnapshotName: "s" }] },
      { DBInstances: [{ DBInstanceArn: at("rds", "db:shop") }] },
      { BackupVaultList: [{ BackupVaultArn: VAULT, BackupVaultName: "v" }] },
      { LocationArn: location("b"), LocationUri: "s3://lake/", S3Config: {} },
    );
    const calls = whole.answers.map((one) => `${one.service}:${one.operation}`).sort();
    expect(calls).toEqual([
      "backup:ListBackupVaults",
      "datasync:DescribeLocationS3",
      "dynamodb:ListTables",
      "elasticache:DescribeSnapshots",
      "memorydb:DescribeClusters",
      "rds:DescribeDBInstances",
      "redshift:DescribeClusters",
    ]);
    const owed = whole.gaps.flatMap(({ message }) => /^(\S+) was not asked about/.exec(message)?.[1] ?? []);
    expect(owed.sort()).toEqual([
      "backup:GetBackupVaultAccessPolicy",
      "backup:ListRecoveryPointsByBackupVault",
      "dynamodb:DescribeContinuousBackups",
      "dynamodb:DescribeTable",
      "dynamodb:GetResourcePolicy",
      "redshift:DescribeLoggingStatus",
    ]);
    const missing = whole.gaps.flatMap(
      ({ message }) => /^(\S+) was not collected in eu/.exec(message)?.[1] ?? [],
    );
    expect(missing.filter((call) => MINE.has(call)).sort()).toEqual([
      "backup:ListBackupPlans",
      "elasticache:DescribeCacheClusters",
      "rds:DescribeDBClusters",
      "rds:DescribeDBInstanceAutomatedBackups",
      "rds:DescribeDBProxies",
      "rds:DescribeDBSnapshots",
      "redshift:DescribeClusterSnapshots",
    ]);
  });

  it("that are not there at all are missed once a service, and not call by call", async () => {
    const whole = await savedByHand({ Vpcs: [] });
    const ours = whole.gaps.filter(({ at: { call } }) => MINE.has(call ?? ""));
    expect(ours.filter(({ message }) => !message.startsWith("Nothing of "))).toEqual([]);
    const tables = ours.filter(({ message }) => message.startsWith("Nothing of dynamodb "));
    expect(tables).toHaveLength(1);
    // Volumes are stores, too, and say nothing of tables.
    expect(tables[0]?.touches.kinds).toContain("data-store");
  });
});
