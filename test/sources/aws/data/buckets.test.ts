import { describe, expect, it } from "vitest";
import type { RawAnswer } from "../../../../src/model/index.js";
import { ACCOUNT, arrows, nodeOf, OTHER, REGION, read } from "../harness.js";

const BUCKET = "arn:aws:s3:::amzn-s3-demo-bucket";
const asked: Partial<RawAnswer> = { input: { Bucket: "amzn-s3-demo-bucket" } };
const told = (operation: string, output: object) => read(`s3:${operation}`, output, asked);
const none = (operation: string, Code: string) =>
  told(operation, { Error: { Code, Message: "no" }, ResponseMetadata: { HTTPStatusCode: 404 } });
const ALL = "http://acs.amazonaws.com/groups/global/AllUsers";
const POLICY = { Version: "2012-10-17", Statement: [{ Effect: "Deny", Principal: "*", Action: "s3:*" }] };

describe("a list of buckets", () => {
  const Buckets = [{ Name: "amzn-s3-demo-bucket", CreationDate: "2012-02-15T21:03:02.000Z" }];

  it("gives each bucket in the Region that was asked for its own", () => {
    const batch = read("s3:ListBuckets", { Buckets }, { input: { BucketRegion: REGION, MaxBuckets: 1000 } });
    expect(nodeOf(batch, "amzn-s3-demo-bucket")).toMatchObject({
      ...{ id: BUCKET, kind: "data-store", type: "aws.bucket" },
      scope: { provider: "aws", partition: "aws", account: ACCOUNT, region: REGION },
      is: { storeType: "bucket", name: "amzn-s3-demo-bucket", created: "2012-02-15T21:03:02Z" },
    });
    expect(arrows(batch)).toEqual([`${BUCKET} -account-> arn:aws:iam::${ACCOUNT}:root`]);
  });

  it("says nothing of the Region where nobody told it, until the bucket is asked", () => {
    const bucket = nodeOf(read("s3:ListBuckets", { Buckets }), BUCKET);
    expect(bucket.scope).toEqual({ provider: "aws", partition: "aws", account: ACCOUNT });
    for (const [constraint, region] of [
      [{ LocationConstraint: "EU" }, "eu-west-1"],
      [{ LocationConstraint: "eu-south-2" }, "eu-south-2"],
      [{}, "us-east-1"],
    ] as const)
      expect(nodeOf(told("GetBucketLocation", constraint), BUCKET).scope.region).toBe(region);
  });

  it("leaves a gap for one without a name", () => {
    expect(read("s3:ListBuckets", { Buckets: [{}] }).gaps).toHaveLength(1);
  });
});

