import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { answerFiles, readAnswerFiles } from "../../../src/sources/aws/index.js";
import { REGISTRY } from "../../../src/sources/aws/registry.js";
import { ACCOUNT, arn, gather, OTHER, told } from "./harness.js";

type Files = Record<string, unknown>;
const text = (content: unknown) => (typeof content === "string" ? content : JSON.stringify(content));
const saved = (files: Files) =>
  gather(readAnswerFiles(Object.entries(files).map(([path, content]) => ({ path, text: text(content) }))));

/** Gaps but for those of calls that nobody saved. */
const surprises = async (files: Files) =>
  (await saved(files)).gaps.filter(
    ({ reason, message }) => !(reason === "not-collected" && /was (?:not )?collected in/.test(message)),
  );

const vpc = (id: string, OwnerId = ACCOUNT) => ({ VpcId: id, OwnerId, CidrBlock: "10.0.0.0/16" });
const HERE = `accounts/${ACCOUNT}/eu-west-1`;

describe("an answer in a folder", () => {
  it.each([
    [`${HERE}/vpcs.json`, ACCOUNT, "eu-west-1"],
    [`acme/${ACCOUNT}/us-gov-west-1/describe-vpcs.json`, ACCOUNT, "us-gov-west-1"],
    [`${ACCOUNT}-eu-south-2-describe-vpcs.json`, ACCOUNT, "eu-south-2"],
    [`dump/vpcs_${ACCOUNT}_ap-southeast-1.json`, ACCOUNT, "ap-southeast-1"],
    [`accounts/${OTHER}/000000000001/eu-west-1/vpcs.json`, OTHER, "eu-west-1"],
    [`eu-central-1/202401311200-vpcs.json`, ACCOUNT, "eu-central-1"],
  ])("at %s is of account %s in %s", async (path, account, region) => {
    const { answers } = await saved({ [path]: { Vpcs: [vpc("vpc-1")] } });
    expect(answers).toMatchObject([
      { account, region, uri: path, service: "ec2", operation: "DescribeVpcs" },
    ]);
  });

  it("takes its place from its items where the path is silent", async () => {
    const { answers } = await saved({
      "a.json": {
        Subnets: [{ SubnetId: "subnet-1", OwnerId: ACCOUNT, AvailabilityZone: "us-west-2-lax-1a" }],
      },
      "b.json": {
        LoadBalancers: [
          { LoadBalancerArn: `arn:aws:elasticloadbalancing:eu-west-3:${OTHER}:loadbalancer/app/a/1` },
        ],
      },
      "c.json": {
        Reservations: [
          {
            OwnerId: OTHER,
            Instances: [{ InstanceId: "i-1", Placement: { AvailabilityZone: "eu-west-3b" } }],
          },
        ],
      },
    });
    expect(answers.map(({ account, region }) => [account, region])).toEqual([
      [ACCOUNT, "us-west-2"],
      [OTHER, "eu-west-3"],
      [OTHER, "eu-west-3"],
    ]);
  });

  it("takes its place from its neighbours where its items are silent too", async () => {
    const { answers, gaps } = await saved({
      "one/nat.json": { NatGateways: [{ NatGatewayId: "nat-1", VpcId: "vpc-1", State: "available" }] },
      "one/subnets.json": {
        Subnets: [{ SubnetId: "subnet-1", OwnerId: ACCOUNT, AvailabilityZone: "eu-west-1a" }],
      },
      "two/subnets.json": {
        Subnets: [{ SubnetId: "subnet-2", OwnerId: OTHER, AvailabilityZone: "us-east-1a" }],
      },
    });
    expect(answers.find(({ operation }) => operation === "DescribeNatGateways")).toMatchObject({
      account: ACCOUNT,
      region: "eu-west-1",
    });
    expect(gaps.filter(({ reason }) => reason === "ambiguous")).toEqual([]);
  });

  it("whose account and Region nobody knows is read all the same, with gaps that touch it everywhere", async () => {
    const { nodes, gaps } = await saved({
      "nat.json": { NatGateways: [{ NatGatewayId: "nat-1", State: "available" }] },
    });
    expect(nodes.map(({ id }) => id)).toEqual(["arn:aws:ec2:::natgateway/nat-1"]);
    const doubts = gaps.filter(({ reason }) => reason === "ambiguous");
    expect(doubts.map(({ touches }) => touches)).toEqual(
      [1, 2].map(() => ({ kinds: ["gateway"], nodes: [], types: ["aws.nat-gateway"] })),
    );
    expect(
      gaps.some(
        ({ message }) =>
          message ===
          "ec2:DescribeNetworkInterfaces was not collected in an unknown Region of an unknown account",
      ),
    ).toBe(true);
  });

  it("that lies below one Region and tells of another is a conflict", async () => {
    const gaps = await surprises({
      [`${HERE}/s.json`]: { Subnets: [{ SubnetId: "subnet-1", AvailabilityZone: "us-east-1a" }] },
    });
    expect(gaps.map(({ reason }) => reason)).toEqual(["conflict"]);
  });

  it("shared by another account is of the account that asked, and its things of the account that owns them", async () => {
    const { answers, nodes } = await saved({
      [`accounts/${OTHER}/eu-west-1/s.json`]: {
        Subnets: [{ SubnetId: "subnet-1", OwnerId: ACCOUNT, VpcId: "vpc-1" }],
      },
    });
    expect(answers).toMatchObject([{ account: OTHER }]);
    expect(nodes.map(({ id, scope }) => [id, scope.account])).toEqual([[arn("subnet/subnet-1"), ACCOUNT]]);
  });
});

