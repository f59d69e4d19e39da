import * as iam from "@aws-sdk/client-iam";
import * as organizations from "@aws-sdk/client-organizations";
import * as sts from "@aws-sdk/client-sts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { assemble, type Graph } from "../../../../src/graph/index.js";
import { collectAws, readPolicies } from "../../../../src/sources/aws/index.js";
import { pointAwsAt } from "../../../setup/aws-environment.js";
import { describeWithMoto, type Moto, startMoto } from "../../../setup/moto-server.js";
import { gather, type Whole } from "../harness.js";
import { type Seeded, seed } from "../seed.js";

const REGIONS = ["eu-west-1", "us-east-1"];
const OWN = "123456789012";
const ROLE = "causeway";
const ANYBODY = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" }],
});
const region = "eu-west-1";

interface Keys {
  readonly AccessKeyId?: string | undefined;
  readonly SecretAccessKey?: string | undefined;
  readonly SessionToken?: string | undefined;
}
/** The environment of whoever has these credentials. */
const as = (keys: Keys | undefined) => ({
  AWS_ACCESS_KEY_ID: keys?.AccessKeyId,
  AWS_SECRET_ACCESS_KEY: keys?.SecretAccessKey,
  AWS_SESSION_TOKEN: keys?.SessionToken,
});

/** Does something as the administrator of an account, who is asked for no permission yet. */
async function within<T>(moto: Moto, account: string, work: () => Promise<T>): Promise<T> {
  const back = pointAwsAt(moto.endpoint);
  const client = new sts.STSClient({ region });
  const arn = `arn:aws:iam::${account}:role/OrganizationAccountAccessRole`;
  const input = { RoleArn: arn, RoleSessionName: "setup" };
  const { Credentials } = await client.send(new sts.AssumeRoleCommand(input));
  back();
  const undo = pointAwsAt(moto.endpoint, account === OWN ? {} : as(Credentials));
  try {
    return await work();
  } finally {
    undo();
  }
}

/** Makes the role with the policies of a collection, and perhaps something that it may not do after all. */
async function makeRole(denied: readonly string[]): Promise<void> {
  const client = new iam.IAMClient({ region });
  await client.send(new iam.CreateRoleCommand({ RoleName: ROLE, AssumeRolePolicyDocument: ANYBODY }));
  for (const [index, document] of readPolicies().entries()) {
    const made = await client.send(
      new iam.CreatePolicyCommand({ PolicyName: `reads-${index}`, PolicyDocument: JSON.stringify(document) }),
    );
    await client.send(new iam.AttachRolePolicyCommand({ RoleName: ROLE, PolicyArn: made.Policy?.Arn }));
  }
  if (denied.length === 0) return;
  const PolicyDocument = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Deny", Action: denied, Resource: "*" }],
  });
  await client.send(new iam.PutRolePolicyCommand({ RoleName: ROLE, PolicyName: "denied", PolicyDocument }));
}

/** A user who may read and enter the roles: its keys. */
async function makeAuditor() {
  const client = new iam.IAMClient({ region });
  const UserName = "audit";
  await client.send(new iam.CreateUserCommand({ UserName }));
  const enter = { Sid: "Enter", Effect: "Allow", Action: "sts:AssumeRole", Resource: "*" };
  const documents = [...readPolicies(), { Version: "2012-10-17", Statement: [enter] }];
  for (const [index, document] of documents.entries())
    await client.send(
      new iam.PutUserPolicyCommand({
        UserName,
        PolicyName: `p${index}`,
        PolicyDocument: JSON.stringify(document),
      }),
    );
  return (await client.send(new iam.CreateAccessKeyCommand({ UserName }))).AccessKey;
}

/** Calls whose actions the emulator knows by other names than IAM does, so that no policy allows them there. */
const UNNAMED = new Set([
  "cloudwatch:DescribeAlarms",
  "s3control:GetPublicAccessBlock",
  "s3outposts:ListEndpoints",
]);

async function makeAccount(name: string): Promise<string> {
  const client = new organizations.OrganizationsClient({ region });
  const input = { AccountName: name, Email: `${name}@example.com` };
  const made = await client.send(new organizations.CreateAccountCommand(input));
  return made.CreateAccountStatus?.AccountId ?? "";
}