describe("what is asked about a bucket", () => {
  it.each([
    [
      "GetBucketEncryption",
      {
        ServerSideEncryptionConfiguration: {
          Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: "aws:kms", KMSMasterKeyID: "k-1" } }],
        },
      },
      { encrypted: true, encryption: "kms", key: "k-1" },
    ],
    [
      "GetPublicAccessBlock",
      { PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true } },
      { publicBlock: { refusesAcls: true, ignoresAcls: false, refusesPolicies: false, restricts: true } },
    ],
    ["GetBucketPolicy", { Policy: JSON.stringify(POLICY) }, { policy: POLICY }],
    ["GetBucketPolicyStatus", { PolicyStatus: { IsPublic: true } }, { isPublic: true }],
    [
      "GetBucketLogging",
      { LoggingEnabled: { TargetBucket: "logs", TargetPrefix: "a/" } },
      { logsTo: ["arn:aws:s3:::logs"] },
    ],
    ["GetBucketLogging", {}, { logsTo: [] }],
    [
      "GetBucketVersioning",
      { Status: "Enabled", MFADelete: "Enabled" },
      { versioned: true, deletesNeedMfa: true },
    ],
    ["GetBucketVersioning", { Status: "Suspended" }, { versioned: false, deletesNeedMfa: false }],
    ["GetBucketVersioning", {}, { versioned: false, deletesNeedMfa: false }],
    [
      "GetBucketAcl",
      {
        Owner: { ID: "852b" },
        Grants: [
          { Grantee: { ID: "852b", Type: "CanonicalUser" }, Permission: "FULL_CONTROL" },
          { Grantee: { URI: ALL, Type: "Group" }, Permission: "READ_ACP" },
        ],
      },
      { publicGrants: [{ to: "all", permission: "read-acp" }] },
    ],
    [
      "GetBucketOwnershipControls",
      { OwnershipControls: { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] } },
      { ownership: "bucket-owner-enforced" },
    ],
    [
      "GetBucketLifecycleConfiguration",
      {
        Rules: [
          {
            ...{ ID: "Rule for TaxDocs/", Prefix: "TaxDocs", Status: "Enabled" },
            Transitions: [{ Days: 365, StorageClass: "STANDARD_IA" }],
          },
          { Status: "Disabled", Filter: {}, NoncurrentVersionExpiration: { NoncurrentDays: 9 } },
        ],
      },
      {
        lifecycle: [
          {
            ...{
              name: "Rule for TaxDocs/",
              enabled: true,
              selection: { Prefix: "TaxDocs" },
              expiresDays: null,
            },
            ...{ expiresOldVersionsDays: null, abortsUploadsDays: null },
            moves: [{ days: 365, to: "standard-ia" }],
          },
          {
            ...{ name: null, enabled: false, selection: null, expiresDays: null, expiresOldVersionsDays: 9 },
            ...{ abortsUploadsDays: null, moves: [] },
          },
        ],
      },
    ],
    [
      "GetObjectLockConfiguration",
      {
        ObjectLockConfiguration: {
          ObjectLockEnabled: "Enabled",
          Rule: { DefaultRetention: { Mode: "COMPLIANCE", Years: 1 } },
        },
      },
      { lock: { minDays: 365, maxDays: null, fixedFrom: null, mode: "compliance" } },
    ],
    [
      "GetBucketNotificationConfiguration",
      { EventBridgeConfiguration: {}, TopicConfigurations: [{ TopicArn: "arn:aws:sns:eu-west-1:1:t" }] },
      { notifies: ["arn:aws:sns:eu-west-1:1:t", "eventbridge"] },
    ],
    ["GetBucketNotificationConfiguration", {}, { notifies: [] }],
  ])("%s becomes facts of it", (operation, output, is) => {
    const batch = told(operation, output);
    expect(nodeOf(batch, BUCKET)).toMatchObject({ is, type: "aws.bucket" });
    expect(batch.gaps).toEqual([]);
  });

  it("its tags are its own", () => {
    const batch = told("GetBucketTagging", { TagSet: [{ Key: "team", Value: "a" }] });
    expect(nodeOf(batch, BUCKET)).toMatchObject({ tags: { team: "a" }, is: {} });
  });

  it.each([
    ["GetBucketReplication", "ReplicationConfigurationNotFoundError", {}],
    [
      "GetBucketEncryption",
      "ServerSideEncryptionConfigurationNotFoundError",
      { encrypted: false, encryption: null, key: null },
    ],
    ["GetBucketPolicy", "NoSuchBucketPolicy", { policy: null }],
    ["GetBucketPolicyStatus", "NoSuchBucketPolicy", { isPublic: false }],
    ["GetBucketOwnershipControls", "OwnershipControlsNotFoundError", { ownership: "object-writer" }],
    ["GetBucketLifecycleConfiguration", "NoSuchLifecycleConfiguration", { lifecycle: [] }],
    ["GetObjectLockConfiguration", "ObjectLockConfigurationNotFoundError", { lock: null }],
    ["GetBucketTagging", "NoSuchTagSet", {}],
    [
      "GetPublicAccessBlock",
      "NoSuchPublicAccessBlockConfiguration",
      { publicBlock: { refusesAcls: false, ignoresAcls: false, refusesPolicies: false, restricts: false } },
    ],
  ])("%s says with %s that there is none, which is an answer", (operation, code, is) => {
    const batch = none(operation, code);
    expect(nodeOf(batch, BUCKET).is).toEqual(is);
    expect(batch.gaps).toEqual([]);
  });

  it("and was denied is a gap on the bucket", () => {
    const batch = none("GetBucketPolicy", "AccessDenied");
    expect(batch.nodes).toEqual([]);
    expect(batch.gaps).toMatchObject([{ reason: "denied", touches: { nodes: [BUCKET] } }]);
  });

  it("gives a rule for each replication, with whose and where the copy is", () => {
    const batch = told("GetBucketReplication", {
      ReplicationConfiguration: {
        Role: "arn:aws:iam::111122223333:role/copies",
        Rules: [
          {
            ...{ ID: "away", Status: "Enabled", Priority: 1, Filter: { Prefix: "Tax" } },
            DeleteMarkerReplication: { Status: "Disabled" },
            SourceSelectionCriteria: { SseKmsEncryptedObjects: { Status: "Enabled" } },
            Destination: {
              ...{ Bucket: "arn:aws:s3:::copies", Account: OTHER, StorageClass: "STANDARD_IA" },
              AccessControlTranslation: { Owner: "Destination" },
              EncryptionConfiguration: { ReplicaKmsKeyID: "arn:aws:kms:us-east-1:444455556666:key/k" },
              ReplicationTime: { Status: "Enabled", Time: { Minutes: 15 } },
            },
          },
          { Status: "Disabled", Prefix: "", Destination: {} },
        ],
      },
    });
    const rule = `${BUCKET}#replication/away`;
    expect(nodeOf(batch, rule)).toMatchObject({
      kind: "copy-rule",
      at: { pointer: "/output/ReplicationConfiguration/Rules/0", id: "away" },
      is: {
        ...{
          ruleType: "replication",
          name: "away",
          enabled: true,
          sources: [BUCKET],
          selection: { Prefix: "Tax" },
        },
        destinations: [{ region: null, account: OTHER, store: "arn:aws:s3:::copies" }],
        ...{ copiesDeletions: false, copiesEncrypted: true, changesOwner: true, withinSeconds: 900 },
        ...{ storageClass: "standard-ia", key: "arn:aws:kms:us-east-1:444455556666:key/k" },
      },
    });
    expect(nodeOf(batch, `${BUCKET}#replication/1`).is).toMatchObject({ enabled: false, selection: null });
    expect(batch.gaps).toMatchObject([{ touches: { nodes: [`${BUCKET}#replication/1`] } }]);
    expect(arrows(batch)).toContain(`${rule} -destinations-> arn:aws:s3:::copies in ${OTHER}`);
  });
});

