import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { assemble } from "../../../../src/graph/index.js";
import { collectAws, readAnswerFiles } from "../../../../src/sources/aws/index.js";
import { afterEachTest, pointedAt } from "../../../setup/ends.js";
import { ec2Xml, emptyAnswer, type QueryCall, startQueryServer } from "../../../setup/query-server.js";
import { ACCOUNT, gather, nodeOf, type Whole } from "../harness.js";

const REGIONS = ["eu-west-1", "us-west-2"] as const;
const BUCKETS: Readonly<Record<string, string>> = { "eu-west-1": "near", "us-west-2": "far" };
const DISK = `arn:aws:fsx:eu-west-1:${ACCOUNT}:file-system/fs-1`;

const undo = afterEachTest();

const error = (Code: string) => `<Error><Code>${Code}</Code><Message>no</Message></Error>`;

/** What S3 and its control answer; null for others. */
function stored({ request, region }: QueryCall): { status: number; body: string } | null {
  const url = new URL(request.url ?? "", "http://x");
  if (url.pathname === "/" && request.method === "GET") {
    const told = `<Name>${BUCKETS[region]}</Name><BucketRegion>${url.searchParams.get("bucket-region")}</BucketRegion>`;
    const body = `<ListAllMyBucketsResult><Buckets><Bucket>${told}</Bucket></Buckets></ListAllMyBucketsResult>`;
    return { status: 200, body };
  }
  if (!/^\/(?:near|far)/.test(url.pathname)) return null;
  if (url.pathname.replaceAll("/", "") !== BUCKETS[region])
    return { status: 301, body: error("PermanentRedirect") };
  if (url.searchParams.has("policy")) return { status: 403, body: error("AccessDenied") };
  if (url.searchParams.has("versioning")) return { status: 200, body: "<VersioningConfiguration/>" };
  if (url.searchParams.has("logging")) return { status: 200, body: "<BucketLoggingStatus/>" };
  if (url.searchParams.has("notification")) return { status: 200, body: "<NotificationConfiguration/>" };
  if (url.searchParams.has("acl"))
    return {
      status: 200,
      body: "<AccessControlPolicy><Owner><ID>o</ID></Owner><AccessControlList/></AccessControlPolicy>",
    };
  const none: Readonly<Record<string, string>> = {
    replication: "ReplicationConfigurationNotFoundError",
    encryption: "ServerSideEncryptionConfigurationNotFoundError",
    publicAccessBlock: "NoSuchPublicAccessBlockConfiguration",
    policyStatus: "NoSuchBucketPolicy",
    ownershipControls: "OwnershipControlsNotFoundError",
    lifecycle: "NoSuchLifecycleConfiguration",
    "object-lock": "ObjectLockConfigurationNotFoundError",
    tagging: "NoSuchTagSet",
  };
  const asked = Object.keys(none).find((one) => url.searchParams.has(one)) ?? "";
  return { status: 404, body: error(none[asked] ?? "NoSuchBucket") };
}

async function collected(): Promise<Whole & { hosts: string[] }> {
  const hosts: string[] = [];
  const handle = (call: QueryCall, response: ServerResponse): boolean => {
    if (call.call.startsWith("s3control:")) hosts.push(String(call.request.headers.host).split(":")[0] ?? "");
    const answer = stored(call);
    if (answer !== null) response.writeHead(answer.status).end(answer.body);
    else if (call.call === "ec2:DescribeRegions") {
      const items = REGIONS.map((name) => `<item><regionName>${name}</regionName></item>`);
      response.end(ec2Xml("DescribeRegions", `<regionInfo>${items.join("")}</regionInfo>`));
    } else if (call.call === "fsx:DescribeFileSystems" && call.region === "eu-west-1")
      response.end(
        JSON.stringify({
          FileSystems: [
            {
              ...{ FileSystemId: "fs-1", ResourceARN: DISK, FileSystemType: "ONTAP" },
              OntapConfiguration: { FsxAdminPassword: "CANARY-fsx", DeploymentType: "SINGLE_AZ_1" },
            },
          ],
        }),
      );
    else response.end(emptyAnswer(call) ?? "");
    return true;
  };
  pointedAt(await startQueryServer(handle), undo);
  return { ...(await gather(collectAws({ attempts: 3 }))), hosts };
}