describe("a file", () => {
  const vpcs = { Vpcs: [vpc("vpc-1")] };
  const subnets = { Subnets: [{ SubnetId: "subnet-1" }] };

  it.each([
    ["of one answer", vpcs, ["DescribeVpcs"]],
    ["of several lists in one object", { ...vpcs, ...subnets }, ["DescribeVpcs", "DescribeSubnets"]],
    ["of an array of answers", [vpcs, subnets], ["DescribeVpcs", "DescribeSubnets"]],
    [
      "of answers one after the other",
      `${JSON.stringify(vpcs, null, 1)}\n${JSON.stringify(subnets)}`,
      ["DescribeVpcs", "DescribeSubnets"],
    ],
    [
      "of one answer a line",
      `${JSON.stringify(vpcs)}\n${JSON.stringify(subnets)}\n`,
      ["DescribeVpcs", "DescribeSubnets"],
    ],
    [
      "of answers run together",
      JSON.stringify(vpcs) + JSON.stringify(subnets),
      ["DescribeVpcs", "DescribeSubnets"],
    ],
    ["with a byte order mark", `\uFEFF${JSON.stringify(vpcs)}`, ["DescribeVpcs"]],
    [
      "with what the SDKs add",
      { ...vpcs, $metadata: { httpStatusCode: 200 }, ResponseMetadata: { RequestId: "x" } },
      ["DescribeVpcs"],
    ],
    [
      "of an envelope",
      { service: "ec2", operation: "DescribeVpcs", input: {}, output: vpcs },
      ["DescribeVpcs"],
    ],
    [
      "of envelopes one a line",
      [vpcs, vpcs]
        .map((output) => JSON.stringify({ service: "EC2", operation: "describe-vpcs", output }))
        .join("\n"),
      ["DescribeVpcs", "DescribeVpcs"],
    ],
    [
      "of the caller's identity",
      { UserId: "U", Account: ACCOUNT, Arn: `arn:aws:iam::${ACCOUNT}:user/u` },
      ["GetCallerIdentity"],
    ],
  ])("%s is read", async (_what, content, operations) => {
    const { answers, gaps } = await saved({ [`${HERE}/f.json`]: content });
    expect(answers.map(({ operation }) => operation)).toEqual(operations);
    expect(gaps.filter(({ reason }) => ["unrecognized", "unparsed"].includes(reason))).toEqual([]);
    for (const { output } of answers) expect(Object.keys(output)).not.toContain("$metadata");
  });

  it("cites file, line and pointer of each item, down to the rule", async () => {
    const group = {
      SecurityGroups: [
        {
          GroupId: "sg-1",
          OwnerId: ACCOUNT,
          IpPermissions: [
            {
              IpProtocol: "tcp",
              FromPort: 22,
              ToPort: 22,
              IpRanges: [{ CidrIp: "10.0.0.0/8" }, { CidrIp: "0.0.0.0/0" }],
            },
          ],
        },
      ],
    };
    const pretty = JSON.stringify(group, null, 2);
    const lineOf = (needle: string) =>
      pretty.slice(0, pretty.lastIndexOf("{", pretty.indexOf(needle))).split("\n").length;
    const { nodes } = await saved({ [`${HERE}/sg.json`]: pretty });
    expect(nodes.map(({ at }) => [at.uri, at.pointer, at.line])).toEqual([
      [`${HERE}/sg.json`, "/SecurityGroups/0", lineOf("GroupId")],
      [`${HERE}/sg.json`, "/SecurityGroups/0/IpPermissions/0/IpRanges/0", lineOf("10.0.0.0/8")],
      [`${HERE}/sg.json`, "/SecurityGroups/0/IpPermissions/0/IpRanges/1", lineOf("0.0.0.0/0")],
    ]);
  });

  it("cites lines and pointers of documents one after the other, and of envelopes in an array", async () => {
    const lines = [{ Vpcs: [vpc("vpc-1")] }, { Vpcs: [] }, { Vpcs: [vpc("vpc-2")] }]
      .map((one) => JSON.stringify(one))
      .join("\n");
    const envelopes = JSON.stringify(
      [1, 2].map((n) => ({
        service: "ec2",
        operation: "DescribeVpcs",
        input: {},
        output: { Vpcs: [vpc(`vpc-e${n}`)] },
      })),
      null,
      1,
    );
    const { nodes } = await saved({ [`${HERE}/a.ndjson`]: lines, [`${HERE}/b.json`]: envelopes });
    const cited = nodes
      .filter(({ kind }) => kind === "network")
      .map(({ at }) => `${at.pointer} line ${at.line}`);
    const nth = (n: number) => envelopes.split("\n").findIndex((line) => line.includes(`vpc-e${n}`));
    expect(cited).toEqual([
      "/0/Vpcs/0 line 1",
      "/2/Vpcs/0 line 3",
      `/0/output/Vpcs/0 line ${nth(1)}`,
      `/1/output/Vpcs/0 line ${nth(2)}`,
    ]);
  });

  it("that is broken is told by line, touches what it may have held, and stops nobody", async () => {
    const { nodes, gaps, ledger } = await saved({
      [`${HERE}/describe-network-interfaces.json`]:
        '{\n "NetworkInterfaces": [\n  {"NetworkInterfaceId": "eni-1"},\n',
      [`${HERE}/vpcs.json`]: { Vpcs: [vpc("vpc-1")] },
    });
    expect(gaps.find(({ reason }) => reason === "unparsed")).toMatchObject({
      at: { uri: `${HERE}/describe-network-interfaces.json`, line: 3 },
      touches: { kinds: ["interface"], account: ACCOUNT, region: "eu-west-1" },
    });
    expect(ledger.find(({ status }) => status === "failed")).toMatchObject({
      call: `${HERE}/describe-network-interfaces.json`,
    });
    expect(nodes.some(({ kind }) => kind === "network")).toBe(true);
  });

  it("whose break is between good documents keeps the ones before it", async () => {
    const { answers, gaps } = await saved({
      [`${HERE}/f.json`]: `${JSON.stringify({ Vpcs: [] })}\n{"Subnets": [}`,
    });
    expect(answers).toHaveLength(1);
    expect(gaps.find(({ reason }) => reason === "unparsed")?.at.line).toBe(2);
  });

  it("that is empty, or a note, or something else, is told and touches what it must", async () => {
    const gaps = await surprises({
      [`${HERE}/describe-subnets.json`]: "",
      "README.md": "# how we saved this",
      "foo.json": { Foo: [{ a: 1 }] },
      "number.json": "42",
    });
    expect(gaps.map(({ reason, at, touches }) => [at.uri, reason, touches.kinds])).toEqual([
      [`${HERE}/describe-subnets.json`, "unparsed", ["subnet"]],
      ["README.md", "unrecognized", []],
      ["foo.json", "unrecognized", []],
      ["number.json", "unrecognized", []],
    ]);
  });

  it("nested without end is refused, not followed", async () => {
    const gaps = await surprises({
      [`${HERE}/deep.json`]: `${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`,
    });
    expect(told(gaps)).toEqual([`unparsed: ${HERE}/deep.json is nested more than 100 deep, line 1`]);
  });

  it("of a service that is not modelled is kept, named, and touches nothing", async () => {
    const { answers, gaps, ledger } = await saved({
      [`${HERE}/key-pairs.json`]: { KeyPairs: [{ KeyPairId: "key-1" }] },
      "global/p.json": { InstanceProfiles: [], IsTruncated: false },
    });
    expect(answers.map(({ service, operation }) => `${service}:${operation}`)).toEqual([
      "ec2:DescribeKeyPairs",
      "iam:ListInstanceProfiles",
    ]);
    expect(gaps.filter(({ reason }) => reason === "unsupported").map(({ touches }) => touches)).toEqual(
      [1, 2].map(() => ({ kinds: [], nodes: [] })),
    );
    expect(ledger.filter(({ status }) => status === "unsupported")).toHaveLength(2);
  });

  it("with answers that do not say what was asked tells how to save them", async () => {
    const gaps = await surprises({ [`${HERE}/th.json`]: { TargetHealthDescriptions: [] } });
    expect(told(gaps)).toEqual([
      expect.stringContaining("save DescribeTargetHealth in an envelope with its input"),
    ]);
  });

  it("never hands on a secret", async () => {
    const canary = "CANARY-c0ffee";
    const whole = await saved({
      [`${HERE}/i.json`]: {
        Reservations: [{ OwnerId: ACCOUNT, Instances: [{ InstanceId: "i-1", UserData: canary }] }],
      },
      [`${HERE}/s.json`]: {
        AssumedRoleUser: {},
        Credentials: { SecretAccessKey: canary, SessionToken: canary },
      },
      [`${HERE}/v.json`]: {
        VpnConnections: [
          { CustomerGatewayConfiguration: canary, Options: { TunnelOptions: [{ PreSharedKey: canary }] } },
        ],
      },
      [`${HERE}/broken.json`]: `{"UserData": "${canary}" "x"}`,
    });
    expect(JSON.stringify(whole)).not.toContain(canary);
  });
});

