import { describe, expect, it } from "vitest";
import { type Gap, UsageError } from "../../../../src/model/index.js";
import { type CollectOptions, collectAws } from "../../../../src/sources/aws/index.js";
import { REGISTRY } from "../../../../src/sources/aws/registry.js";
import { callOf } from "../../../../src/sources/aws/resource.js";
import { afterEachTest } from "../../../setup/ends.js";
import { ec2Xml } from "../../../setup/query-server.js";
import { gather, type Whole } from "../harness.js";
import { type Asked, type Organization, OWN, startOrganization } from "./organization-server.js";

const [SHOP, BANK, OLD] = ["222233334444", "333344445555", "444455556666"];
const role = { name: "audit/causeway" };

const member = (id: string, more: object = {}) => ({
  Id: id,
  Arn: `arn:aws:organizations::${OWN}:account/o-a1b2c3d4e5/${id}`,
  Name: `n${id}`,
  Status: "ACTIVE",
  ...more,
});
const ALL = [member(OWN), member(SHOP), member(BANK)];

const undo = afterEachTest();

async function collected(
  organization: Organization,
  options: CollectOptions = {},
): Promise<Whole & { asked: Asked[] }> {
  const server = await startOrganization(organization);
  undo.push(server.stop);
  const whole = await gather(collectAws({ accounts: "organization", role, attempts: 1, ...options }));
  return { ...whole, asked: server.asked };
}

const whole = (gaps: readonly Gap[], account: string) =>
  gaps.filter(
    ({ touches }) => touches.account === account && touches.nodes.length > 0 && touches.kinds.length > 20,
  );
const accountsAsked = ({ asked }: { asked: Asked[] }, call = "ec2:DescribeVpcs") =>
  [...new Set(asked.filter((one) => one.call === call).map(({ account }) => account))].sort();
const rows = ({ ledger }: Whole, call: string) =>
  ledger.filter((row) => row.call === call).map(({ account, region, status }) => [account, region, status]);

describe("an organization", () => {
  it("is read account by account: its own as it is, the others by the role, with external id and tags", async () => {
    const read = await collected(
      { accounts: ALL },
      { role: { ...role, externalId: "x-42", sessionName: "night", sessionTags: { b: "2", a: "1" } } },
    );
    expect(accountsAsked(read)).toEqual([OWN, SHOP, BANK]);
    const assumed = read.asked.filter(({ call }) => call === "sts:AssumeRole");
    expect(assumed.map(({ account, params }) => [account, params.get("RoleArn")]).sort()).toEqual([
      [OWN, `arn:aws:iam::${SHOP}:role/audit/causeway`],
      [OWN, `arn:aws:iam::${BANK}:role/audit/causeway`],
    ]);
    const [{ params } = { params: new URLSearchParams() }] = assumed;
    const said = [...params].filter(([name]) => !/^(?:Action|Version|RoleArn)$/.test(name));
    expect(Object.fromEntries(said)).toEqual({
      RoleSessionName: "night",
      DurationSeconds: "3600",
      ExternalId: "x-42",
      "Tags.member.1.Key": "a",
      "Tags.member.1.Value": "1",
      "Tags.member.2.Key": "b",
      "Tags.member.2.Value": "2",
    });
    expect(rows(read, "sts:AssumeRole").sort()).toEqual([
      [SHOP, undefined, "ok"],
      [BANK, undefined, "ok"],
    ]);
    const principals = read.ledger
      .filter(({ call }) => call === "ec2:DescribeVpcs")
      .map((row) => row.principal);
    expect(principals.sort()).toEqual([
      `arn:aws:iam::${OWN}:user/audit`,
      `arn:aws:sts::${SHOP}:assumed-role/causeway/night`,
      `arn:aws:sts::${BANK}:assumed-role/causeway/night`,
    ]);
    expect(JSON.stringify([read.answers, read.gaps, read.ledger])).not.toContain("CANARY");
  });

  it("with a role that is refused in one account is unknown there, in all that is read, and nowhere else", async () => {
    const read = await collected({
      accounts: ALL,
      refuse: ({ call, params }) =>
        call === "sts:AssumeRole" && params.get("RoleArn")?.includes(BANK) === true
          ? { code: "AccessDenied" }
          : null,
    });
    expect(accountsAsked(read)).toEqual([OWN, SHOP]);
    const [gap, ...more] = whole(read.gaps, BANK);
    expect(more).toEqual([]);
    expect(gap).toMatchObject({
      reason: "denied",
      message: expect.stringContaining(`Account ${BANK} was not entered: sts:AssumeRole was denied`),
      touches: { nodes: [`arn:aws:iam::${BANK}:root`] },
    });
    for (const kind of REGISTRY.flatMap(({ kinds }) => kinds)) expect(gap?.touches.kinds).toContain(kind);
    expect(gap?.touches.types).toBeUndefined();
    expect(whole(read.gaps, SHOP)).toEqual([]);
    expect(rows(read, "sts:AssumeRole").sort()).toEqual([
      [SHOP, undefined, "ok"],
      [BANK, undefined, "denied"],
    ]);
  });

  it("notes what is suspended and closed, and does not knock there", async () => {
    const accounts = [
      ...ALL,
      member(OLD, { State: "SUSPENDED" }),
      member("555566667777", { State: "CLOSED" }),
    ];
    const read = await collected({ accounts });
    for (const [account, word] of [
      [OLD, "suspended"],
      ["555566667777", "closed"],
    ] as const) {
      expect(whole(read.gaps, account)).toMatchObject([
        { reason: "not-collected", message: `Account ${account} is ${word}, so that nobody can read it` },
      ]);
      expect(read.ledger.filter((row) => row.account === account)).toMatchObject([
        { status: "not-collected" },
      ]);
    }
    expect(read.asked.filter(({ call }) => call === "sts:AssumeRole")).toHaveLength(2);
  });

  it("whose accounts cannot be listed is read where we are, and the others are unknown without a name", async () => {
    const read = await collected({
      accounts: ALL,
      refuse: ({ call }) =>
        call === "organizations:ListAccounts" ? { code: "AccessDeniedException" } : null,
    });
    expect(accountsAsked(read)).toEqual([OWN]);
    const gap = read.gaps.find(({ message }) => message.startsWith("The accounts of the organization"));
    expect(gap).toMatchObject({ reason: "denied", touches: { account: "unknown" } });
    expect(gap?.touches.kinds.length).toBeGreaterThan(20);
  });

  it("may be named as a list; whoever is not on it is not read", async () => {
    const read = await collected({ accounts: ALL }, { accounts: [SHOP] });
    expect(accountsAsked(read)).toEqual([SHOP]);
    expect(whole(read.gaps, OWN)).toEqual([]);
  });

  it("is not begun without a role, nor a role without accounts", async () => {
    await expect(gather(collectAws({ accounts: "organization" }))).rejects.toThrow(UsageError);
    await expect(gather(collectAws({ role }))).rejects.toThrow(UsageError);
  });
});

