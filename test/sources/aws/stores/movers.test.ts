import { describe, expect, it } from "vitest";
import { ACCOUNT, arrows, nodeOf, OTHER, read } from "../harness.js";

const at = (service: string, resource: string, region = "eu-west-1") =>
  `arn:aws:${service}:${region}:${ACCOUNT}:${resource}`;
const KEY = at("kms", "key/1");

describe("migrations of databases", () => {
  const [instance, source, target] = [at("dms", "rep:I"), at("dms", "endpoint:S"), at("dms", "endpoint:T")];
  it("run on an instance that may be public", () => {
    const ReplicationInstances = [
      {
        ...{ ReplicationInstanceArn: instance, ReplicationInstanceIdentifier: "i", KmsKeyId: KEY },
        ...{ PubliclyAccessible: true, AutoMinorVersionUpgrade: false, MultiAZ: false },
        VpcSecurityGroups: [{ VpcSecurityGroupId: "sg-1" }],
        ReplicationSubnetGroup: { VpcId: "vpc-1", Subnets: [{ SubnetIdentifier: "subnet-1" }] },
      },
    ];
    const batch = read("dms:DescribeReplicationInstances", { ReplicationInstances });
    expect(nodeOf(batch, instance).is).toMatchObject({
      ...{ transferType: "mover", isPublic: true, autoUpgrades: false, multiZone: false, key: KEY },
    });
    expect(arrows(batch)).toEqual([
      `${instance} -filters-> sg-1`,
      `${instance} -network-> vpc-1`,
      `${instance} -subnets-> subnet-1`,
    ]);
  });

  it.each([
    [{ EngineName: "postgres", SslMode: "none", ServerName: "db", Port: 5432 }, false, null, "db:5432"],
    [{ EngineName: "mysql", SslMode: "verify-full", ServerName: "db" }, true, null, "db"],
    [{ EngineName: "mongodb", SslMode: "require", MongoDbSettings: { AuthType: "no" } }, true, false, null],
    [{ EngineName: "neptune", SslMode: "none", NeptuneSettings: { IamAuthEnabled: true } }, null, true, null],
    [
      { EngineName: "redis", RedisSettings: { SslSecurityProtocol: "plaintext", AuthType: "none" } },
      ...([false, false, null] as const),
    ],
    [
      { EngineName: "kafka", KafkaSettings: { SecurityProtocol: "sasl-ssl", Broker: "b:9092" } },
      true,
      null,
      "b:9092",
    ],
  ])("join ends that are encrypted or not: %j", (...[more, encryptedInTransit, authenticated, uri]) => {
    const Endpoints = [{ EndpointArn: source, EndpointIdentifier: "s", ...more }];
    const { is } = nodeOf(read("dms:DescribeEndpoints", { Endpoints }), source);
    expect(is).toMatchObject({ endType: more.EngineName, encryptedInTransit, authenticated, uri });
  });

  it("into a bucket name it, and no secret of an end is kept", () => {
    const Endpoints = [
      {
        ...{ EndpointArn: target, EngineName: "s3", ExtraConnectionAttributes: "password=CANARY" },
        S3Settings: { BucketName: "lake", ServiceAccessRoleArn: "arn:r" },
        OracleSettings: { Password: "CANARY", AsmPassword: "CANARY", SecurityDbEncryption: "CANARY" },
        KafkaSettings: { SaslPassword: "CANARY", SslClientKeyPassword: "CANARY", Broker: "b" },
        ...{ RedisSettings: { AuthPassword: "CANARY" }, MySQLSettings: { AfterConnectScript: "CANARY" } },
        ElasticsearchSettings: { EndpointUri: "https://u:CANARY@es/CANARY" },
      },
    ];
    const batch = read("dms:DescribeEndpoints", { Endpoints });
    expect(arrows(batch)).toEqual([`${target} -store-> arn:aws:s3:::lake`]);
    expect(JSON.stringify(batch)).not.toContain("CANARY");
  });

  it.each([
    ["LOGGER_SEVERITY_DEFAULT", true, true],
    ["LOGGER_SEVERITY_ERROR", true, false],
  ])("log what they read, at %s", (severity, logging, enough) => {
    const task = at("dms", "task:X");
    const LogComponents = ["SOURCE_CAPTURE", "SOURCE_UNLOAD"].map((Id) => ({ Id, Severity: severity }));
    const ReplicationTaskSettings = JSON.stringify({ Logging: { EnableLogging: true, LogComponents } });
    const ends = { SourceEndpointArn: source, TargetEndpointArn: target, ReplicationInstanceArn: instance };
    const batch = read("dms:DescribeReplicationTasks", {
      ReplicationTasks: [{ ReplicationTaskArn: task, ...ends, ReplicationTaskSettings }],
    });
    expect(nodeOf(batch, task).is).toMatchObject({ logging, sourceLogging: enough, targetLogging: false });
    expect(arrows(batch)).toEqual([
      `${task} -destination-> ${target}`,
      `${task} -mover-> ${instance}`,
      `${task} -source-> ${source}`,
    ]);
  });
});

