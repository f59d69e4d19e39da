import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { awsServices, hiddenKinds, LeftOut, readPolicies } from "../../src/sources/aws/index.js";
import { afterEachTest } from "../setup/ends.js";
import { type Organization, OWN, startOrganization } from "../sources/aws/fetch/organization-server.js";
import { inProcess } from "./in-process.js";

const [SHOP, BANK, OLD, LAB] = ["222233334444", "333344445555", "444455556666", "555566667777"];
const member = (id: string, more: object = {}) => ({ Id: id, Name: `n${id}`, Status: "ACTIVE", ...more });

const undo = afterEachTest();

const CONFIG = `version: 1
sources:
  aws:
    accounts: organization
    role: { name: audit, externalId: x-42 }
    optOut: { accounts: ["${LAB}"], services: [fms] }
`;
/** What Firewall Manager tells of. */
const FMS = [...hiddenKinds({ leftOut: new LeftOut({ services: ["fms"] }) }).keys()].sort();

const ESTATE: Organization = {
  accounts: [member(OWN), member(SHOP), member(BANK), member(OLD, { Status: "SUSPENDED" }), member(LAB)],
  regions: ["eu-west-1", "us-east-1"],
  refuse({ call, params }, account) {
    if (call === "sts:AssumeRole" && params.get("RoleArn")?.includes(BANK) === true)
      return { code: "AccessDenied" };
    if (account !== SHOP) return null;
    if (call.startsWith("iam:Simulate")) return { code: "AccessDenied" };
    return call.startsWith("wafv2:") || call.startsWith("fms:")
      ? { code: "AccessDeniedException", status: 400 }
      : null;
  },
};

/** What IAM says of a user who may do all but look at network ACLs, and whose organization keeps flow logs from it. */
function simulated(): Organization["xml"] {
  const actions = readPolicies().flatMap(({ Statement }) => (Statement[0] as { Action: string[] }).Action);
  const results = actions.map((action) => {
    const decision = action === "ec2:DescribeNetworkAcls" ? "implicitDeny" : "allowed";
    const allowed = action !== "ec2:DescribeFlowLogs";
    return `<member><EvalActionName>${action}</EvalActionName><EvalDecision>${decision}</EvalDecision><OrganizationsDecisionDetail><AllowedByOrganizations>${allowed}</AllowedByOrganizations></OrganizationsDecisionDetail></member>`;
  });
  return {
    "iam:SimulatePrincipalPolicy": `<SimulatePrincipalPolicyResponse><SimulatePrincipalPolicyResult><IsTruncated>false</IsTruncated><EvaluationResults>${results.join("")}</EvaluationResults></SimulatePrincipalPolicyResult></SimulatePrincipalPolicyResponse>`,
  };
}

async function doctor(organization: Organization, args: readonly string[] = [], config = CONFIG) {
  const server = await startOrganization(organization);
  undo.push(server.stop);
  return { ...(await inProcess(config, ["doctor", ...args])), asked: server.asked };
}

interface Told {
  readonly checks: readonly { readonly name: string; readonly ok: boolean }[];
  readonly aws: {
    readonly account: string;
    readonly policies: number;
    readonly accounts: readonly Record<string, unknown>[];
  };
}

