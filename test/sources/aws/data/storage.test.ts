import { describe, expect, it } from "vitest";
import type { RawAnswer } from "../../../../src/model/index.js";
import { ACCOUNT, arn, arrows, nodeOf, OTHER, REGION, read } from "../harness.js";

const KEY = `arn:aws:kms:${REGION}:${ACCOUNT}:key/1234abcd`;
const OUTPOST = `arn:aws:outposts:${REGION}:${ACCOUNT}:outpost/op-0123456789abcdef0`;
const CREATED = "2013-12-18T22:35:00.084Z";

describe("volumes", () => {
  const volume = {
    ...{
      VolumeId: "vol-1",
      Size: 80,
      State: "in-use",
      VolumeType: "gp3",
      CreateTime: CREATED,
      Encrypted: true,
    },
    ...{ KmsKeyId: KEY, AvailabilityZone: `${REGION}a`, OutpostArn: OUTPOST, SnapshotId: "snap-1" },
    Attachments: [{ InstanceId: "i-1", VolumeId: "vol-1", DeleteOnTermination: true, State: "attached" }],
  };

  it("tell their size, key, zone, Outpost and host", () => {
    const batch = read("ec2:DescribeVolumes", { Volumes: [volume] });
    expect(nodeOf(batch, "vol-1")).toMatchObject({
      ...{ id: arn("volume/vol-1"), kind: "data-store", type: "aws.volume" },
      is: {
        ...{ storeType: "volume", state: "in-use", sizeGib: 80, encrypted: true, key: KEY, engine: "gp3" },
        ...{ zones: [`${REGION}a`], outpost: OUTPOST, attachedTo: ["i-1"], deletedWithHost: true },
        created: "2013-12-18T22:35:00Z",
      },
    });
    expect(arrows(batch)).toEqual([
      `${arn("volume/vol-1")} -account-> arn:aws:iam::${ACCOUNT}:root`,
      `${arn("volume/vol-1")} -hosts-> i-1`,
      `${arn("volume/vol-1")} -key-> ${KEY}`,
    ]);
    expect(batch.gaps).toEqual([]);
  });

  it("stand alone, without a key, where nothing more is told", () => {
    const batch = read("ec2:DescribeVolumes", { Volumes: [{ VolumeId: "vol-2", Attachments: [] }] });
    expect(nodeOf(batch, "vol-2").is).toMatchObject({
      key: null,
      outpost: null,
      attachedTo: [],
      deletedWithHost: null,
    });
  });
});

describe("snapshots", () => {
  it("tell of what they are, and where they lie", () => {
    const Snapshots = [
      {
        ...{ SnapshotId: "snap-1", VolumeId: "vol-1", VolumeSize: 8, State: "completed", StartTime: CREATED },
        ...{
          Encrypted: false,
          OwnerId: ACCOUNT,
          OutpostArn: OUTPOST,
          Tags: [{ Key: "Name", Value: "nightly" }],
        },
      },
      { SnapshotId: "snap-2", VolumeId: "vol-ffffffff", OwnerId: ACCOUNT },
    ];
    const batch = read("ec2:DescribeSnapshots", { Snapshots });
    expect(nodeOf(batch, "snap-1")).toMatchObject({
      ...{ kind: "data-copy", type: "aws.snapshot", label: "nightly (snap-1)" },
      is: {
        ...{ copyType: "snapshot", of: "vol-1", sizeGib: 8, encrypted: false, key: null, outpost: OUTPOST },
        owner: ACCOUNT,
      },
    });
    expect(nodeOf(batch, "snap-2").is).toMatchObject({ of: null });
    expect(arrows(batch)).toEqual([]);
  });

  it.each([
    [[], [], false],
    [[{ UserId: OTHER }], [OTHER], false],
    [[{ UserId: OTHER }, { Group: "all" }], [OTHER, "all"], true],
  ])("shared by %j are with %j", (CreateVolumePermissions, sharedWith, isPublic) => {
    const output = { SnapshotId: "snap-1", CreateVolumePermissions };
    expect(nodeOf(read("ec2:DescribeSnapshotAttribute", output), "snap-1").is).toEqual({
      sharedWith,
      isPublic,
    });
  });
});

