import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Report } from "../../src/model/index.js";
import { ec2Xml } from "../setup/query-server.js";
import { OWN, startOrganization } from "../sources/aws/fetch/organization-server.js";
import { causeway } from "./causeway.js";
import { inProcess } from "./in-process.js";

const [SHOP, BANK, LAB] = ["222233334444", "333344445555", "555566667777"];
const member = (id: string) => ({
  Id: id,
  Arn: `arn:aws:organizations::${OWN}:account/o-a1b2c3d4e5/${id}`,
  Name: `n${id}`,
  Status: "ACTIVE",
});
const CONFIG = `version: 1
sources:
  aws:
    accounts: organization
    role: { name: causeway, externalId: x-42 }
    optOut: { accounts: ["${LAB}"], regions: [us-east-1] }
`;

describe("an organization, collected and judged", () => {
  let folder: string;
  let stop: () => Promise<void>;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "causeway-organization-"));
    const server = await startOrganization({
      accounts: [OWN, SHOP, BANK, LAB].map(member),
      regions: ["eu-west-1", "us-east-1"],
      // The same group everywhere: closed to everybody.
      xml: {
        "ec2:DescribeSecurityGroups": ec2Xml(
          "DescribeSecurityGroups",
          "<securityGroupInfo><item><groupId>sg-0abc</groupId><groupName>closed</groupName><vpcId>vpc-1</vpcId><groupDescription>d</groupDescription></item></securityGroupInfo>",
        ),
      },
      refuse: ({ call, params }) =>
        call === "sts:AssumeRole" && params.get("RoleArn")?.includes(BANK) === true
          ? { code: "AccessDenied" }
          : null,
    });
    stop = server.stop;
  });
  afterEach(() => stop());

  const query = async (sql: string) => {
    const { code, out, err } = await inProcess(CONFIG, ["query", "--format", "json", sql], folder);
    expect(code, err).toBe(0);
    return JSON.parse(out) as Record<string, unknown>[];
  };

  it("says of each account what was read, and passes nothing of those that were not", async () => {
    const collected = await inProcess(CONFIG, ["collect"], folder);
    expect(collected.code, collected.err).toBe(0);
    expect(collected.out).toMatch(/calls or files gave less than asked/);
    const entered = await query(
      "select account, call, status from ledger where call in ('sts:AssumeRole', '*') and region is null order by account",
    );
    expect(entered).toEqual([
      { account: SHOP, call: "sts:AssumeRole", status: "ok" },
      { account: BANK, call: "sts:AssumeRole", status: "denied" },
      { account: LAB, call: "*", status: "not-collected" },
    ]);
    expect(
      await query("select account from ledger where call = '*' and region = 'us-east-1' order by account"),
    ).toEqual([{ account: OWN }, { account: SHOP }]);

    const judge = ["scan", "--fail-on", "none", "--out", "out", "--format", "json"];
    const scanned = causeway(judge, folder);
    expect(scanned.code, scanned.err).toBe(0);
    const report = JSON.parse(readFileSync(join(folder, "out/report.json"), "utf8")) as Report;
    const messages = report.gaps.map(({ message }) => message);
    expect(messages).toContainEqual(expect.stringContaining(`Account ${BANK} was not entered`));
    expect(messages).toContain(`Account ${LAB} was left out by configuration, by its id`);
    expect(messages).toContain(`us-east-1 is enabled in account ${SHOP}, and was left out by configuration`);
    // Every policy on filters is undecided where filters may be that nobody saw, whatever it says of those that were seen.
    const blind = report.gaps.filter(({ touches }) => touches.account === BANK || touches.account === LAB);
    const undecided = new Set(
      report.undecided
        .filter(({ gaps }) => gaps.some((id) => blind.some((gap) => gap.id === id)))
        .map(({ policy }) => policy),
    );
    const onFilters = report.policies.flatMap(({ meta }) => (meta.subject === "filter" ? [meta.id] : []));
    expect(onFilters.length).toBeGreaterThan(0);
    for (const id of onFilters) expect(undecided).toContain(id);
  });

  it("may be asked for anew in one account, or nowhere but there", async () => {
    const one = await inProcess(CONFIG, ["collect", "--accounts", SHOP], folder);
    expect(one.code, one.err).toBe(0);
    expect(await query("select distinct account from ledger")).toEqual([{ account: SHOP }]);
    const wrong = await inProcess(CONFIG, ["collect", "--accounts", "shop"], folder);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('"shop" is no AWS account');
  });
});

describe("a configuration of an organization", () => {
  it.each([
    ["accounts: [111122223333]", "must"],
    ["accounts: all", "must"],
    ["role: { externalId: x-42 }", "name"],
    ['role: { name: "a b" }', "pattern"],
    ["optOut: { account: [] }", "unknown member"],
    ["optOut: { regions: [Ireland] }", "pattern"],
    ["optOut: { calls: [DescribeVpcs] }", "pattern"],
  ])("is refused by line where it says %s", async (text, why) => {
    const { code, err } = await inProcess(`version: 1\nsources:\n  aws:\n    ${text}\n`, [
      "doctor",
      "--offline",
    ]);
    expect(code).toBe(2);
    expect(err).toMatch(/causeway\.yaml:\d+:\d+/);
    expect(err).toContain(why);
  });
});