describe("doctor", () => {
  it("says for programs who we are, which accounts can be entered, and what may not be asked", async () => {
    const { code, out } = await doctor({ ...ESTATE, xml: simulated() ?? {} }, ["--json"]);
    expect(code).toBe(0);
    const { aws, checks } = JSON.parse(out) as Told;
    expect(checks.find(({ name }) => name === "AWS")?.ok).toBe(true);
    expect(aws).toMatchObject({
      account: OWN,
      arn: `arn:aws:iam::${OWN}:user/audit`,
      partition: "aws",
      home: "eu-west-1",
      unlisted: null,
    });
    expect(aws.accounts.map(({ account, status, regions, by }) => [account, status, regions, by])).toEqual([
      [OWN, "own", ["eu-west-1", "us-east-1"], "simulation"],
      [SHOP, "entered", ["eu-west-1", "us-east-1"], "calls"],
      [BANK, "refused", null, null],
      [OLD, "left-out", null, null],
      [LAB, "left-out", null, null],
    ]);
    const [own, shop, bank] = aws.accounts;
    expect(Object.keys(own?.["denied"] ?? {}).sort()).toEqual([
      "ec2:DescribeFlowLogs",
      "ec2:DescribeNetworkAcls",
    ]);
    expect(own?.["unseen"]).toEqual(["filter", "flow-log", "rule", ...FMS]);
    expect(own?.["undecided"]).not.toEqual([]);
    const denied = Object.keys(shop?.["denied"] ?? {});
    expect(denied).toContain("wafv2:ListWebACLs");
    // What is left out anyway need not be allowed.
    expect(denied.filter((call) => !call.startsWith("wafv2:"))).toEqual([]);
    expect(shop?.["unseen"]).toContain("web-acl");
    // A policy on what is no part of AWS stands.
    const blind = bank?.["undecided"];
    expect(blind).toEqual(expect.arrayContaining(own?.["undecided"] as string[]));
    expect((blind as string[]).length).toBeGreaterThan(aws.policies / 2);
    expect(bank?.["why"]).toContain("sts:AssumeRole was denied");
  });

  it("says the same for people, a line for each thing that a run could not see", async () => {
    const { code, out } = await doctor({ ...ESTATE, xml: simulated() ?? {} });
    expect(code).toBe(0);
    expect(out).toMatch(
      new RegExp(
        `^ok    AWS +you are arn:aws:iam::${OWN}:user/audit \\(account ${OWN}, partition aws\\)$`,
        "m",
      ),
    );
    expect(out).toMatch(
      new RegExp(
        `^gap   ${OWN} +may not ask ec2:DescribeFlowLogs, ec2:DescribeNetworkAcls; left out by configuration: fms; [1-9]\\d* of \\d+ policies undecided where they need filter, flow-log, rule, ${FMS.join(", ")}$`,
        "m",
      ),
    );
    expect(out).toMatch(
      new RegExp(
        `^ok    ${SHOP} +n${SHOP}: arn:aws:sts::${SHOP}:assumed-role/causeway/night; 2 Regions: eu-west-1, us-east-1; one call a service was tried$`,
        "m",
      ),
    );
    expect(out).toMatch(new RegExp(`^gap   ${SHOP} +may not ask wafv2:`, "m"));
    expect(out).toMatch(
      new RegExp(
        `^gap   ${BANK} +n${BANK}: cannot be entered, all of it is unknown: sts:AssumeRole was denied`,
        "m",
      ),
    );
    expect(out).toMatch(
      new RegExp(
        `^gap   ${OLD} +n${OLD}: is suspended, so that nobody can read it: all of it is unknown$`,
        "m",
      ),
    );
    expect(out).toMatch(
      new RegExp(
        `^gap   ${LAB} +n${LAB}: was left out by configuration, by its id: all of it is unknown$`,
        "m",
      ),
    );
  });

  it("asks little, and nothing that writes", async () => {
    const { asked } = await doctor(ESTATE, ["--json"]);
    for (const { call } of asked)
      expect(call).toMatch(/(?:Describe|[Gg]et|List|Search|:AssumeRole$|:SimulatePrincipalPolicy$)/);
    const inShop = asked.filter(({ account }) => account === SHOP);
    expect(inShop.length).toBeLessThan(2 * awsServices().length);
    const [vpcs] = asked.filter(({ call }) => call === "ec2:DescribeVpcs");
    expect(vpcs?.params.get("MaxResults") ?? "5").toBe("5");
  });

  it.each([
    ["has a path", true, `arn:aws:iam::${OWN}:role/staff/Auditor`],
    ["nobody describes to us", false, `arn:aws:iam::${OWN}:role/Auditor`],
  ])("simulates as the role behind our session, which %s", async (...[, told, source]) => {
    const arn = `arn:aws:sts::${OWN}:assumed-role/Auditor/me`;
    const { asked } = await doctor(
      {
        accounts: [],
        xml: {
          ...simulated(),
          "sts:GetCallerIdentity": `<R><GetCallerIdentityResult><Arn>${arn}</Arn><Account>${OWN}</Account></GetCallerIdentityResult></R>`,
          "iam:GetRole": `<R><GetRoleResult><Role><Arn>${source}</Arn><RoleName>Auditor</RoleName></Role></GetRoleResult></R>`,
        },
        refuse: ({ call }) => (call === "iam:GetRole" && !told ? { code: "AccessDenied" } : null),
      },
      ["--json"],
      "version: 1\n",
    );
    const sources = asked.flatMap(({ call, params }) =>
      call === "iam:SimulatePrincipalPolicy" ? [params.get("PolicySourceArn")] : [],
    );
    expect(new Set(sources)).toEqual(new Set([source]));
  });

  it("finds nothing amiss where everything may be read", async () => {
    const { out } = await doctor({ accounts: [] }, ["--json"], "version: 1\n");
    const { aws } = JSON.parse(out) as Told;
    expect(aws.accounts).toMatchObject([
      { account: OWN, status: "own", denied: {}, unseen: [], undecided: [] },
    ]);
  });

  it("says what to do without a way to log in, and without a role", async () => {
    const lost = await doctor(
      { accounts: [], refuse: () => ({ code: "InvalidClientTokenId" }) },
      [],
      "version: 1\n",
    );
    expect(lost.code).toBe(2);
    expect(lost.out).toMatch(/^FAIL {2}AWS +there is no way to log in to AWS.*; next: set AWS_PROFILE/m);
    const config = "version: 1\nsources: { aws: { accounts: organization } }\n";
    const { code, out } = await doctor({ accounts: [] }, [], config);
    expect(code).toBe(2);
    expect(out).toMatch(/FAIL {2}AWS .*no role is named/);
  });
});