describe("images", () => {
  const ebs = { SnapshotId: "snap-1", Encrypted: true, VolumeSize: 8 };
  const image = {
    ...{ ImageId: "ami-1", Name: "web", OwnerId: ACCOUNT, Public: false, State: "available" },
    ...{ CreationDate: CREATED, DeprecationTime: "2026-01-01T00:00:00.000Z", SourceImageRegion: "us-east-1" },
    ...{ SourceImageId: "ami-0", BlockDeviceMappings: [{ DeviceName: "/dev/xvda", Ebs: ebs }] },
  };

  it("tell their age and what they are made of", () => {
    const batch = read("ec2:DescribeImages", { Images: [image] });
    expect(nodeOf(batch, "ami-1").is).toMatchObject({
      ...{
        copyType: "image",
        name: "web",
        created: "2013-12-18T22:35:00Z",
        deprecated: "2026-01-01T00:00:00Z",
      },
      ...{ isPublic: false, encrypted: true, copies: ["snap-1"], owner: ACCOUNT },
      source: { region: "us-east-1", account: null, store: "ami-0" },
    });
    expect(arrows(batch)).toEqual([`${arn("image/ami-1")} -parts-> snap-1`]);
  });

  it("are shared with accounts, organizations and everybody", () => {
    const org = "arn:aws:organizations::111122223333:organization/o-a1";
    const LaunchPermissions = [{ OrganizationArn: org }, { Group: "all" }, { UserId: OTHER }, {}];
    const batch = read("ec2:DescribeImageAttribute", { ImageId: "ami-1", LaunchPermissions });
    expect(nodeOf(batch, "ami-1").is).toEqual({ sharedWith: [OTHER, "all", org] });
    expect(batch.gaps).toHaveLength(1);
  });

  it("that instances were made of are known, whoever owns them", () => {
    const ImageMetadata = {
      ...{ ImageId: "ami-9", Name: "al2023", OwnerId: "137112412989", ImageOwnerAlias: "amazon" },
      ...{ IsPublic: true, State: "deregistered", CreationDate: CREATED },
    };
    const batch = read("ec2:DescribeInstanceImageMetadata", {
      InstanceImageMetadata: [{ InstanceId: "i-1", OwnerId: ACCOUNT, ImageMetadata }],
    });
    const id = arn("image/ami-9", "137112412989");
    expect(nodeOf(batch, id).is).toMatchObject({
      isPublic: true,
      ownerAlias: "amazon",
      state: "deregistered",
    });
    expect(arrows(batch)).toEqual([`${arn("instance/i-1")} -image-> ${id}`]);
  });
});

describe("what a Region holds for all of them", () => {
  it.each([
    ["GetEbsEncryptionByDefault", { EbsEncryptionByDefault: false }, { encryptsVolumes: false }],
    ["GetEbsDefaultKmsKeyId", { KmsKeyId: "alias/aws/ebs" }, { volumeKey: "alias/aws/ebs" }],
    ["GetSnapshotBlockPublicAccessState", { State: "unblocked" }, { snapshotSharing: "unblocked" }],
    [
      "GetImageBlockPublicAccessState",
      { ImageBlockPublicAccessState: "block-new-sharing" },
      { imageSharing: "block-new-sharing" },
    ],
  ])("%s", (operation, output, is) => {
    const batch = read(`ec2:${operation}`, output);
    expect(nodeOf(batch, `aws:region:${ACCOUNT}:${REGION}`)).toMatchObject({ kind: "region", is });
  });
});

describe("servers of the account's own", () => {
  it("are told of the account's instances on them", () => {
    const Instances = [
      { InstanceId: "i-1", OwnerId: ACCOUNT },
      { InstanceId: "i-2", OwnerId: OTHER },
    ];
    const HostProperties = { Sockets: 2, Cores: 24 };
    const Hosts = [{ HostId: "h-1", OutpostArn: OUTPOST, HostProperties, Instances }];
    const batch = read("ec2:DescribeHosts", { Hosts });
    expect(batch.nodes.map(({ id, is }) => [id, is])).toEqual([
      [arn("instance/i-1"), { hardware: { id: "h-1", sockets: 2, cores: 24, outpost: OUTPOST } }],
    ]);
  });
});

