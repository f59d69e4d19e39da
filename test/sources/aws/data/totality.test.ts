import fc from "fast-check";
import { describe, it } from "vitest";
import type { Json } from "../../../../src/model/index.js";
import { DATA } from "../../../../src/sources/aws/resources/data/index.js";
import { withoutSecrets } from "../../../../src/sources/aws/secrets.js";
import { expectRead, madeUp } from "../made-up.js";

const KEY = "arn:aws:kms:eu-west-1:111122223333:key/1";
const BUCKET = "arn:aws:s3:::b";
const MEMBERS =
  "Name BucketRegion CreationDate LocationConstraint Role Rules ID Status Destination Bucket Account StorageClass EncryptionConfiguration ReplicaKmsKeyID ReplicationTime Time Minutes Filter Prefix SourceSelectionCriteria ApplyServerSideEncryptionByDefault SSEAlgorithm KMSMasterKeyID BlockPublicAcls Policy IsPublic LoggingEnabled TargetBucket MFADelete Grants Grantee URI Permission ObjectOwnership Expiration Days Transitions ObjectLockEnabled Rule DefaultRetention Mode Years TagSet Key Value TopicConfigurations TopicArn EventBridgeConfiguration NetworkOrigin VpcConfiguration VpcId Regions Region VolumeId SnapshotId Attachments InstanceId DeleteOnTermination Size Encrypted KmsKeyId OutpostArn AvailabilityZone OwnerId Tags CreateVolumePermissions UserId Group ImageId BlockDeviceMappings Ebs LaunchPermissions ImageMetadata SourceImageRegion HostId HostProperties Sockets Instances PolicyId PolicyDetails Schedules CreateRule Interval RetainRule IntervalUnit CrossRegionCopyRules Target Encrypted CmkArn ShareRules TargetAccounts Actions CrossRegionCopy CrossRegionCopyTargets TargetRegion TargetTags FileSystemId SizeInBytes BackupPolicy SourceFileSystemArn Destinations AccessPointArn PosixUser Uid ResourceARN WindowsConfiguration SubnetIds NetworkInterfaceIds OntapConfiguration Volume FileSystem KeyId KeyArn Arn KeyManager MultiRegionConfiguration PrimaryKey ReplicaKeys KeyRotationEnabled RotationPeriodInDays GranteePrincipal Operations AliasArn AliasName TargetKeyId ARN RotationRules PrimaryRegion ReplicationStatus CrossAccountReplicas ReplicaSecretARN ResourcePolicy repositoryArn repositoryName encryptionConfiguration kmsKey policyText replicationConfiguration rules destinations region registryId repositoryFilters filter scanningConfiguration scanFrequency __proto__".split(
    " ",
  );
const VALUES: Json[] = [
  KEY,
  BUCKET,
  "Enabled",
  "us-east-1",
  "111122223333",
  "{}",
  "",
  "\u0000",
  true,
  7,
  1e300,
  -1,
];

const json = madeUp({ members: MEMBERS, values: VALUES, deep: true });

const ids = {
  ...{ Name: "b", VolumeId: "vol-1", SnapshotId: "snap-1", ImageId: "ami-1", HostId: "h-1", PolicyId: "p" },
  ...{ FileSystemId: "fs-1", ResourceARN: KEY, AccessPointArn: KEY, SourceFileSystemArn: KEY, KeyId: "1" },
  ...{ KeyArn: KEY, AliasArn: KEY, TargetKeyId: "1", ARN: KEY, repositoryArn: KEY, Arn: KEY },
};
const LISTS =
  "Buckets AccessPointList AccessPoints Volumes Snapshots Images InstanceImageMetadata Hosts Policies FileSystems MountTargets Replications Backups Keys Grants Aliases SecretList repositories TagSet CreateVolumePermissions LaunchPermissions".split(
    " ",
  );
const OBJECTS =
  "ReplicationConfiguration ServerSideEncryptionConfiguration PublicAccessBlockConfiguration PolicyStatus LoggingEnabled OwnershipControls ObjectLockConfiguration BackupPolicy replicationConfiguration scanningConfiguration".split(
    " ",
  );

/** An answer whose own name can be read, so that what lies below is. */
const named = json.object.map((object) => {
  const told = object as object;
  const lists = LISTS.map((list) => [list, [told, { ...ids, ...told }]] as const);
  const objects = OBJECTS.map((name) => [name, { Rules: [told], rules: [told], ...told }] as const);
  return {
    ...ids,
    ...{
      ...told,
      Rules: [told],
      policyText: "{}",
      lifecyclePolicyText: "[",
      registryId: "1",
      VersionIdsToStages: {},
    },
    ...{
      EbsEncryptionByDefault: true,
      State: "unblocked",
      KeyRotationEnabled: true,
      ...Object.fromEntries(lists),
    },
    ...Object.fromEntries(objects),
    KeyMetadata: { ...told, Arn: KEY },
    Policy: { ...told, PolicyId: "p", PolicyDetails: { Schedules: [told], ...told } },
  };
});
const inputs = fc.constantFrom<Json>(
  {},
  { Bucket: "b", Name: "n", FileSystemId: "fs-1", KeyId: "1", SecretId: KEY, repositoryName: "r" },
  { Bucket: 7, Name: null, BucketRegion: [] },
);

describe("what tells of data and of what encrypts it", () => {
  it("never throws, whatever was asked and answered, and gives facts of the kind's shape", () => {
    const outputs = fc.oneof(named, named, json.object);
    fc.assert(
      fc.property(fc.constantFrom(...DATA), outputs, inputs, (resource, output, input) => {
        expectRead(resource, withoutSecrets(output as never), input);
      }),
      { numRuns: 3000 },
    );
  });
});