describeWithMoto("an organization of three accounts with two Regions in use", () => {
  let moto: Moto;
  let undo: () => void;
  let shop: string;
  let bank: string;
  let lab: string;
  let whole: Whole;
  let graph: Graph;
  const made = new Map<string, Seeded[]>();

  beforeAll(async () => {
    moto = await startMoto();
    const keys = await within(moto, OWN, async () => {
      const client = new organizations.OrganizationsClient({ region });
      await client.send(new organizations.CreateOrganizationCommand({ FeatureSet: "ALL" }));
      [shop, bank, lab] = [await makeAccount("shop"), await makeAccount("bank"), await makeAccount("lab")];
      return makeAuditor();
    });
    for (const account of [OWN, shop, bank])
      await within(moto, account, async () => {
        if (account !== OWN) await makeRole(account === bank ? ["ec2:DescribeSubnets"] : []);
        made.set(account, await Promise.all(REGIONS.map(seed)));
      });
    // From now on everybody needs permissions.
    await fetch(`${moto.endpoint}/moto-api/reset-auth`, { method: "POST", body: "0" });
    undo = pointAwsAt(moto.endpoint, as(keys));
    whole = await gather(
      collectAws({
        ...{ accounts: "organization", role: { name: ROLE }, regions: REGIONS, attempts: 2 },
        optOut: { accounts: [lab] },
      }),
    );
    graph = assemble([whole]);
  });
  afterAll(async () => {
    undo?.();
    await moto?.stop();
  });

  it("is one graph, each thing in its account", () => {
    for (const [account, seeded] of made)
      for (const { vpc, region: where, subnets, card } of seeded) {
        expect(graph.find(vpc).map(({ id }) => id)).toEqual([`arn:aws:ec2:${where}:${account}:vpc/${vpc}`]);
        expect(graph.find(card).map(({ scope }) => scope.account)).toEqual([account]);
        for (const subnet of subnets) expect(graph.find(subnet)).toHaveLength(account === bank ? 0 : 1);
      }
  });

  it("is read by nobody but whom the policies of a collection allow to, and by them in full", () => {
    const principals = new Set(whole.ledger.map(({ account, principal }) => `${account} ${principal}`));
    expect([...principals].filter((one) => !one.endsWith("undefined")).sort()).toEqual(
      [
        `${OWN} arn:aws:iam::${OWN}:user/audit`,
        ...[shop, bank].flatMap((account) => [
          `${account} arn:aws:iam::${OWN}:user/audit`,
          `${account} arn:aws:sts::${account}:assumed-role/causeway/causeway`,
        ]),
      ].sort(),
    );
    const denied = whole.ledger.filter(({ status, call }) => status === "denied" && !UNNAMED.has(call));
    expect(denied.map(({ account, region: where, call }) => [account, where, call]).sort()).toEqual(
      REGIONS.map((where) => [bank, where, "ec2:DescribeSubnets"]),
    );
  });

  it("is unknown where one account refuses, and in no other", () => {
    const denied = whole.gaps.filter(({ reason, at }) => reason === "denied" && !UNNAMED.has(at.call ?? ""));
    expect(denied.map(({ touches }) => [touches.account, touches.region, touches.kinds]).sort()).toEqual(
      REGIONS.map((where) => [bank, where, ["subnet"]]),
    );
    const out = whole.gaps.filter(({ message }) => message.includes("left out by configuration"));
    expect(out.map(({ touches }) => touches.account)).toEqual([lab]);
    expect(whole.nodes.filter(({ scope }) => scope.account === lab).map(({ kind }) => kind)).not.toContain(
      "network",
    );
  });

  it("has its accounts and their names from the organization", () => {
    const accounts = whole.nodes.filter(
      ({ kind, is }) => kind === "account" && (is as { name?: string }).name,
    );
    const names = new Map(accounts.map(({ scope, is }) => [scope.account, (is as { name?: string }).name]));
    expect([names.get(shop), names.get(bank), names.get(lab)]).toEqual(["shop", "bank", "lab"]);
  });
});