describe("pages", () => {
  const page = (id: string, NextToken?: string) => ({
    Vpcs: [vpc(id)],
    ...(NextToken === undefined ? {} : { NextToken }),
  });
  const envelope = (input: object, output: object) => ({
    service: "ec2",
    operation: "DescribeVpcs",
    input,
    output,
  });
  const truncations = async (files: unknown[]) => {
    const named = Object.fromEntries(files.map((content, index) => [`${HERE}/vpcs-${index}.json`, content]));
    return (await saved(named)).gaps.filter(({ reason }) => reason === "truncated");
  };

  it.each([
    ["one without a token", [page("a")], 0],
    ["one with a token", [page("a", "t1")], 1],
    ["two, the last without a token", [page("a", "t1"), page("b")], 0],
    ["two in one file", [[page("a", "t1"), page("b")]], 0],
    ["two in any order", [page("b"), page("a", "t1")], 0],
    ["two with a token each", [page("a", "t1"), page("b", "t2")], 1],
    ["three, the middle one lost", [page("a", "t1"), page("c", "t3")], 1],
    ["the same call saved twice, both whole", [page("a", "t1"), page("b"), page("a", "t1"), page("b")], 0],
    ["the same first page saved twice", [page("a", "t1"), page("a", "t1")], 1],
    [
      "envelopes that follow each other",
      [envelope({}, page("a", "t1")), envelope({ NextToken: "t1" }, page("b"))],
      0,
    ],
    [
      "envelopes of which one is missing",
      [envelope({}, page("a", "t1")), envelope({ NextToken: "t2" }, page("b"))],
      1,
    ],
  ])("%s", async (_what, files, gaps) => {
    expect(await truncations(files as unknown[])).toHaveLength(gaps);
  });
});