describe("a session that ends on the way", () => {
  it("is begun anew once for all calls that it fails, and nothing is missed", async () => {
    const read = await collected({
      accounts: [member(OWN), member(SHOP)],
      // The first session is good for who it is and where it is, and ends then.
      refuse: ({ call, request }) =>
        call.startsWith("ec2:") &&
        call !== "ec2:DescribeRegions" &&
        /ASIA1X/.test(request.headers.authorization ?? "")
          ? { code: "RequestExpired", status: 400 }
          : null,
    });
    expect(read.asked.filter(({ call }) => call === "sts:AssumeRole")).toHaveLength(2);
    expect(read.gaps.filter(({ touches }) => touches.account === SHOP)).toEqual(
      read.gaps.filter(({ touches, at }) => touches.account === SHOP && at.call === undefined),
    );
    expect(rows(read, "ec2:DescribeVpcs")).toContainEqual([SHOP, "eu-west-1", "ok"]);
  });

  it("and cannot be begun anew makes gaps of what it was to read", async () => {
    const read = await collected({
      accounts: [member(OWN), member(SHOP)],
      refuse: ({ call }, account) =>
        account === SHOP && call.startsWith("ec2:DescribeV") ? { code: "ExpiredToken", status: 400 } : null,
    });
    expect(rows(read, "ec2:DescribeVpcs")).toContainEqual([SHOP, "eu-west-1", "denied"]);
    expect(rows(read, "ec2:DescribeVpcs")).toContainEqual([OWN, "eu-west-1", "ok"]);
    expect(rows(read, "ec2:DescribeSubnets")).toContainEqual([SHOP, "eu-west-1", "ok"]);
  });

  it("is begun anew before it ends", async () => {
    const read = await collected({ accounts: [member(OWN), member(SHOP)], lasts: 60 });
    expect(read.asked.filter(({ call }) => call === "sts:AssumeRole").length).toBeGreaterThan(2);
    expect(rows(read, "ec2:DescribeVpcs")).toContainEqual([SHOP, "eu-west-1", "ok"]);
  });
});

