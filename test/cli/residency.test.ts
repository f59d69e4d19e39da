import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/model/index.js";
import { causeway, emptyFolder } from "./causeway.js";

const ACCOUNT = "111122223333";
const CONFIG = `version: 1
sources: { files: [answers] }
data:
  classes:
    personal: { tags: ["data-class=personal"], allowed: { jurisdictions: [EU] } }
`;

const VOLUME = {
  ...{ VolumeId: "vol-0aaaaaaaaaaaaaaa1", State: "in-use", Size: 8, Encrypted: true, Attachments: [] },
  ...{ AvailabilityZone: "eu-central-1a", CreateTime: "2026-01-01T00:00:00Z" },
  Tags: [{ Key: "data-class", Value: "personal" }],
};
const snapshot = (id: string, more: object) => ({
  ...{ SnapshotId: id, OwnerId: ACCOUNT, State: "completed", VolumeSize: 8, Encrypted: true },
  ...{ StartTime: "2026-01-02T00:00:00Z", Description: "", ...more },
});

type Answers = Readonly<Record<string, Readonly<Record<string, object>>>>;

function scanned(answers: Answers): Report {
  const folder = emptyFolder();
  for (const [region, files] of Object.entries(answers)) {
    const at = join(folder, "answers/accounts", ACCOUNT, region);
    mkdirSync(at, { recursive: true });
    for (const [name, answer] of Object.entries(files))
      writeFileSync(join(at, `${name}.json`), JSON.stringify(answer));
  }
  writeFileSync(join(folder, "causeway.yaml"), CONFIG);
  const collected = causeway(["collect"], folder);
  expect(collected.code, collected.err).toBe(0);
  const judged = causeway(["scan"], folder);
  expect([0, 1], judged.err).toContain(judged.code);
  return JSON.parse(readFileSync(join(folder, "out/report.json"), "utf8")) as Report;
}

const LIES = "residency/data_lies_where_it_may";
const volumes = { "describe-volumes": { Volumes: [VOLUME] } };
const copies = (region: string, ...made: object[]) => ({
  [region]: { "describe-snapshots": { Snapshots: made } },
});

describe("whether data lies where it may, end to end", () => {
  it("is no where a snapshot was copied to another continent, with every step named", () => {
    const own = snapshot("snap-0aaaaaaaaaaaaaaa1", { VolumeId: VOLUME.VolumeId });
    const copied = snapshot("snap-0aaaaaaaaaaaaaaa2", {
      VolumeId: "vol-ffffffff",
      Description: "[Copied snap-0aaaaaaaaaaaaaaa1 from eu-central-1]",
    });
    const report = scanned({
      "eu-central-1": { ...volumes, "describe-snapshots": { Snapshots: [own] } },
      ...copies("us-east-1", copied),
    });
    const found = report.findings.filter(
      ({ policy, subject }) => policy === LIES && subject.type === "aws.volume",
    );
    expect(found.map(({ key }) => key)).toEqual([`lies/region/us-east-1/${ACCOUNT}`]);
    expect(JSON.stringify(found[0]?.evidence)).toContain("snap-0aaaaaaaaaaaaaaa2");
  });

  it("is yes where everything that could hold a copy was read", () => {
    const none = (service: string, operation: string, member: string) => ({
      ...{ service, operation, input: {} },
      output: { [member]: [] },
    });
    const report = scanned({
      "eu-central-1": {
        ...volumes,
        "describe-snapshots": {
          Snapshots: [snapshot("snap-0aaaaaaaaaaaaaaa1", { VolumeId: VOLUME.VolumeId })],
        },
        "describe-snapshot-attribute": { SnapshotId: "snap-0aaaaaaaaaaaaaaa1", CreateVolumePermissions: [] },
        "describe-images": none("ec2", "DescribeImages", "Images"),
        "describe-instance-image-metadata": none(
          "ec2",
          "DescribeInstanceImageMetadata",
          "InstanceImageMetadata",
        ),
        "get-lifecycle-policies": none("dlm", "GetLifecyclePolicies", "Policies"),
        "list-backup-plans": none("backup", "ListBackupPlans", "BackupPlansList"),
        "list-backup-vaults": none("backup", "ListBackupVaults", "BackupVaultList"),
      },
    });
    const about = [...report.findings, ...report.undecided].filter(
      ({ policy, subject }) => policy === LIES && subject.type === "aws.volume",
    );
    expect(about).toEqual([]);
    expect(report.policies.find(({ meta }) => meta.id === LIES)?.tally.pass).toBe(1);
  });

  it("is undecided where nobody read the snapshots", () => {
    const report = scanned({ "eu-central-1": volumes });
    const undecided = report.undecided.filter(
      ({ policy, subject }) => policy === LIES && subject.type === "aws.volume",
    );
    expect(undecided).toHaveLength(1);
    expect(report.findings.filter(({ policy }) => policy === LIES)).toEqual([]);
  });
});