describe("a collection of data in two Regions", () => {
  it("asks each bucket in its own Region, and takes 'there is none' for an answer", async () => {
    const whole = await collected();
    const graph = assemble([whole]);
    for (const region of REGIONS)
      expect(graph.node(`arn:aws:s3:::${BUCKETS[region]}`)).toMatchObject({
        scope: { account: ACCOUNT, region },
        is: {
          versioned: false,
          logsTo: [],
          notifies: [],
          publicGrants: [],
          lock: null,
          encrypted: false,
          isPublic: false,
        },
      });
    const gaps = whole.gaps.filter(({ at }) => /^s3|^fsx/.test(at.call ?? ""));
    expect(
      gaps
        .map(({ reason, at, touches, message }) => [
          reason,
          at.call,
          touches.nodes,
          reason === "denied" ? "" : message,
        ])
        .sort(),
    ).toEqual([
      ["denied", "s3:GetBucketPolicy", ["arn:aws:s3:::far"], ""],
      ["denied", "s3:GetBucketPolicy", ["arn:aws:s3:::near"], ""],
    ]);
    const row = whole.ledger.find(({ call }) => call === "s3:GetBucketReplication");
    expect(row).toMatchObject({ status: "ok", answers: 1, items: 0 });
  });

  it("names the account in the host where that is asked for, and keeps no password", async () => {
    const whole = await collected();
    expect([...new Set(whole.hosts)]).toEqual([`${ACCOUNT}.localhost`]);
    expect(nodeOf(whole, ACCOUNT)).toBeDefined();
    expect(nodeOf(whole, DISK).is).toMatchObject({ engine: "ontap", multiZone: false });
    expect(JSON.stringify(whole)).not.toContain("CANARY-fsx");
  });
});

describe("saved answers of data", () => {
  const told = (files: Readonly<Record<string, object>>) =>
    gather(
      readAnswerFiles(Object.entries(files).map(([path, value]) => ({ path, text: JSON.stringify(value) }))),
    );
  const folder = `accounts/${ACCOUNT}/eu-west-1`;

  it("are known without an envelope", async () => {
    const whole = await told({
      [`${folder}/volumes.json`]: { Volumes: [{ VolumeId: "vol-1", Encrypted: true }] },
      [`${folder}/fsx-volumes.json`]: {
        Volumes: [{ VolumeId: "fsvol-1", FileSystemId: "fs-1", ResourceARN: `${DISK}/fsvol-1` }],
      },
      [`${folder}/efs.json`]: { FileSystems: [{ FileSystemId: "fs-2", PerformanceMode: "generalPurpose" }] },
      [`${folder}/fsx.json`]: { FileSystems: [{ FileSystemType: "LUSTRE", ResourceARN: DISK }] },
      [`${folder}/state.json`]: { State: "block-all-sharing", ManagedBy: "account" },
      [`${folder}/rules.json`]: { Rules: [{ RuleArn: "x", Priority: "default" }] },
    });
    expect(nodeOf(whole, "vol-1").type).toBe("aws.volume");
    expect(nodeOf(whole, "fsvol-1").type).toBe("aws.file-server-volume");
    expect(nodeOf(whole, "fs-2").type).toBe("aws.file-system");
    expect(nodeOf(whole, DISK).type).toBe("aws.file-server");
    expect(whole.ledger.map(({ call }) => call)).toContain("ec2:GetSnapshotBlockPublicAccessState");
    expect(whole.ledger.map(({ call }) => call)).not.toContain("s3:GetBucketLifecycleConfiguration");
  });

  it("with buckets and without what is set on them are half of it, and the rest is missed", async () => {
    const whole = await told({
      [`${folder}/buckets.json`]: { Buckets: [{ Name: "b" }], Owner: { ID: "o" } },
    });
    const missed = whole.gaps.filter(({ touches }) => touches.nodes?.includes("arn:aws:s3:::b"));
    expect(missed.map(({ at }) => at.call)).toContain("s3:GetBucketPolicy");
    expect(missed.map(({ at }) => at.call)).toContain("s3:GetBucketLocation");
    expect(missed).toHaveLength(14);
  });

  it("without any of them miss each service once, and no call", async () => {
    const whole = await told({ [`${folder}/vpcs.json`]: { Vpcs: [] } });
    const ours = new Set(["data-store", "data-copy", "copy-rule", "key"]);
    const gaps = whole.gaps.filter(({ touches }) => touches.kinds?.some((kind) => ours.has(kind)));
    expect(gaps.filter(({ message }) => !message.startsWith("Nothing of "))).toEqual([]);
    expect(gaps.filter(({ message }) => message.startsWith("Nothing of kms "))).toHaveLength(1);
  });
});
