import { describe, expect, it } from "vitest";
import type { RawAnswer } from "../../../../src/model/index.js";
import { ACCOUNT, arrows, nodeOf, OTHER, REGION, read } from "../harness.js";

const ID = "mrk-1234abcd12ab34cd56ef1234567890ab";
const KEY = `arn:aws:kms:${REGION}:${ACCOUNT}:key/${ID}`;
const PRIMARY = `arn:aws:kms:us-east-1:${ACCOUNT}:key/${ID}`;
const asked: Partial<RawAnswer> = { input: { KeyId: ID } };
const POLICY = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: "kms:*" }] };

describe("keys", () => {
  it("are listed, and described as what they are and copies of", () => {
    const listed = read("kms:ListKeys", { Keys: [{ KeyId: ID, KeyArn: KEY }] });
    expect(arrows(listed)).toEqual([`${KEY} -account-> arn:aws:iam::${ACCOUNT}:root`]);
    const batch = read("kms:DescribeKey", {
      KeyMetadata: {
        ...{
          KeyId: ID,
          Arn: KEY,
          AWSAccountId: ACCOUNT,
          Enabled: true,
          KeyState: "Enabled",
          KeyManager: "CUSTOMER",
        },
        ...{
          KeyUsage: "ENCRYPT_DECRYPT",
          KeySpec: "SYMMETRIC_DEFAULT",
          Origin: "AWS_KMS",
          Description: "data",
        },
        ...{ CreationDate: 1_600_000_000, MultiRegion: true },
        MultiRegionConfiguration: {
          MultiRegionKeyType: "REPLICA",
          PrimaryKey: { Arn: PRIMARY, Region: "us-east-1" },
          ReplicaKeys: [{ Arn: KEY, Region: REGION }],
        },
      },
    });
    expect(nodeOf(batch, ID)).toMatchObject({
      ...{ id: KEY, kind: "key", type: "aws.key" },
      is: {
        ...{
          manager: "customer",
          state: "enabled",
          enabled: true,
          usage: "encrypt-decrypt",
          origin: "aws-kms",
        },
        ...{ name: "data", created: "2020-09-13T12:26:40Z", deletion: null },
        multiRegion: { isPrimary: false, primary: PRIMARY, replicas: [KEY] },
      },
    });
    expect(arrows(batch)).toEqual([`${KEY} -replica_of-> ${PRIMARY} in us-east-1`]);
  });

  it.each([
    ["GetKeyPolicy", { Policy: JSON.stringify(POLICY), PolicyName: "default" }, { policy: POLICY }],
    ["GetKeyRotationStatus", { KeyRotationEnabled: true }, { rotates: true, rotationDays: 365 }],
    [
      "GetKeyRotationStatus",
      { KeyRotationEnabled: true, RotationPeriodInDays: 90 },
      { rotates: true, rotationDays: 90 },
    ],
    ["GetKeyRotationStatus", { KeyRotationEnabled: false }, { rotates: false, rotationDays: null }],
    [
      "GetKeyRotationStatus",
      { Error: { Code: "UnsupportedOperationException", Message: "" } },
      { rotates: false, rotationDays: null },
    ],
    [
      "ListGrants",
      {
        Grants: [
          {
            GrantId: "2",
            GranteePrincipal: "b",
            Operations: ["Encrypt", "Decrypt"],
            IssuingAccount: `arn:aws:iam::${OTHER}:root`,
          },
          { GrantId: "1", GranteePrincipal: "a", Operations: [] },
        ],
      },
      {
        grants: [
          { grantee: "a", operations: [], issuer: null },
          { grantee: "b", operations: ["Decrypt", "Encrypt"], issuer: OTHER },
        ],
      },
    ],
  ])("%s is a fact of the key", (operation, output, is) => {
    const batch = read(`kms:${operation}`, output, asked);
    expect(nodeOf(batch, KEY).is).toEqual(is);
    expect(batch.gaps).toEqual([]);
  });

  it("answer to their aliases too", () => {
    const AliasArn = `arn:aws:kms:${REGION}:${ACCOUNT}:alias/aws/ebs`;
    const batch = read("kms:ListAliases", {
      Aliases: [
        { AliasName: "alias/aws/ebs", AliasArn, TargetKeyId: ID },
        { AliasName: "alias/aws/s3", AliasArn },
      ],
    });
    expect(batch.nodes.map(({ id, aliases }) => [id, aliases])).toEqual([
      [KEY, [ID, AliasArn, "alias/aws/ebs"]],
    ]);
  });

  it("that are asked for in vain are a gap", () => {
    const output = { Error: { Code: "AccessDeniedException", Message: "" } };
    const gaps = read("kms:GetKeyPolicy", output, asked).gaps;
    expect(gaps).toMatchObject([{ reason: "denied", touches: { nodes: [KEY] } }]);
  });
});