describe("files that are kept the same", () => {
  const end = at("datasync", "location/loc-1");
  it.each([
    ["s3://lake/in/", "s3", "arn:aws:s3:::lake"],
    ["efs://us-east-1.fs-0a1/x", "efs", at("elasticfilesystem", "file-system/fs-0a1", "us-east-1")],
    ["fsxn-smb://eu-west-1.fs-0b2/share", "fsx", at("fsx", "file-system/fs-0b2")],
    ["nfs://10.0.0.5/export", "nfs", "10.0.0.5"],
    [
      "azure-blob://https://acme.blob.core.windows.net/c?sig=CANARY",
      "azure-blob",
      "acme.blob.core.windows.net",
    ],
  ])("lie at %s", (LocationUri, endType, store) => {
    const batch = read("datasync:ListLocations", { Locations: [{ LocationArn: end, LocationUri }] });
    expect(nodeOf(batch, end).is).toMatchObject({ endType, place: { store } });
    const edges = arrows(batch).map((one) => one.split(" ")[2]);
    expect(edges).toEqual(store.startsWith("arn:") ? [store] : []);
    expect(JSON.stringify(nodeOf(batch, end).is)).not.toContain("CANARY");
  });

  it("at a place of a new kind leave a gap", () => {
    const Locations = [{ LocationArn: end, LocationUri: "moon://x" }];
    expect(read("datasync:ListLocations", { Locations }).gaps).toMatchObject([
      { reason: "unmodelled", touches: { nodes: [end] } },
    ]);
  });

  it.each([
    ["Nfs", "nfs://h/e", { OnPremConfig: { AgentArns: ["a2", "a1"] } }, false, null, ["a1", "a2"]],
    ["Smb", "smb://h/e", { AgentArns: ["a1"], AuthenticationType: "NTLM" }, null, true, ["a1"]],
    ["Efs", "efs://eu-west-1.fs-1/", { InTransitEncryption: "TLS1_2" }, true, null, []],
    [
      "Hdfs",
      "hdfs://h:8020/",
      {
        QopConfiguration: { RpcProtection: "PRIVACY", DataTransferProtection: "PRIVACY" },
        AuthenticationType: "SIMPLE",
      },
      ...([true, false, []] as const),
    ],
    [
      "ObjectStorage",
      "object-storage://h/b",
      { ServerProtocol: "HTTP", AccessKey: "CANARY" },
      false,
      null,
      [],
    ],
    ["S3", "s3://lake/", { S3Config: { BucketAccessRoleArn: "arn:r" } }, true, null, []],
  ])("are reached by %s at %s", (...[kind, LocationUri, more, encryptedInTransit, authenticated, agents]) => {
    const batch = read(`datasync:DescribeLocation${kind}`, { LocationArn: end, LocationUri, ...more });
    expect(nodeOf(batch, end).is).toMatchObject({ encryptedInTransit, authenticated, agents });
    expect(JSON.stringify(batch)).not.toContain("CANARY");
  });

  it("are moved by tasks, by agents that keep off the internet or do not", () => {
    const [task, agent] = [at("datasync", "task/t"), at("datasync", "agent/a")];
    const output = {
      ...{ TaskArn: task, Name: "nightly", SourceLocationArn: end, DestinationLocationArn: "arn:aws:d:::x" },
      ...{ CloudWatchLogGroupArn: "arn:l", Options: { LogLevel: "OFF" } },
      Schedule: { ScheduleExpression: "rate(1 hour)" },
    };
    const batch = read("datasync:DescribeTask", output);
    expect(nodeOf(batch, task).is).toMatchObject({ logging: false, everySeconds: 3600 });
    expect(arrows(batch)).toEqual([`${task} -destination-> arn:aws:d:::x`, `${task} -source-> ${end}`]);
    const told = read("datasync:DescribeAgent", { AgentArn: agent, EndpointType: "PUBLIC" });
    expect(nodeOf(told, agent).is).toEqual({ endType: "agent", privatePath: false });
  });
});