describe("a folder", () => {
  it("with some calls of the family misses the others, by name, in that account and Region", async () => {
    const { gaps } = await saved({ [`${HERE}/sg.json`]: { SecurityGroups: [] } });
    const missing = gaps.filter(
      ({ reason, message }) => reason === "not-collected" && !message.startsWith("Nothing of"),
    );
    const lists = REGISTRY.filter(
      ({ scope, each, kinds, optional }) =>
        scope === "region" && each === undefined && kinds.length > 0 && optional !== true,
    );
    expect(missing).toHaveLength(lists.length - 1 + 1);
    expect(missing.find(({ message }) => message.startsWith("ec2:DescribeNetworkInterfaces"))).toMatchObject({
      touches: {
        kinds: ["interface"],
        types: ["aws.network-interface"],
        account: ACCOUNT,
        region: "eu-west-1",
      },
      at: { uri: `${HERE}/ec2.DescribeNetworkInterfaces.json` },
    });
    expect(missing.find(({ message }) => message.startsWith("ec2:DescribeRegions"))?.touches).toEqual({
      kinds: ["region"],
      nodes: [],
      types: ["aws.region"],
      account: ACCOUNT,
    });
    expect(
      missing.some(
        ({ touches }) => touches.kinds.includes("rule") && touches.types?.includes("aws.security-group-rule"),
      ),
    ).toBe(false);
  });

  it("with rules and no groups misses the groups and not the rules, and with neither both", async () => {
    const rules = await saved({ [`${HERE}/r.json`]: { SecurityGroupRules: [] } });
    const neither = await saved({ [`${HERE}/v.json`]: { Vpcs: [] } });
    const kinds = ({ gaps }: typeof rules) =>
      gaps.find(({ message }) => message.startsWith("ec2:DescribeSecurityGroups "))?.touches.kinds;
    expect(kinds(rules)).toEqual(["filter"]);
    expect(kinds(neither)).toEqual(["filter", "rule"]);
  });

  it("that asked for a part alone has not asked for the whole", async () => {
    const filtered = {
      service: "ec2",
      operation: "DescribeSecurityGroups",
      input: { Filters: [{ Name: "vpc-id", Values: ["vpc-1"] }] },
      output: { SecurityGroups: [] },
    };
    const { gaps } = await saved({ [`${HERE}/sg.json`]: filtered });
    expect(told(gaps)).toContain(
      `not-collected: ec2:DescribeSecurityGroups was asked for a part alone in eu-west-1 of account ${ACCOUNT}`,
    );
  });

  it("with lists whose items nobody asked about misses them one by one", async () => {
    const lb = (name: string) =>
      `arn:aws:elasticloadbalancing:eu-west-1:${ACCOUNT}:loadbalancer/app/${name}/1`;
    const { gaps } = await saved({
      [`${HERE}/lb.json`]: { LoadBalancers: [{ LoadBalancerArn: lb("a") }, { LoadBalancerArn: lb("b") }] },
      [`${HERE}/l.json`]: { Listeners: [{ ListenerArn: `${lb("a")}/l`, LoadBalancerArn: lb("a") }] },
      [`${HERE}/at.json`]: ["a", "b"].map((name) => ({
        service: "elbv2",
        operation: "DescribeLoadBalancerAttributes",
        input: { LoadBalancerArn: lb(name) },
        output: { Attributes: [] },
      })),
      [`${HERE}/pl.json`]: { PrefixLists: [{ PrefixListId: "pl-1" }] },
    });
    const asked = gaps.filter(({ message }) => message.includes("was not asked about"));
    expect(asked.map(({ message, touches }) => [message, touches]).sort()).toEqual([
      ["ec2:GetManagedPrefixListEntries was not asked about pl-1", { kinds: [], nodes: ["pl-1"] }],
      [
        `elbv2:DescribeListeners was not asked about ${lb("b")}`,
        { kinds: [], nodes: [lb("b")], relations: ["listeners"] },
      ],
    ]);
  });

  it("that knows of enabled Regions misses those in which nothing was read", async () => {
    const { gaps } = await saved({
      [`${HERE}/regions.json`]: {
        Regions: [
          { RegionName: "eu-west-1" },
          { RegionName: "eu-north-1", OptInStatus: "opted-in" },
          { RegionName: "me-south-1", OptInStatus: "not-opted-in" },
        ],
      },
      [`${HERE}/v.json`]: { Vpcs: [] },
    });
    expect(told(gaps).filter((one) => one.includes("is enabled"))).toEqual([
      `not-collected: eu-north-1 is enabled in account ${ACCOUNT}, and nothing was collected there`,
    ]);
  });

  it("with several accounts is one estate, and rows of the ledger name the caller of each", async () => {
    const identity = (Account: string) => ({
      UserId: "U",
      Account,
      Arn: `arn:aws:iam::${Account}:user/audit`,
    });
    const { ledger, nodes } = await saved({
      [`accounts/${ACCOUNT}/eu-west-1/v.json`]: { Vpcs: [vpc("vpc-1")] },
      [`accounts/${ACCOUNT}/id.json`]: identity(ACCOUNT),
      [`accounts/${OTHER}/eu-west-1/v.json`]: { Vpcs: [vpc("vpc-2", OTHER)] },
      [`accounts/${OTHER}/id.json`]: identity(OTHER),
    });
    expect(
      ledger
        .filter(({ call }) => call === "ec2:DescribeVpcs")
        .map(({ account, principal, items }) => [account, principal, items]),
    ).toEqual([
      [ACCOUNT, `arn:aws:iam::${ACCOUNT}:user/audit`, 1],
      [OTHER, `arn:aws:iam::${OTHER}:user/audit`, 1],
    ]);
    expect(nodes.filter(({ kind }) => kind === "network")).toHaveLength(2);
  });

  it("in which an error was saved as an answer tells of it as if it had just happened", async () => {
    const error = {
      service: "ec2",
      operation: "DescribeVpcs",
      input: {},
      output: {
        Error: {
          Code: "UnauthorizedOperation",
          Message: "You are not authorized. Encoded authorization failure message: abc",
        },
      },
    };
    const { gaps, ledger } = await saved({ [`${HERE}/v.json`]: error });
    expect(gaps.find(({ reason }) => reason === "denied")).toMatchObject({
      message: "ec2:DescribeVpcs was denied: UnauthorizedOperation: You are not authorized.",
      touches: { kinds: ["network", "resolver-settings"], account: ACCOUNT, region: "eu-west-1" },
    });
    expect(gaps.some(({ message }) => message.startsWith("ec2:DescribeVpcs was not collected"))).toBe(false);
    expect(ledger.find(({ call }) => call === "ec2:DescribeVpcs")).toMatchObject({
      status: "denied",
      answers: 0,
    });
  });
});