describe("schedules of snapshots", () => {
  const id = `arn:aws:dlm:${REGION}:${ACCOUNT}:policy/policy-1`;
  const details = {
    ...{ PolicyType: "EBS_SNAPSHOT_MANAGEMENT", ResourceTypes: ["VOLUME"], ResourceLocations: ["CLOUD"] },
    TargetTags: [{ Key: "backup", Value: "daily" }],
    Schedules: [
      {
        ...{ Name: "daily", CreateRule: { Interval: 12, IntervalUnit: "HOURS" }, RetainRule: { Count: 5 } },
        CrossRegionCopyRules: [
          {
            Target: "us-east-1",
            Encrypted: true,
            CmkArn: KEY,
            RetainRule: { Interval: 1, IntervalUnit: "MONTHS" },
          },
          { Target: OUTPOST, Encrypted: false },
        ],
        ShareRules: [{ TargetAccounts: [OTHER] }],
      },
    ],
  };
  const described = (PolicyDetails: object) =>
    read("dlm:GetLifecyclePolicy", {
      Policy: {
        PolicyId: "policy-1",
        State: "ENABLED",
        ExecutionRoleArn: "r",
        PolicyDetails,
        Tags: { a: "b" },
      },
    });

  it("are rules that copy, to other Regions, Outposts and accounts", () => {
    const listed = read("dlm:GetLifecyclePolicies", {
      Policies: [{ PolicyId: "policy-1", State: "DISABLED", PolicyType: "IMAGE_MANAGEMENT" }],
    });
    expect(nodeOf(listed, "policy-1")).toMatchObject({ id, is: { enabled: false } });
    const batch = described(details);
    expect(nodeOf(batch, "policy-1")).toMatchObject({ tags: { a: "b" }, is: { enabled: true, role: "r" } });
    expect(nodeOf(batch, `${id}#0`).is).toMatchObject({
      ...{ ruleType: "lifecycle", name: "daily", everySeconds: 43_200, keepCount: 5, keepDays: null },
      destinations: [
        { region: "us-east-1", account: ACCOUNT, store: null },
        { region: REGION, account: ACCOUNT, store: null, outpost: OUTPOST },
      ],
      ...{ encrypted: false, key: KEY, sharesWith: [OTHER] },
      selection: { ResourceTypes: ["VOLUME"], TargetTags: [{ Key: "backup", Value: "daily" }] },
    });
    expect(batch.gaps).toEqual([]);
  });

  it("of a default policy stand in the policy itself", () => {
    const batch = described({
      CreateInterval: 1,
      RetainInterval: 7,
      CrossRegionCopyTargets: [{ TargetRegion: "eu-west-3" }],
    });
    expect(nodeOf(batch, id).is).toMatchObject({
      ...{ everySeconds: 86_400, keepDays: 7 },
      destinations: [{ region: "eu-west-3", account: ACCOUNT, store: null }],
    });
  });
});

describe("file systems", () => {
  const id = `arn:aws:elasticfilesystem:${REGION}:${ACCOUNT}:file-system/fs-01234567`;
  const asked: Partial<RawAnswer> = { input: { FileSystemId: "fs-01234567" } };
  const none = { Error: { Code: "PolicyNotFound", Message: "" } };

  it("tell their key, zones and size", () => {
    const FileSystems = [
      {
        ...{
          FileSystemId: "fs-01234567",
          OwnerId: ACCOUNT,
          PerformanceMode: "generalPurpose",
          Encrypted: true,
        },
        ...{ KmsKeyId: KEY, LifeCycleState: "available", Name: "MyFileSystem", CreationTime: 1_400_000_000 },
        ...{ SizeInBytes: { Value: 2 ** 31 }, Tags: [{ Key: "Name", Value: "MyFileSystem" }] },
      },
    ];
    const batch = read("efs:DescribeFileSystems", { FileSystems });
    expect(nodeOf(batch, "fs-01234567")).toMatchObject({
      ...{ id, label: "MyFileSystem", tags: { Name: "MyFileSystem" } },
      is: {
        storeType: "file-system",
        encrypted: true,
        key: KEY,
        sizeGib: 2,
        multiZone: true,
        state: "available",
      },
    });
  });

  it.each([
    [
      "DescribeFileSystemPolicy",
      { FileSystemId: "fs-01234567", Policy: '{"Version":"2012-10-17"}' },
      { policy: { Version: "2012-10-17" } },
    ],
    ["DescribeFileSystemPolicy", none, { policy: null }],
    ["DescribeBackupPolicy", { BackupPolicy: { Status: "ENABLED" } }, { backupDays: 35 }],
    ["DescribeBackupPolicy", { BackupPolicy: { Status: "DISABLING" } }, { backupDays: 0 }],
    ["DescribeBackupPolicy", none, { backupDays: 0 }],
  ])("%s", (operation, output, is) => {
    const batch = read(`efs:${operation}`, output, asked);
    expect(nodeOf(batch, id).is).toEqual(is);
    expect(batch.gaps).toEqual([]);
  });

  it("stand in subnets, are copied, and are reached by access points", () => {
    const target = {
      FileSystemId: "fs-01234567",
      VpcId: "vpc-1",
      SubnetId: "subnet-1",
      NetworkInterfaceId: "eni-1",
    };
    expect(arrows(read("efs:DescribeMountTargets", { MountTargets: [target] }, asked))).toEqual([
      `${id} -interfaces-> eni-1`,
      `${id} -network-> vpc-1`,
      `${id} -subnets-> subnet-1`,
    ]);
    const replication = {
      ...{ SourceFileSystemId: "fs-01234567", SourceFileSystemArn: id, SourceFileSystemRegion: REGION },
      Destinations: [{ FileSystemId: "fs-9", Region: "us-east-1", OwnerId: OTHER, Status: "ENABLED" }],
    };
    const copied = read("efs:DescribeReplicationConfigurations", { Replications: [replication] });
    const there = `arn:aws:elasticfilesystem:us-east-1:${OTHER}:file-system/fs-9`;
    expect(nodeOf(copied, `${id}#replication`).is).toMatchObject({
      ...{ ruleType: "replication", enabled: true, sources: [id] },
      destinations: [{ region: "us-east-1", account: OTHER, store: there }],
    });
    const point = `arn:aws:elasticfilesystem:${REGION}:${ACCOUNT}:access-point/fsap-1`;
    const AccessPoints = [
      {
        ...{ AccessPointArn: point, AccessPointId: "fsap-1", FileSystemId: "fs-01234567" },
        ...{ PosixUser: { Uid: 13_234, Gid: 10 }, RootDirectory: { Path: "/a" } },
      },
    ];
    const points = read("efs:DescribeAccessPoints", { AccessPoints });
    expect(nodeOf(points, point).is).toMatchObject({
      storeType: "access-point",
      posixUser: 13_234,
      rootPath: "/a",
    });
    expect(arrows(points)).toContain(`${point} -store-> ${id}`);
  });
});