describe("gateways at home", () => {
  const [gateway, share] = [at("storagegateway", "gateway/sgw-1"), at("storagegateway", "share/share-1")];
  it("share files of a bucket", () => {
    const batch = read("storagegateway:DescribeNFSFileShares", {
      NFSFileShareInfoList: [
        {
          ...{
            FileShareARN: share,
            GatewayARN: gateway,
            LocationARN: "arn:aws:s3:::lake/in/",
            KMSEncrypted: true,
          },
          ...{ KMSKey: KEY, BucketRegion: "us-east-1", Role: "arn:r", AuditDestinationARN: "" },
        },
      ],
    });
    expect(nodeOf(batch, share).is).toMatchObject({
      ...{ protocols: ["nfs"], key: KEY, encrypted: true, logging: false },
      destination: { region: "us-east-1", account: null, store: "arn:aws:s3:::lake" },
    });
    expect(arrows(batch)).toEqual([`${share} -stores-> arn:aws:s3:::lake`]);
    const list = read("storagegateway:ListFileShares", {
      FileShareInfoList: [{ FileShareARN: share, FileShareType: "SMB", GatewayARN: gateway }],
    });
    expect(arrows(list)).toEqual([`${share} -mover-> ${gateway}`]);
  });

  it("run on a machine, and keep volumes and tapes", () => {
    const Gateways = [
      { GatewayARN: gateway, GatewayId: "sgw-1", HostEnvironment: "VMWARE", GatewayType: "FILE_S3" },
    ];
    expect(nodeOf(read("storagegateway:ListGateways", { Gateways }), "sgw-1").is).toMatchObject({
      ...{ host: "vmware", sourceType: "file_s3" },
    });
    const about = { GatewayARN: gateway, GatewayState: "RUNNING", VPCEndpoint: "vpce-1" };
    expect(nodeOf(read("storagegateway:DescribeGatewayInformation", about), gateway).is).toMatchObject({
      ...{ privatePath: true, logging: false, state: "running" },
    });
    const volume = `${gateway}/volume/vol-1`;
    const VolumeInfos = [{ VolumeARN: volume, VolumeId: "vol-1", VolumeSizeInBytes: 2 ** 31 }];
    expect(nodeOf(read("storagegateway:ListVolumes", { VolumeInfos }), volume).is).toMatchObject({
      sizeGib: 2,
    });
    const TapeInfos = [{ TapeARN: at("storagegateway", "tape/T"), TapeBarcode: "T", TapeStatus: "ARCHIVED" }];
    const tape = nodeOf(read("storagegateway:ListTapes", { TapeInfos }), at("storagegateway", "tape/T"));
    expect(tape.is).toMatchObject({ storeType: "tape", state: "archived" });
  });
});

describe("devices that are sent", () => {
  const BUCKETS = { S3Resources: [{ BucketArn: "arn:aws:s3:::lake" }, { BucketArn: "arn:aws:s3:::pond" }] };
  const JOB = {
    ...{ JobId: "JID-1", JobState: "WithCustomer", AddressId: "ADID-1", KmsKeyARN: KEY, RoleARN: "arn:r" },
    ...{ Resources: BUCKETS, Description: "move" },
  };
  const [job, address] = [
    `aws:snow-job:${ACCOUNT}:eu-west-1:JID-1`,
    `aws:snow-address:${ACCOUNT}:eu-west-1:ADID-1`,
  ];
  const described = (more: object) =>
    read("snowball:DescribeJob", { JobMetadata: { ...JOB, ...more } }, { input: { JobId: "JID-1" } });
  const carried = [`-key-> ${KEY}`, "-stores-> arn:aws:s3:::lake", "-stores-> arn:aws:s3:::pond"];

  it.each([
    ["IMPORT", "source"],
    ["EXPORT", "destination"],
    // What is used on the spot may hold copies.
    ["LOCAL_USE", "destination"],
  ])("carry the data of an %s from or to an address", (JobType, way) => {
    const batch = described({ JobType });
    expect(nodeOf(batch, job).is).toEqual({
      ...{ transferType: "device", sourceType: JobType.toLowerCase(), name: "JID-1", key: KEY },
      ...{ state: "WithCustomer", role: "arn:r", encrypted: true },
    });
    expect(nodeOf(batch, address).is).toEqual({ endType: "device", name: "ADID-1" });
    expect(arrows(batch)).toEqual([`-${way}-> ${address}`, ...carried].map((end) => `${job} ${end}`).sort());
  });

  it("carry nothing where the job was called off", () => {
    expect(arrows(described({ JobType: "EXPORT", JobState: "Cancelled" }))).toEqual([`${job} -key-> ${KEY}`]);
  });

  it("leave a gap about the job where nobody says where they go", () => {
    const { gaps } = described({ JobType: "EXPORT", AddressId: undefined });
    expect(gaps.map(({ reason, touches }) => [reason, touches.nodes])).toEqual([["unparsed", [job]]]);
  });

  it("are listed, and known by the id of the job", () => {
    const JobListEntries = [
      { JobId: "JID-1", JobType: "EXPORT", JobState: "New", CreationDate: 1_700_000_000 },
    ];
    expect(nodeOf(read("snowball:ListJobs", { JobListEntries }), "JID-1").is).toEqual({
      ...{ transferType: "device", sourceType: "export", state: "New", created: "2023-11-14T22:13:20Z" },
    });
    const { gaps, nodes } = read("snowball:ListJobs", { JobListEntries: [{ JobType: "EXPORT" }] });
    expect([nodes, gaps.map(({ reason }) => reason)]).toEqual([[], ["unparsed"]]);
  });

  it("say nothing of who fetches them, nor by which link their log is read", () => {
    const batch = described({
      PickupDetails: { Name: "CANARY", PhoneNumber: "CANARY", IdentificationNumber: "CANARY" },
      TaxDocuments: { IND: { GSTIN: "CANARY" } },
      JobLogInfo: { JobCompletionReportURI: "https://s3/CANARY", JobFailureLogURI: "https://s3/CANARY" },
      ShippingDetails: { OutboundShipment: { TrackingNumber: "CANARY", Status: "3" } },
    });
    expect(JSON.stringify(batch)).not.toContain("CANARY");
  });
});

