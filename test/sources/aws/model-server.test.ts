import { describe, expect, it } from "vitest";
import { collectAws } from "../../../src/sources/aws/index.js";
import { REGISTRY, resourceOf } from "../../../src/sources/aws/registry.js";
import { callOf } from "../../../src/sources/aws/resource.js";
import { afterEachTest, pointedAt } from "../../setup/ends.js";
import { modelOf } from "../../setup/model-server/models.js";
import {
  type ModelServer,
  type ModelServerOptions,
  startModelServer,
} from "../../setup/model-server/server.js";
import { gather, type Whole } from "./harness.js";

const undo = afterEachTest();

const started = async (options: ModelServerOptions) => pointedAt(await startModelServer(options), undo);

async function collected(options: ModelServerOptions): Promise<Whole & { server: ModelServer }> {
  const server = await started(options);
  return { ...(await gather(collectAws({ attempts: 1, concurrency: 16 }))), server };
}

const TWO = ["eu-west-1", "us-east-1"];

describe("a local AWS made of the API models", () => {
  it("answers every list in five protocols, for an account that has nothing and misses nothing", async () => {
    const { server, gaps, ledger } = await collected({ regions: TWO });
    expect(gaps).toEqual([]);
    expect(ledger.filter(({ status }) => status !== "ok")).toEqual([]);
    const asked = new Set(server.calls().map(({ call }) => call));
    for (const resource of REGISTRY.filter(({ each }) => each === undefined))
      expect(asked).toContain(callOf(resource));
    const protocols = [...asked].map((call) => modelOf(call.split(":")[0] ?? "")?.protocol);
    expect([...new Set(protocols)].sort()).toEqual(["ec2", "json", "query", "rest-json", "rest-xml"]);
  });

  it("is asked nothing twice and nothing that the models forbid, however much there is", async () => {
    const { server, ledger } = await collected({ regions: TWO, items: 3, pageSize: 2 });
    expect(server.complaints()).toEqual([]);
    expect(server.calls().filter(({ tries }) => tries > 1)).toEqual([]);
    expect(ledger.filter(({ status }) => status !== "ok")).toEqual([]);
    expect(server.calls().length).toBeGreaterThan(800);
  });

  it("gives in small pages what it gives in large ones", async () => {
    const [small, large] = [
      await collected({ regions: ["eu-west-1"], items: 3, pageSize: 2 }),
      await collected({ regions: ["eu-west-1"], items: 3 }),
    ];
    // Of answers that are one object each page counts.
    const counted = ({ ledger }: Whole) =>
      ledger
        .filter(({ call }) => resourceOf(call)?.object === undefined)
        .map(({ call, region, items, status }) => `${call} ${region} ${items} ${status}`)
        .sort();
    // Routes of a transit gateway are told to be more than one search gives, and not asked on for.
    const unpaged = /SearchTransitGatewayRoutes/;
    const without = (rows: string[]) => rows.filter((row) => !unpaged.test(row));
    expect(without(counted(small))).toEqual(without(counted(large)));
    const pages = (whole: Whole) => whole.ledger.reduce((sum, { answers }) => sum + answers, 0);
    expect(pages(small)).toBeGreaterThan(pages(large) + 100);
  });

  it("says the same to the same question, and other things to other accounts and Regions", async () => {
    const once = await collected({ regions: ["eu-west-1"], items: 2 });
    const again = await collected({ regions: ["eu-west-1"], items: 2 });
    const other = await collected({ regions: ["eu-west-1"], items: 2, account: "444455556666" });
    const ids = ({ nodes }: Whole) => nodes.map(({ id }) => id).sort();
    expect(ids(again)).toEqual(ids(once));
    const vpcs = (whole: Whole) =>
      whole.nodes
        .filter(({ at, type }) => type === "aws.vpc" && at.call === "ec2:DescribeVpcs")
        .map(({ id }) => id);
    expect(vpcs(once)).toHaveLength(2);
    expect(vpcs(other).some((id) => vpcs(once).includes(id))).toBe(false);
  });

  it("knows whose role was assumed", async () => {
    const { STSClient, AssumeRoleCommand, GetCallerIdentityCommand } = await import("@aws-sdk/client-sts");
    await started({});
    const RoleArn = "arn:aws:iam::444455556666:role/path/audit";
    const { Credentials } = await new STSClient({}).send(
      new AssumeRoleCommand({ RoleArn, RoleSessionName: "scan" }),
    );
    const credentials = {
      accessKeyId: Credentials?.AccessKeyId ?? "",
      secretAccessKey: Credentials?.SecretAccessKey ?? "",
      sessionToken: Credentials?.SessionToken ?? "",
    };
    const identity = await new STSClient({ credentials }).send(new GetCallerIdentityCommand({}));
    expect(identity).toMatchObject({
      Account: "444455556666",
      Arn: "arn:aws:sts::444455556666:assumed-role/audit/scan",
    });
  });

  it("gives fixtures in the bytes of each protocol, and refuses those that the model has no words for", async () => {
    const fixtures = {
      "ec2:DescribeVpcs": { Vpcs: [{ VpcId: "vpc-1", OwnerId: "111122223333", CidrBlock: "10.0.0.0/16" }] },
      "iam:ListAccountAliases": { AccountAliases: ["a <b>"] },
      "cloudfront:ListDistributions": { DistributionLists: {} },
    };
    const whole = await collected({ regions: ["eu-west-1"], fixtures });
    expect(whole.nodes.find(({ kind }) => kind === "network")?.is).toMatchObject({ cidrs: ["10.0.0.0/16"] });
    const said = whole.answers.find(({ operation }) => operation === "ListAccountAliases")?.output;
    expect(said).toMatchObject({ AccountAliases: ["a <b>"] });
    expect(whole.server.complaints()).toEqual([expect.stringContaining("has no member DistributionLists")]);
  });
});