describe("file servers", () => {
  const id = `arn:aws:fsx:${REGION}:${ACCOUNT}:file-system/fs-1`;

  it("tell where they stand and how long backups are kept", () => {
    const FileSystems = [
      {
        ...{
          FileSystemId: "fs-1",
          ResourceARN: id,
          FileSystemType: "WINDOWS",
          StorageCapacity: 300,
          KmsKeyId: KEY,
        },
        ...{
          VpcId: "vpc-1",
          SubnetIds: ["subnet-1"],
          NetworkInterfaceIds: ["eni-1"],
          Lifecycle: "AVAILABLE",
        },
        WindowsConfiguration: { DeploymentType: "MULTI_AZ_1", AutomaticBackupRetentionDays: 30 },
      },
    ];
    const batch = read("fsx:DescribeFileSystems", { FileSystems });
    expect(nodeOf(batch, "fs-1").is).toMatchObject({
      ...{ engine: "windows", sizeGib: 300, multiZone: true, backupDays: 30, key: KEY, encrypted: true },
    });
    expect(arrows(batch)).toContain(`${id} -interfaces-> eni-1`);
  });

  it("have volumes, and backups that may come from another Region", () => {
    const volume = `arn:aws:fsx:${REGION}:${ACCOUNT}:volume/fs-1/fsvol-1`;
    const OntapConfiguration = { SizeInBytes: 2 ** 30, JunctionPath: "/vol1" };
    const volumes = read("fsx:DescribeVolumes", {
      Volumes: [
        {
          ResourceARN: volume,
          VolumeId: "fsvol-1",
          FileSystemId: "fs-1",
          VolumeType: "ONTAP",
          OntapConfiguration,
        },
      ],
    });
    expect(nodeOf(volumes, "fsvol-1").is).toMatchObject({
      storeType: "volume",
      sizeGib: 1,
      rootPath: "/vol1",
    });
    expect(arrows(volumes)).toContain(`${volume} -cluster-> fs-1`);
    const backup = `arn:aws:fsx:${REGION}:${ACCOUNT}:backup/backup-1`;
    const Backups = [
      {
        ...{ ResourceARN: backup, BackupId: "backup-1", Type: "AUTOMATIC", Lifecycle: "AVAILABLE" },
        ...{
          SourceBackupId: "backup-0",
          SourceBackupRegion: "eu-west-3",
          FileSystem: { FileSystemId: "fs-1" },
        },
      },
    ];
    expect(nodeOf(read("fsx:DescribeBackups", { Backups }), "backup-1").is).toMatchObject({
      ...{ copyType: "backup", of: "fs-1", automatic: true, encrypted: true },
      source: { region: "eu-west-3", account: null, store: "backup-0" },
    });
  });
});