describe("servers for files", () => {
  const id = at("transfer", "server/s-1");
  it.each([
    [{ EndpointType: "PUBLIC" }, true],
    [{ EndpointType: "VPC", EndpointDetails: { VpcId: "vpc-1", SubnetIds: ["subnet-1"] } }, false],
    [{ EndpointType: "VPC", EndpointDetails: { AddressAllocationIds: ["eipalloc-1"] } }, true],
  ])("are public or not: %j", (more, isPublic) => {
    const Server = {
      ...{ Arn: id, ServerId: "s-1", Domain: "S3", Protocols: ["SFTP", "FTP"], State: "ONLINE", ...more },
      SecurityPolicyName: "TransferSecurityPolicy-2018-11",
    };
    expect(nodeOf(read("transfer:DescribeServer", { Server }), id).is).toMatchObject({
      ...{ isPublic, protocols: ["ftp", "sftp"], destinationTypes: ["s3"], logging: false },
      tlsPolicy: "TransferSecurityPolicy-2018-11",
    });
  });
});

describe("machines that are copied for a disaster", () => {
  const id = at("drs", "source-server/s-1");
  it("say where they stand and where the copy goes, by which way", () => {
    const items = [
      {
        ...{ arn: id, sourceServerID: "s-1", tags: { a: "b" }, stagingArea: { stagingAccountID: OTHER } },
        sourceProperties: { identificationHints: { hostname: "erp", awsInstanceID: "i-1" } },
        sourceCloudProperties: { originRegion: "us-east-1", originAccountID: ACCOUNT },
        dataReplicationInfo: {
          dataReplicationState: "CONTINUOUS",
          stagingOutpostArn: at("outposts", "outpost/op"),
        },
        lifeCycle: { addedToServiceDateTime: "2024-01-01T00:00:00Z" },
      },
    ];
    expect(nodeOf(read("drs:DescribeSourceServers", { items }), "s-1").is).toEqual({
      ...{ transferType: "recovery", name: "erp", sourceType: "instance", state: "continuous" },
      created: "2024-01-01T00:00:00Z",
      source: { region: "us-east-1", account: ACCOUNT, store: "i-1" },
      destination: {
        region: "eu-west-1",
        account: OTHER,
        store: null,
        outpost: at("outposts", "outpost/op"),
      },
    });
    const settings = {
      ...{ dataPlaneRouting: "PUBLIC_IP", createPublicIP: true, ebsEncryption: "NONE" },
      ...{ stagingAreaSubnetId: "subnet-1", replicationServersSecurityGroupsIDs: ["sg-1"] },
    };
    const facts = { privatePath: false, isPublic: true, encrypted: false };
    const about = read("drs:GetReplicationConfiguration", { sourceServerID: "s-1", ...settings });
    expect(nodeOf(about, id).is).toMatchObject(facts);
    expect(arrows(about)).toEqual([`${id} -filters-> sg-1`, `${id} -subnets-> subnet-1`]);
    const template = at("drs", "replication-configuration-template/rct-1");
    const all = read("drs:DescribeReplicationConfigurationTemplates", {
      items: [{ arn: template, replicationConfigurationTemplateID: "rct-1", ...settings }],
    });
    expect(nodeOf(all, template).is).toMatchObject({ transferType: "recovery-template", ...facts });
  });

  it("are none where the service was never used", () => {
    const never = { Error: { Code: "UninitializedAccountException", Message: "no" } };
    expect(read("drs:DescribeSourceServers", never)).toEqual({ nodes: [], edges: [], gaps: [] });
  });
});
