import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import type { Finding, Report } from "../../src/model/index.js";
import { causeway, sampleFolder } from "./causeway.js";

const PORTS = "exposure/no_admin_ports_from_internet";
const BUCKET = "data/buckets_are_not_public";
const ANSWERS = "answers/accounts/111122223333/eu-central-1";
const FILLED = {
  owner: "platform",
  reason: "until the broker is live",
  ticket: "NET-1",
  expires: "2026-12-31",
};

interface Scanned {
  readonly findings: readonly Finding[];
  readonly text: string;
  readonly sarif: string;
}

/** Collects and scans the sample in the folder, with these exceptions. */
function scanned(folder: string, exceptions: readonly object[]): Scanned {
  const path = join(folder, "causeway.yaml");
  writeFileSync(path, stringify({ ...(parse(readFileSync(path, "utf8")) as object), exceptions }));
  const collected = causeway(["collect"], folder);
  expect(collected.code, collected.err).toBe(0);
  const { code, out, err } = causeway(["scan", "--fail-on", "none"], folder);
  expect(code, err).toBe(0);
  const report = JSON.parse(readFileSync(join(folder, "out/report.json"), "utf8")) as Report;
  const { findings } = report;
  const accepted = findings.filter(({ policy, subject }) =>
    policy === PORTS ? subject.type === "aws.security-group" : policy === BUCKET,
  );
  return { findings: accepted, text: out, sarif: readFileSync(join(folder, "out/report.sarif"), "utf8") };
}

function edited(folder: string, file: string, change: (text: string) => string): void {
  const path = join(folder, ANSWERS, file);
  const text = readFileSync(path, "utf8");
  const after = change(text);
  expect(after, file).not.toBe(text);
  writeFileSync(path, after);
}

const standing = ({ findings }: Scanned) =>
  findings.map(({ exception, reopened }) => exception?.ticket ?? `was ${reopened?.ticket}`);

describe("exceptions for the state of the sample estate", () => {
  let folder = "";
  let exceptions: object[] = [];
  beforeAll(() => {
    folder = sampleFolder();
    scanned(folder, []);
    const names = JSON.parse(readFileSync(join(folder, "out/report.json"), "utf8")) as Report;
    const subjects = names.findings.flatMap(({ policy, subject }) =>
      policy === BUCKET || (policy === PORTS && subject.type === "aws.security-group")
        ? [[policy, subject.id]]
        : [],
    );
    exceptions = subjects.flatMap(([policy = "", subject = ""]) => {
      const { out } = causeway(["explain", subject, "--policy", policy, "--exceptions"], folder);
      return (parse(out) as object[]).map((entry) => ({ ...entry, ...FILLED }));
    });
  }, 120_000);

  it("hold over other names, moments, orders and neighbours", { timeout: 120_000 }, () => {
    expect(exceptions).toHaveLength(3);
    edited(folder, "describe-security-groups.json", (text) =>
      text.replaceAll('"Value": "', '"Value": "renamed '),
    );
    edited(folder, "describe-security-group-rules.json", (text) => {
      const answer = JSON.parse(text) as { SecurityGroupRules: object[] };
      return JSON.stringify({ ...answer, SecurityGroupRules: answer.SecurityGroupRules.reverse() });
    });
    edited(folder, "buckets.json", (text) =>
      text.replaceAll("2026-01-30T06", "2026-01-30T07").replaceAll("2024-05-12", "2024-05-13"),
    );
    edited(folder, "describe-vpcs.json", (text) => {
      const answer = JSON.parse(text) as { Vpcs: Record<string, unknown>[] };
      const more = { ...answer.Vpcs[0], VpcId: "vpc-0123456789abcdef0", IsDefault: false };
      return JSON.stringify({ ...answer, Vpcs: [...answer.Vpcs, more] });
    });
    expect(standing(scanned(folder, exceptions))).toEqual(["NET-1", "NET-1", "NET-1"]);
  });

  it("open again where a group is opened further, and where a bucket gets another policy", {
    timeout: 120_000,
  }, () => {
    edited(folder, "describe-security-group-rules.json", (text) =>
      text.replace('"ToPort":25,', '"ToPort":26,'),
    );
    edited(folder, "buckets.json", (text) =>
      text.replace('\\"Action\\": \\"s3:GetObject\\"', '\\"Action\\": \\"s3:*\\"'),
    );
    const after = scanned(folder, exceptions);
    expect(standing(after).sort()).toEqual(["NET-1", "was NET-1", "was NET-1"]);
    expect(after.text).toMatch(/reopened\s+data\/buckets_are_not_public/);
    expect(after.sarif).toContain("reopened: was accepted in another state (platform, NET-1).");
  });
});