describe("reading a folder from disk", () => {
  const folders: string[] = [];
  const onDisk = (files: Record<string, string | Buffer>): string => {
    const folder = mkdtempSync(join(tmpdir(), "answers-"));
    folders.push(folder);
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return folder;
  };
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });
  const vpcs = JSON.stringify({ Vpcs: [vpc("vpc-1")] });

  it("unpacks gzip, understands what Windows shells write, and leaves hidden files alone", async () => {
    const folder = onDisk({
      [`${HERE}/a.json.gz`]: gzipSync(vpcs),
      [`${HERE}/b.json`]: Buffer.from(`\uFEFF${vpcs}`, "utf16le"),
      [`${HERE}/.c.json`]: "{",
      ".git/d.json": "{",
    });
    const { answers, gaps } = await gather(readAnswerFiles(folder));
    expect(answers.map(({ uri }) => uri)).toEqual([`${HERE}/a.json.gz`, `${HERE}/b.json`]);
    expect(gaps.filter(({ reason }) => reason === "unparsed")).toEqual([]);
  });

  it("does not follow links, nor swallow what is too large or not gzip", async () => {
    const folder = onDisk({
      "big.json": vpcs,
      "bad.json.gz": "no",
      "bomb.json.gz": gzipSync(Buffer.alloc(10_000)),
    });
    symlinkSync(folder, join(folder, "loop"));
    const files = [...answerFiles(folder, 40)];
    expect(files.map(({ path, problem }) => [path, problem])).toEqual([
      ["bad.json.gz", "is not a gzip file"],
      ["big.json", "is larger than 0 MiB"],
      ["bomb.json.gz", "is larger than 0 MiB"],
    ]);
    const { gaps } = await gather(readAnswerFiles(files));
    expect(
      gaps.filter(({ reason }) => reason === "unparsed").map(({ touches }) => touches.kinds.length > 10),
    ).toEqual([true, true, true]);
  });
});