describe("what stands before buckets", () => {
  it("is the block of the account", () => {
    const input = { AccountId: ACCOUNT };
    const output = { PublicAccessBlockConfiguration: { BlockPublicPolicy: true } };
    const batch = read("s3control:GetPublicAccessBlock", output, { input });
    expect(nodeOf(batch, ACCOUNT).is).toMatchObject({
      publicBlock: { refusesPolicies: true, restricts: false },
    });
  });

  it("are access points, in a network or for everybody, with policies of their own", () => {
    const AccessPointList = [
      {
        ...{ Name: "inner", NetworkOrigin: "VPC", Bucket: "b", BucketAccountId: OTHER },
        VpcConfiguration: { VpcId: "vpc-1" },
      },
    ];
    const id = `arn:aws:s3:${REGION}:${ACCOUNT}:accesspoint/inner`;
    const batch = read("s3control:ListAccessPoints", { AccessPointList });
    expect(nodeOf(batch, id).is).toMatchObject({ storeType: "access-point", origin: "network" });
    expect(arrows(batch)).toEqual([
      `${id} -account-> arn:aws:iam::${ACCOUNT}:root`,
      `${id} -network-> vpc-1`,
      `${id} -store-> arn:aws:s3:::b in ${OTHER}`,
    ]);
    const more = { input: { AccountId: ACCOUNT, Name: "inner" } };
    const policy = read("s3control:GetAccessPointPolicy", { Policy: JSON.stringify(POLICY) }, more);
    expect(nodeOf(policy, id).is).toEqual({ policy: POLICY });
  });

  it("are names for buckets of several Regions", () => {
    const AccessPoints = [
      {
        ...{ Name: "all", Alias: "mfzwi23gnjvgw.mrap", Status: "READY", CreatedAt: "2024-01-01T00:00:00Z" },
        Regions: [
          { Bucket: "a", Region: "eu-west-1", BucketAccountId: ACCOUNT },
          { Bucket: "b", Region: "us-east-1", BucketAccountId: OTHER },
        ],
      },
    ];
    const [node] = read("s3control:ListMultiRegionAccessPoints", { AccessPoints }).nodes;
    expect(node?.is).toMatchObject({
      state: "ready",
      parts: [
        { region: "eu-west-1", account: ACCOUNT, store: "arn:aws:s3:::a" },
        { region: "us-east-1", account: OTHER, store: "arn:aws:s3:::b" },
      ],
    });
  });
});
