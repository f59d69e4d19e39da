import { describe, expect, it } from "vitest";
import { backups } from "../../../src/derive/placement/backups.js";
import { placements } from "../../../src/derive/placement/placement.js";
import { assemble } from "../../../src/graph/index.js";
import type { Backups, Placement, RawAnswer } from "../../../src/model/index.js";
import { ACCOUNT, arn, OTHER, REGION, read } from "../../sources/aws/harness.js";

type Saved = readonly [call: string, output: object, more?: Partial<RawAnswer>];

const graphOf = (saved: readonly Saved[]) => assemble(saved.map((one) => read(...one)));
const told = (id: string, ...saved: readonly Saved[]) =>
  placements(graphOf(saved), undefined)(id).value as unknown as Placement;
const placesOf = (fact: Placement) =>
  fact.places.map(({ how, name, country }) => `${how} ${name} ${country}`);
const kept = (id: string, ...saved: readonly Saved[]) =>
  backups(graphOf(saved), undefined)(id).value as unknown as Backups;

describe("placement of what AWS answers", () => {
  it("of a global table is every Region of its replicas", () => {
    const id = `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/orders`;
    const table = {
      ...{ TableName: "orders", TableArn: id, TableStatus: "ACTIVE" },
      Replicas: [{ RegionName: "us-east-1", ReplicaStatus: "ACTIVE" }],
    };
    expect(placesOf(told(id, ["dynamodb:DescribeTable", { Table: table }]))).toEqual([
      `lies ${REGION} IE`,
      "lies us-east-1 US",
    ]);
  });

  it("of a bucket follows replication to where the other bucket is", () => {
    const rule = {
      ...{ ID: "all", Status: "Enabled", Priority: 1, Filter: {} },
      Destination: { Bucket: "arn:aws:s3:::far", Account: OTHER },
    };
    const fact = told(
      "arn:aws:s3:::near",
      ["s3:ListBuckets", { Buckets: [{ Name: "near", BucketRegion: REGION }] }],
      ["s3:ListBuckets", { Buckets: [{ Name: "far", BucketRegion: "ap-northeast-1" }] }, { account: OTHER }],
      [
        ...(["s3:GetBucketReplication"] as const),
        { ReplicationConfiguration: { Role: "arn:aws:iam::1:role/r", Rules: [rule] } },
        { input: { Bucket: "near" } },
      ],
    );
    expect(placesOf(fact)).toEqual(["goes ap-northeast-1 JP", `lies ${REGION} IE`]);
    expect(fact.places[0]?.account).toBe(OTHER);
  });

  it("of a secret is the Regions of its replicas", () => {
    const id = `arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:shop-AbCdEf`;
    const secret = { ARN: id, Name: "shop" };
    const fact = told(
      id,
      ["secretsmanager:ListSecrets", { SecretList: [secret] }],
      [
        ...(["secretsmanager:DescribeSecret"] as const),
        { ...secret, VersionIdsToStages: {}, ReplicationStatus: [{ Region: "eu-west-2", Status: "InSync" }] },
        { input: { SecretId: id } },
      ],
    );
    expect(placesOf(fact)).toEqual([`lies ${REGION} IE`, "lies eu-west-2 GB"]);
  });

  it("of a volume on an Outpost: the building, its snapshot in the Region, and a policy that makes more", () => {
    const outpost = `arn:aws:outposts:${REGION}:${ACCOUNT}:outpost/op-0123456789abcdef0`;
    const volume = { VolumeId: "vol-0123456789abcdef0", OutpostArn: outpost, AvailabilityZone: `${REGION}a` };
    const snapshot = { SnapshotId: "snap-0123456789abcdef0", VolumeId: volume.VolumeId, OwnerId: ACCOUNT };
    const site = {
      SiteId: "os-1",
      SiteArn: `arn:aws:outposts:${REGION}:${ACCOUNT}:site/os-1`,
      Name: "Vienna",
    };
    const fact = told(
      arn(`volume/${volume.VolumeId}`),
      ["ec2:DescribeVolumes", { Volumes: [volume] }],
      ["ec2:DescribeSnapshots", { Snapshots: [snapshot] }],
      ["outposts:ListSites", { Sites: [{ ...site, OperatingAddressCountryCode: "AT" }] }],
      [
        "outposts:ListOutposts",
        {
          Outposts: [{ OutpostArn: outpost, OutpostId: "op-0123456789abcdef0", Name: "op", SiteId: "os-1" }],
        },
      ],
    );
    const places = fact.places.map(({ how, placeType, country }) => `${how} ${placeType} ${country}`);
    expect(places).toEqual(["lies outpost AT", "lies region IE", "metadata region IE"]);
  });

  it("of a volume is followed by a lifecycle policy to another Region", () => {
    const schedule = {
      ...{ Name: "daily", CreateRule: { Interval: 24, IntervalUnit: "HOURS" }, RetainRule: { Count: 7 } },
      CrossRegionCopyRules: [{ Target: "us-west-2", Encrypted: true }],
    };
    const details = {
      ...{ PolicyType: "EBS_SNAPSHOT_MANAGEMENT", ResourceTypes: ["VOLUME"], Schedules: [schedule] },
      TargetTags: [{ Key: "backup", Value: "yes" }],
    };
    const policy = { PolicyId: "policy-0123456789abcdef0", State: "ENABLED", PolicyDetails: details };
    const volume = (value: string): Saved => [
      "ec2:DescribeVolumes",
      { Volumes: [{ VolumeId: "vol-0123456789abcdef0", Tags: [{ Key: "backup", Value: value }] }] },
    ];
    const rules: Saved = ["dlm:GetLifecyclePolicy", { Policy: policy }];
    const id = arn("volume/vol-0123456789abcdef0");
    expect(placesOf(told(id, volume("yes"), rules))).toEqual(["goes us-west-2 US", `lies ${REGION} IE`]);
    expect(placesOf(told(id, volume("no"), rules))).toEqual([`lies ${REGION} IE`]);
    expect(kept(id, volume("yes"), rules)).toMatchObject({
      exists: true,
      lossSeconds: 86_400,
      otherRegion: true,
    });
  });

  it("of a database is followed by a snapshot that was copied from another Region", () => {
    const db = `arn:aws:rds:${REGION}:${ACCOUNT}:db:shop`;
    const snapshot = {
      ...{ DBSnapshotArn: `arn:aws:rds:us-east-1:${ACCOUNT}:snapshot:copy`, DBSnapshotIdentifier: "copy" },
      ...{ DBInstanceIdentifier: "shop", SourceRegion: REGION, SnapshotType: "manual", Status: "available" },
    };
    const fact = told(
      db,
      ["rds:DescribeDBInstances", { DBInstances: [{ DBInstanceArn: db, DBInstanceIdentifier: "shop" }] }],
      ["rds:DescribeDBSnapshots", { DBSnapshots: [snapshot] }, { region: "us-east-1" }],
    );
    expect(placesOf(fact)).toEqual([`lies ${REGION} IE`, "lies us-east-1 US"]);
  });
});