describe("what is opted out", () => {
  const UNITS: Record<string, object[]> = {
    "r-ab12": [{ Id: "ou-ab12-11111111", Name: "Workloads" }],
    "ou-ab12-11111111": [{ Id: "ou-ab12-22222222", Name: "Sandbox" }],
  };
  const json: Organization["json"] = {
    "organizations:ListRoots": () => ({ Roots: [{ Id: "r-ab12", Name: "Root" }] }),
    "organizations:ListOrganizationalUnitsForParent": ({ ParentId }) => ({
      OrganizationalUnits: UNITS[String(ParentId)] ?? [],
    }),
    "organizations:ListAccountsForParent": ({ ParentId }) => ({
      Accounts: ParentId === "ou-ab12-22222222" ? [member(SHOP)] : [],
    }),
    "organizations:ListTagsForResource": ({ ResourceId }) => ({
      Tags: ResourceId === BANK ? [{ Key: "stage", Value: "sandbox" }] : [{ Key: "stage", Value: "live" }],
    }),
  };

  it.each([
    ["accounts", { accounts: [SHOP] }, SHOP, "by its id"],
    ["units by id", { units: ["ou-ab12-11111111"] }, SHOP, "with the unit ou-ab12-11111111"],
    ["units by path", { units: ["Workloads/Sandbox"] }, SHOP, "with the unit Workloads/Sandbox"],
    ["tags", { tags: ["stage=sandbox"] }, BANK, "with the tag stage=sandbox"],
  ])("by %s is a gap on the whole account, and a row of the ledger", async (...[, optOut, account, why]) => {
    const read = await collected({ accounts: ALL, json }, { optOut });
    expect(accountsAsked(read)).toEqual([OWN, SHOP, BANK].filter((one) => one !== account));
    const message = `Account ${account} was left out by configuration, ${why}`;
    expect(whole(read.gaps, account)).toMatchObject([{ reason: "not-collected", message }]);
    expect(read.ledger.filter((row) => row.account === account)).toMatchObject([
      { call: "*", status: "not-collected", message },
    ]);
  });

  it("by tags that nobody tells leaves out whatever it may be, and says so", async () => {
    const read = await collected(
      {
        accounts: ALL,
        json,
        refuse: ({ call }) =>
          call === "organizations:ListTagsForResource" ? { code: "AccessDeniedException" } : null,
      },
      { optOut: { tags: ["stage=sandbox"] } },
    );
    expect(accountsAsked(read)).toEqual([]);
    for (const account of [OWN, SHOP, BANK])
      expect(whole(read.gaps, account)).toMatchObject([
        { message: expect.stringContaining("cannot be told") },
      ]);
  });

  it("is a Region, with a gap on all that is regional there and nothing asked", async () => {
    const read = await collected(
      { accounts: ALL, regions: ["eu-west-1", "us-east-1"] },
      { optOut: { regions: ["us-east-1"] } },
    );
    for (const account of [OWN, SHOP, BANK]) {
      const gaps = read.gaps.filter(
        ({ touches }) => touches.region === "us-east-1" && touches.account === account,
      );
      expect(gaps).toMatchObject([
        { message: `us-east-1 is enabled in account ${account}, and was left out by configuration` },
      ]);
      expect(gaps[0]?.touches.kinds).toContain("network");
      expect(read.ledger).toContainEqual(
        expect.objectContaining({ account, region: "us-east-1", call: "*", status: "not-collected" }),
      );
    }
    expect(rows(read, "ec2:DescribeVpcs").map(([, region]) => region)).toEqual([
      "eu-west-1",
      "eu-west-1",
      "eu-west-1",
    ]);
  });

  it("is a Region too where nobody tells which are enabled", async () => {
    const read = await collected(
      {
        accounts: [member(OWN)],
        refuse: ({ call }) => (call === "ec2:DescribeRegions" ? { code: "UnauthorizedOperation" } : null),
      },
      { optOut: { regions: ["eu-west-1", "us-east-1"] } },
    );
    const gaps = read.gaps.filter(({ message }) => message.includes("left out by configuration"));
    expect(gaps.map(({ touches }) => touches.region).sort()).toEqual(["eu-west-1", "us-east-1"]);
    expect(rows(read, "ec2:DescribeVpcs")).toEqual([]);
  });

  it("is a service, with a gap for each of its lists, in every Region and globally", async () => {
    const services = ["iam", "wafv2", "ec2"];
    const read = await collected({ accounts: ALL }, { accounts: [SHOP], optOut: { services } });
    const asked = new Set(read.asked.filter(({ account }) => account === SHOP).map(({ call }) => call));
    expect([...asked].filter((call) => services.includes(call.split(":")[0] ?? ""))).toEqual([
      "ec2:DescribeRegions",
    ]);
    const blind = new Set(
      read.gaps
        .filter(({ message }) => message.includes("left out by configuration"))
        .map(({ at }) => at.call),
    );
    for (const { service, operation, each, kinds } of REGISTRY) {
      if (!services.includes(service) || each !== undefined || kinds.length === 0) continue;
      if (operation !== "DescribeRegions") expect(blind).toContain(`${service}:${operation}`);
    }
    const hidden = new Set(
      read.gaps.filter(({ message }) => message.includes("left out")).flatMap(({ touches }) => touches.kinds),
    );
    for (const kind of REGISTRY.filter(({ service }) => services.includes(service)).flatMap(
      ({ kinds }) => kinds,
    ))
      if (kind !== "region") expect(hidden).toContain(kind);
    for (const service of services)
      expect(rows(read, `${service}:*`)).toEqual([[SHOP, undefined, "not-collected"]]);
  });

  it("is a call, or several by a pattern, and the others of the service are asked", async () => {
    const calls = ["ec2:DescribeVpcs", "ec2:*LocalGateway*"];
    const read = await collected({ accounts: ALL }, { accounts: [SHOP], optOut: { calls } });
    const asked = new Set(read.asked.filter(({ account }) => account === SHOP).map(({ call }) => call));
    expect(asked).toContain("ec2:DescribeSubnets");
    expect(asked).not.toContain("ec2:DescribeVpcs");
    expect([...asked].filter((call) => call.includes("LocalGateway"))).toEqual([]);
    const blind = new Set(
      read.gaps.filter(({ message }) => message.includes("left out by")).map(({ at }) => at.call),
    );
    const left = REGISTRY.map(callOf).filter(
      (call) => call === "ec2:DescribeVpcs" || /^ec2:.*LocalGateway/.test(call),
    );
    expect(left.length).toBeGreaterThan(4);
    const lists = REGISTRY.filter((one) => left.includes(callOf(one)) && one.each === undefined);
    for (const one of lists) expect(blind).toContain(callOf(one));
    for (const call of calls) expect(rows(read, call)).toEqual([[SHOP, undefined, "not-collected"]]);
  });

  it("is a service that is asked about the items of another: each of them says so", async () => {
    const vpcs =
      "<vpcSet><item><vpcId>vpc-1</vpcId><ownerId>222233334444</ownerId><cidrBlock>10.0.0.0/16</cidrBlock></item></vpcSet>";
    const read = await collected(
      { accounts: ALL, xml: { "ec2:DescribeVpcs": ec2Xml("DescribeVpcs", vpcs) } },
      { accounts: [SHOP], optOut: { services: ["route53resolver"] } },
    );
    const children = REGISTRY.filter(
      ({ service, each }) => service === "route53resolver" && each?.of === "ec2:DescribeVpcs",
    );
    expect(children.length).toBeGreaterThan(0);
    for (const { operation } of children)
      expect(read.gaps).toContainEqual(
        expect.objectContaining({
          at: expect.objectContaining({ call: `route53resolver:${operation}` }),
          message: expect.stringMatching(/was not asked about .*vpc-1.*: it was left out by configuration$/),
        }),
      );
    expect(read.asked.filter(({ call }) => call.startsWith("route53resolver:"))).toEqual([]);
  });
});