describe("permissions", () => {
  const config = `version: 1\nsources: { aws: { accounts: organization, role: { name: a/b, externalId: x-42, sessionTags: { k: v } }, optOut: { services: [ec2] } } }\n`;
  const actionsIn = (out: string) =>
    [JSON.parse(out)]
      .flat()
      .flatMap(({ Statement }) => Statement.flatMap((one: { Action: string[] }) => one.Action));

  it("print the policy of what is switched on, and of the services that are named", async () => {
    const all = await inProcess("version: 1\n", ["permissions"]);
    expect(all.code).toBe(0);
    expect(actionsIn(all.out)).toEqual(
      readPolicies().flatMap(({ Statement }) => (Statement[0] as { Action: string[] }).Action),
    );
    const less = actionsIn((await inProcess(config, ["permissions"])).out);
    expect(less.filter((action: string) => action.startsWith("ec2:"))).toEqual(["ec2:DescribeRegions"]);
    const two = await inProcess(config, ["permissions", "--services", "iam", "route53"]);
    expect(new Set(actionsIn(two.out).map((action: string) => action.split(":")[0]))).toEqual(
      new Set(["ec2", "iam", "route53", "sts"]),
    );
  });

  it("print templates that say the same in YAML and JSON, and what the caller needs", async () => {
    const format = ["permissions", "--format", "cloudformation"];
    const yaml = (await inProcess(config, format)).out;
    const json = (await inProcess(config, [...format, "--json"])).out;
    expect(parse(yaml)).toEqual(JSON.parse(json));
    expect(JSON.parse(json)).toMatchObject({
      Parameters: { ExternalId: { Default: "x-42" } },
      Resources: { Role: { Properties: { RoleName: "b", Path: "/a/" } } },
    });
    const set = parse((await inProcess(config, [...format, "--stack-set"])).out);
    expect(JSON.parse(set.Resources.Roles.Properties.TemplateBody)).toEqual(JSON.parse(json));
    expect((await inProcess(config, ["permissions", "--format", "terraform"])).out).toContain(
      'resource "aws_iam_role"',
    );
    const caller = JSON.parse(
      (await inProcess(config, ["permissions", "--caller", "--partition", "aws-cn"])).out,
    );
    expect(caller.Statement[0]).toMatchObject({
      Action: ["sts:AssumeRole", "sts:TagSession"],
      Resource: "arn:aws-cn:iam::*:role/a/b",
    });
  });

  it("refuse services that are not asked, and options that would be overlooked", async () => {
    for (const args of [
      ["--services", "ec3"],
      ["--json"],
      ["--stack-set"],
      ["--caller", "--format", "terraform"],
    ]) {
      const { code, err } = await inProcess(config, ["permissions", ...args]);
      expect(code).toBe(2);
      expect(err).toContain("next:");
    }
    const typo = config.replace("[ec2]", "[ec3]");
    expect((await inProcess(typo, ["doctor"])).out).toContain("no service ec3 is read");
    const call = config.replace("services: [ec2]", "calls: ['ec2:DescribeVpc']");
    expect((await inProcess(call, ["doctor"])).out).toContain("no call ec2:DescribeVpc is made");
    const some = config.replace("services: [ec2]", "calls: ['ec2:*LocalGateway*']");
    const actions = actionsIn((await inProcess(some, ["permissions"])).out);
    expect(actions).toContain("ec2:DescribeVpcs");
    expect(actions.filter((action: string) => action.includes("LocalGateway"))).toEqual([]);
  });
});
