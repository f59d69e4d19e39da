import * as ec2 from "@aws-sdk/client-ec2";
import * as ecr from "@aws-sdk/client-ecr";
import * as efs from "@aws-sdk/client-efs";
import * as kms from "@aws-sdk/client-kms";
import * as s3 from "@aws-sdk/client-s3";
import * as control from "@aws-sdk/client-s3-control";
import * as sm from "@aws-sdk/client-secrets-manager";
import { expect, it } from "vitest";
import { assemble, type Graph } from "../../../../src/graph/index.js";
import { collectAws } from "../../../../src/sources/aws/index.js";
import { callOf } from "../../../../src/sources/aws/resource.js";
import { DATA } from "../../../../src/sources/aws/resources/data/index.js";
import { describeWithMoto, withMoto } from "../../../setup/moto-server.js";
import { unknownToMoto } from "../../../setup/moto-unknown.js";
import { expectSameFromFiles } from "../exported.js";
import { gather, OTHER, type Whole } from "../harness.js";

const [HOME, AWAY] = ["eu-west-1", "us-west-2"] as const;
const MOTO = "123456789012";
const SECRET = "CANARY-of-a-secret";

async function seedBuckets() {
  const home = new s3.S3Client({ region: HOME });
  const away = new s3.S3Client({ region: AWAY });
  const place = (LocationConstraint: s3.BucketLocationConstraint) => ({
    CreateBucketConfiguration: { LocationConstraint },
  });
  await home.send(new s3.CreateBucketCommand({ Bucket: "home-data", ...place(HOME) }));
  await away.send(new s3.CreateBucketCommand({ Bucket: "away-copies", ...place(AWAY) }));
  for (const [client, Bucket] of [
    [home, "home-data"],
    [away, "away-copies"],
  ] as const)
    await client.send(
      new s3.PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: "Enabled" } }),
    );
  const Destination = { Bucket: "arn:aws:s3:::away-copies" };
  const Rules = [{ ID: "all", Status: "Enabled" as const, Priority: 1, Filter: { Prefix: "" }, Destination }];
  const ReplicationConfiguration = { Role: `arn:aws:iam::${MOTO}:role/copies`, Rules };
  await home.send(new s3.PutBucketReplicationCommand({ Bucket: "home-data", ReplicationConfiguration }));
  const Policy = JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::home-data/*" },
    ],
  });
  await home.send(new s3.PutBucketPolicyCommand({ Bucket: "home-data", Policy }));
  const blocks = new control.S3ControlClient({ region: HOME });
  const PublicAccessBlockConfiguration = { BlockPublicAcls: true, BlockPublicPolicy: true };
  await blocks.send(
    new control.PutPublicAccessBlockCommand({ AccountId: MOTO, PublicAccessBlockConfiguration }),
  );
  const point = { AccountId: MOTO, Name: "inner", Bucket: "home-data" };
  await blocks.send(new control.CreateAccessPointCommand(point));
}

async function seedDisks() {
  const client = new ec2.EC2Client({ region: HOME });
  const AvailabilityZone = `${HOME}a`;
  const volume = await client.send(
    new ec2.CreateVolumeCommand({ AvailabilityZone, Size: 10, Encrypted: false }),
  );
  const VolumeId = volume.VolumeId ?? "";
  const snapshot = await client.send(new ec2.CreateSnapshotCommand({ VolumeId }));
  const SnapshotId = snapshot.SnapshotId ?? "";
  const share = { SnapshotId, Attribute: "createVolumePermission" as const, OperationType: "add" as const };
  await client.send(
    new ec2.ModifySnapshotAttributeCommand({ ...share, UserIds: [OTHER], GroupNames: ["all"] }),
  );
  return { volume: VolumeId, snapshot: SnapshotId };
}

async function seedRest() {
  const keys = new kms.KMSClient({ region: HOME });
  const key = await keys.send(new kms.CreateKeyCommand({ Description: "data" }));
  const id = key.KeyMetadata?.KeyId ?? "";
  await keys.send(new kms.CreateAliasCommand({ AliasName: "alias/data", TargetKeyId: id }));
  await keys.send(new kms.EnableKeyRotationCommand({ KeyId: id }));
  const secret = await new sm.SecretsManagerClient({ region: HOME }).send(
    new sm.CreateSecretCommand({ Name: "db", SecretString: SECRET, KmsKeyId: "alias/data" }),
  );
  await new ecr.ECRClient({ region: HOME }).send(new ecr.CreateRepositoryCommand({ repositoryName: "web" }));
  const system = await new efs.EFSClient({ region: HOME }).send(
    new efs.CreateFileSystemCommand({ CreationToken: "a", Encrypted: true }),
  );
  return { key: id, secret: secret.ARN ?? "", system: system.FileSystemId ?? "" };
}

describeWithMoto("an account with data in two Regions", () => {
  let whole: Whole;
  let graph: Graph;
  let made: Awaited<ReturnType<typeof seedDisks>> & Awaited<ReturnType<typeof seedRest>>;

  withMoto(async () => {
    await seedBuckets();
    made = { ...(await seedDisks()), ...(await seedRest()) };
    whole = await gather(collectAws({ regions: [HOME, AWAY], attempts: 2 }));
    graph = assemble([whole]);
  });

  const only = (name: string) => {
    const [node, ...more] = graph.find(name);
    if (node === undefined || more.length > 0) throw new Error(`${more.length + 1} nodes answer to ${name}`);
    return node;
  };

  it("has each bucket once, in its own Region, with what is set on it", () => {
    expect(only("home-data")).toMatchObject({
      scope: { account: MOTO, region: HOME },
      is: {
        ...{ versioned: true, deletesNeedMfa: false, logsTo: [], lock: null, lifecycle: [], notifies: [] },
        publicGrants: [],
        policy: { Statement: [{ Principal: "*", Action: "s3:GetObject" }] },
      },
    });
    expect(only("away-copies")).toMatchObject({
      scope: { region: AWAY },
      is: { policy: null, versioned: true },
    });
    const rule = "arn:aws:s3:::home-data#replication/all";
    expect(graph.step(rule, "sources")?.ids).toEqual(["arn:aws:s3:::home-data"]);
    expect(graph.step(rule, "destinations")?.ids).toEqual(["arn:aws:s3:::away-copies"]);
    expect(graph.node(`arn:aws:iam::${MOTO}:root`)?.is).toMatchObject({
      publicBlock: { refusesAcls: true, ignoresAcls: false },
    });
    const point = `arn:aws:s3:${HOME}:${MOTO}:accesspoint/inner`;
    expect(graph.step("arn:aws:s3:::home-data", "access_points")?.ids).toContain(point);
  });

  it("has disks, keys, secrets and repositories, joined", () => {
    expect(only(made.snapshot).is).toMatchObject({
      of: made.volume,
      sharedWith: [OTHER, "all"],
      isPublic: true,
    });
    expect(only(made.volume).is).toMatchObject({
      storeType: "volume",
      sizeGib: 10,
      encrypted: false,
      attachedTo: [],
    });
    const key = only(made.key);
    expect(key).toMatchObject({ is: { manager: "customer", rotates: true, grants: [] } });
    expect(key.aliases).toContain("alias/data");
    expect(graph.step(made.secret, "key")?.ids).toEqual([key.id]);
    expect(only(made.system).is).toMatchObject({ encrypted: true, backupDays: 0 });
    expect(only(`arn:aws:ecr:${HOME}:${MOTO}:repository/web`).is).toMatchObject({
      policy: null,
      expiryRules: null,
    });
    expect(only(`aws:region:${MOTO}:${HOME}`).is).toMatchObject({ encryptsVolumes: false });
  });

  it("misses only what the emulator does not know, and keeps no secret", () => {
    const asked = new Set(DATA.map(callOf));
    const failed = whole.ledger.filter(({ status, call }) => status !== "ok" && asked.has(call));
    expect([...new Set(failed.map(({ call }) => call))].sort()).toEqual(
      unknownToMoto((call) => asked.has(call)),
    );
    expect(JSON.stringify(whole)).not.toContain(SECRET);
    expect(graph.gaps.filter(({ reason }) => reason === "conflict")).toEqual([]);
  });

  it("exported and read from the files is the same graph", async () => {
    await expectSameFromFiles(whole);
  });
});