describe("a partition", () => {
  it.each([
    ["aws", "eu-west-1"],
    ["aws-cn", "cn-north-1"],
    ["aws-us-gov", "us-gov-west-1"],
  ])("%s has its own home Region and ARNs of roles", async (partition, region) => {
    const read = await collected({
      accounts: ALL,
      partition,
      regions: [region],
      env: { AWS_REGION: region },
      refuse: ({ call, params }) =>
        call === "sts:AssumeRole" && params.get("RoleArn")?.includes(BANK) === true
          ? { code: "AccessDenied" }
          : null,
    });
    const assumed = read.asked.filter(({ call }) => call === "sts:AssumeRole");
    expect(assumed.map(({ region: home, params }) => [home, params.get("RoleArn")]).sort()).toEqual([
      [region, `arn:${partition}:iam::${SHOP}:role/audit/causeway`],
      [region, `arn:${partition}:iam::${BANK}:role/audit/causeway`],
    ]);
    expect(whole(read.gaps, BANK)[0]?.touches.nodes).toEqual([`arn:${partition}:iam::${BANK}:root`]);
    expect(rows(read, "ec2:DescribeVpcs")).toEqual([
      [OWN, region, "ok"],
      [SHOP, region, "ok"],
    ]);
  });
});

describe("a service that throttles one account", () => {
  it("is asked for less there alone, and everything is read", async () => {
    let left = 3;
    const read = await collected(
      {
        accounts: ALL,
        refuse: ({ call }, account) =>
          account === SHOP && call === "ec2:DescribeVpcs" && left-- > 0
            ? { code: "RequestLimitExceeded", status: 503 }
            : null,
      },
      { attempts: 5 },
    );
    expect(read.ledger.filter(({ status }) => status === "throttled")).toEqual([]);
    expect(rows(read, "ec2:DescribeVpcs")).toHaveLength(3);
  });
});