describe("secrets", () => {
  const SECRET = `arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:db-a1b2c3`;

  it("tell what is known of them, never what they are", () => {
    const SecretList = [
      {
        ...{
          ARN: SECRET,
          Name: "db",
          KmsKeyId: "alias/own",
          RotationEnabled: true,
          PrimaryRegion: "us-east-1",
        },
        ...{ RotationRules: { AutomaticallyAfterDays: 30 }, LastRotatedDate: 1_600_000_000, Tags: [] },
      },
    ];
    const batch = read("secretsmanager:ListSecrets", { SecretList });
    const primary = SECRET.replace(REGION, "us-east-1");
    expect(nodeOf(batch, SECRET).is).toMatchObject({
      ...{
        storeType: "secret",
        name: "db",
        key: "alias/own",
        rotates: true,
        rotationDays: 30,
        replicaOf: primary,
      },
      ...{ rotated: "2020-09-13T12:26:40Z", deletion: null },
    });
    expect(arrows(batch)).toContain(`${SECRET} -replica_of-> ${primary} in us-east-1`);
  });

  it.each([
    [{ ResourcePolicy: JSON.stringify(POLICY) }, POLICY],
    [{}, null],
  ])("have policies, or none", (more, policy) => {
    const batch = read("secretsmanager:GetResourcePolicy", { ARN: SECRET, Name: "db", ...more });
    expect(nodeOf(batch, SECRET).is).toEqual({ policy });
  });

  it("are copied to other Regions and accounts", () => {
    const there = SECRET.replace(REGION, "eu-west-3");
    const batch = read("secretsmanager:DescribeSecret", {
      ...{ ARN: SECRET, Name: "db", VersionIdsToStages: {} },
      ReplicationStatus: [{ Region: "eu-west-3", KmsKeyId: "alias/aws/secretsmanager", Status: "InSync" }],
    });
    expect(nodeOf(batch, `${SECRET}#replication`).is).toMatchObject({
      ...{ ruleType: "replication", sources: [SECRET] },
      destinations: [{ region: "eu-west-3", account: ACCOUNT, store: there }],
    });
    const alone = read("secretsmanager:DescribeSecret", { ARN: SECRET, Name: "db", VersionIdsToStages: {} });
    expect(alone.nodes).toHaveLength(1);
  });
});

describe("repositories of images", () => {
  const REPOSITORY = `arn:aws:ecr:${REGION}:${ACCOUNT}:repository/team/web`;
  const about: Partial<RawAnswer> = { input: { repositoryName: "team/web" } };
  const none = (Code: string) => ({ Error: { Code, Message: "" } });

  it("tell who encrypts them and whether images are scanned", () => {
    const batch = read("ecr:DescribeRepositories", {
      repositories: [
        {
          ...{
            repositoryArn: REPOSITORY,
            registryId: ACCOUNT,
            repositoryName: "team/web",
            repositoryUri: "u",
          },
          ...{ imageTagMutability: "IMMUTABLE", imageScanningConfiguration: { scanOnPush: true } },
          encryptionConfiguration: {
            encryptionType: "KMS",
            kmsKey: "arn:aws:kms:eu-west-1:111122223333:key/k",
          },
        },
      ],
    });
    expect(nodeOf(batch, REPOSITORY).is).toMatchObject({
      ...{ storeType: "registry", encryption: "kms", scansOnPush: true, fixedTags: true },
    });
  });

  it.each([
    [
      "GetRepositoryPolicy",
      { repositoryName: "team/web", registryId: ACCOUNT, policyText: JSON.stringify(POLICY) },
      { policy: POLICY },
    ],
    ["GetRepositoryPolicy", none("RepositoryPolicyNotFoundException"), { policy: null }],
    [
      "GetLifecyclePolicy",
      { repositoryName: "team/web", lifecyclePolicyText: '{"rules":[]}' },
      { expiryRules: { rules: [] } },
    ],
    ["GetLifecyclePolicy", none("LifecyclePolicyNotFoundException"), { expiryRules: null }],
  ])("%s", (operation, output, is) => {
    expect(nodeOf(read(`ecr:${operation}`, output, about), REPOSITORY).is).toEqual(is);
  });

  it("are copied by rules of the registry, and scanned by others", () => {
    const rule = {
      destinations: [{ region: "us-east-1", registryId: OTHER }],
      repositoryFilters: [{ filter: "prod", filterType: "PREFIX_MATCH" }],
    };
    const [node] = read("ecr:DescribeRegistry", {
      registryId: ACCOUNT,
      replicationConfiguration: { rules: [rule] },
    }).nodes;
    expect(node?.is).toMatchObject({
      ...{ selection: { prefixes: ["prod"] }, copiesDeletions: false },
      destinations: [{ region: "us-east-1", account: OTHER, store: null }],
    });
    const rules = [
      { scanFrequency: "SCAN_ON_PUSH", repositoryFilters: [{ filter: "*", filterType: "WILDCARD" }] },
    ];
    const [region] = read("ecr:GetRegistryScanningConfiguration", {
      ...{ registryId: ACCOUNT, scanningConfiguration: { scanType: "ENHANCED", rules } },
    }).nodes;
    expect(region?.is).toEqual({
      imageScanning: { scanType: "enhanced", rules: [{ frequency: "scan-on-push", filters: ["*"] }] },
    });
  });
});
