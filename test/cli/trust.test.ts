import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { causeway as built, ROOT } from "./causeway.js";
import { inProcess } from "./in-process.js";

const OWN = "111122223333";
const arn = (name: string) => `arn:aws:iam::${OWN}:role/${name}`;
const document = (...Statement: object[]) => ({ Version: "2012-10-17", Statement });
type Role = readonly [name: string, principal: object, may: object[], condition?: object];
const role = (...[RoleName, principal, may, Condition]: Role) => ({
  ...{ RoleName, RoleId: `AROA${RoleName.toUpperCase()}`, Arn: arn(RoleName), Path: "/" },
  CreateDate: "2026-01-01T00:00:00Z",
  AssumeRolePolicyDocument: document({
    ...{ Effect: "Allow", Action: "sts:AssumeRole", Principal: principal },
    ...(Condition === undefined ? {} : { Condition }),
  }),
  RolePolicyList: may.length === 0 ? [] : [{ PolicyName: "own", PolicyDocument: document(...may) }],
  ...{ AttachedManagedPolicies: [], InstanceProfileList: [], Tags: [], RoleLastUsed: {} },
});
const ANSWER = {
  service: "iam",
  operation: "GetAccountAuthorizationDetails",
  account: OWN,
  region: "us-east-1",
  partition: "aws",
  input: {},
  output: {
    ...{ UserDetailList: [], GroupDetailList: [], Policies: [], IsTruncated: false },
    RoleDetailList: [
      role("admin", { AWS: arn("middle") }, [{ Effect: "Allow", Action: "*", Resource: "*" }]),
      role("middle", { AWS: "999988887777" }, [], { StringEquals: { "sts:ExternalId": "x" } }),
    ],
  },
};
const CONFIG = "version: 1\nsources:\n  files: answers\n";

let folder: string;
const causeway = (...args: string[]) => inProcess(CONFIG, args, folder);
const asked = (...args: string[]) => causeway("trust", "-s", join(folder, "estate.duckdb"), ...args);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "causeway-trust-"));
  mkdirSync(join(folder, "answers"));
  writeFileSync(join(folder, "answers", "iam.json"), JSON.stringify(ANSWER));
  expect((await causeway("collect", "-o", join(folder, "estate.duckdb"))).code).toBe(0);
});

describe("causeway trust", () => {
  it("draws who can become a role, with statements and what must be brought", async () => {
    const { code, out } = await asked("--to", arn("admin"));
    expect(code).toBe(0);
    expect(out).toContain("may do everything");
    expect(out).toContain("an account that was not collected, 2 steps");
    expect(out).toContain(`takes the role ${arn("middle")}`);
    expect(out).toContain("statement 1 of its trust policy");
    expect(out).toContain("asks for sts:externalid");
  });

  it("is a question of yes or no where somebody is named", async () => {
    expect((await asked("--to", arn("admin"), "--from", "999988887777")).code).toBe(1);
    const { code, out } = await asked("--to", arn("middle"), "--from", arn("admin"));
    expect([code, out.includes("cannot become it")]).toEqual([0, true]);
  });

  it("gives everything as JSON", async () => {
    const { out } = await asked("--to", arn("admin"), "--json");
    const { chains, power } = JSON.parse(out);
    expect([power, chains[0].steps.length, chains[0].steps[0].asks]).toEqual([
      "everything",
      2,
      ["sts:externalid"],
    ]);
  });

  it("says what it does not know", async () => {
    expect(await asked("--to", "nobody")).toMatchObject({ code: 2 });
    expect(await asked("--to", arn("admin"), "--from", "nobody")).toMatchObject({ code: 2 });
  });
});

describe("policies of chains", () => {
  const OWN_POLICIES = "version: 1\npolicies:\n  builtIn: false\n  folders: [policies]\n";
  const POLICY = "no_outsider_reaches_an_administrator";

  /** What the policy says of an administrator that trusts like that, where strangers take a role with policies that nobody read. */
  async function said(
    admitted: object,
    attached: readonly string[],
  ): Promise<{ failed: string[]; unknown: string[] }> {
    const here = mkdtempSync(join(tmpdir(), "causeway-chains-"));
    const text = readFileSync(join(ROOT, "policies", "federation", POLICY, "policy.rego"), "utf8");
    mkdirSync(join(here, "policies", "own", POLICY), { recursive: true });
    const own = text
      .replaceAll("policies.federation.", "policies.own.")
      .replaceAll("params.federation.", "params.own.");
    writeFileSync(join(here, "policies", "own", POLICY, "policy.rego"), own);
    const middle = role("middle", { AWS: "*" }, []);
    const unread = attached.map((PolicyName) => ({
      PolicyName,
      PolicyArn: `arn:aws:iam::${OWN}:policy/${PolicyName}`,
    }));
    const [admin] = ANSWER.output.RoleDetailList;
    const RoleDetailList = [
      {
        ...admin,
        AssumeRolePolicyDocument: role("x", admitted, []).AssumeRolePolicyDocument,
      },
      { ...middle, AttachedManagedPolicies: unread },
    ];
    mkdirSync(join(here, "answers"));
    const answer = { ...ANSWER, output: { ...ANSWER.output, RoleDetailList } };
    writeFileSync(join(here, "answers", "iam.json"), JSON.stringify(answer));
    writeFileSync(join(here, "causeway.yaml"), OWN_POLICIES);
    expect(built(["collect", "--from-files", "answers"], here).code).toBe(0);
    const ran = built(["scan", "--fail-on", "none"], here);
    expect(ran.code, ran.err).toBe(0);
    const report = JSON.parse(readFileSync(join(here, "out", "report.json"), "utf8"));
    return {
      failed: report.findings.map(({ subject }: { subject: { id: string } }) => subject.id),
      unknown: report.undecided.map(({ subject }: { subject: { id: string } }) => subject.id),
    };
  }

  it("find what is sure, and do not know where a policy on the way was not read", async () => {
    expect(await said({ AWS: arn("middle") }, [])).toMatchObject({ failed: [arn("admin")] });
    const { failed, unknown } = await said({ AWS: `arn:aws:iam::${OWN}:root` }, ["unread"]);
    expect(failed).toEqual([]);
    expect(unknown).toContain(arn("admin"));
  }, 120_000);
});
