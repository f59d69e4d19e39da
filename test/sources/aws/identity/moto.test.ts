import * as cognito from "@aws-sdk/client-cognito-identity";
import * as ds from "@aws-sdk/client-directory-service";
import * as ec2 from "@aws-sdk/client-ec2";
import * as iam from "@aws-sdk/client-iam";
import * as organizations from "@aws-sdk/client-organizations";
import { expect, it } from "vitest";
import { assemble, type Graph } from "../../../../src/graph/index.js";
import { collectAws } from "../../../../src/sources/aws/index.js";
import { describeWithMoto, withMoto } from "../../../setup/moto-server.js";
import { expectSameFromFiles } from "../exported.js";
import { gather, type Whole } from "../harness.js";

const REGION = "eu-west-1";
const MOTO = "123456789012";
const IAM = `arn:aws:iam::${MOTO}`;
const HUB = "token.actions.githubusercontent.com";
const trust = {
  Version: "2012-10-17",
  Statement: [
    {
      ...{ Effect: "Allow", Action: "sts:AssumeRoleWithWebIdentity" },
      Principal: { Federated: `${IAM}:oidc-provider/${HUB}` },
    },
  ],
};
const allow = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:*", Resource: "*" }] };
const metadata = `<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example.com/metadata"><IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example.com/${"a".repeat(1000)}"/></IDPSSODescriptor></EntityDescriptor>`;

async function seedIam(client: iam.IAMClient): Promise<void> {
  await client.send(
    new iam.CreateOpenIDConnectProviderCommand({
      ...{ Url: `https://${HUB}`, ClientIDList: ["sts.amazonaws.com"], ThumbprintList: ["a".repeat(40)] },
    }),
  );
  await client.send(new iam.CreateSAMLProviderCommand({ Name: "idp", SAMLMetadataDocument: metadata }));
  const PolicyDocument = JSON.stringify(allow);
  await client.send(new iam.CreatePolicyCommand({ PolicyName: "own", PolicyDocument }));
  await client.send(
    new iam.CreateRoleCommand({
      ...{ RoleName: "deploy", AssumeRolePolicyDocument: JSON.stringify(trust), MaxSessionDuration: 7200 },
    }),
  );
  await client.send(new iam.PutRolePolicyCommand({ RoleName: "deploy", PolicyName: "in", PolicyDocument }));
  await client.send(new iam.AttachRolePolicyCommand({ RoleName: "deploy", PolicyArn: `${IAM}:policy/own` }));
  await client.send(new iam.CreateGroupCommand({ GroupName: "ops" }));
  await client.send(new iam.CreateUserCommand({ UserName: "ada" }));
  await client.send(new iam.AddUserToGroupCommand({ GroupName: "ops", UserName: "ada" }));
}

async function seedOrganization(client: organizations.OrganizationsClient): Promise<string> {
  await client.send(new organizations.CreateOrganizationCommand({ FeatureSet: "ALL" }));
  const { Roots = [] } = await client.send(new organizations.ListRootsCommand({}));
  const ParentId = Roots[0]?.Id ?? "";
  const PolicyType = "SERVICE_CONTROL_POLICY";
  await client.send(new organizations.EnablePolicyTypeCommand({ RootId: ParentId, PolicyType }));
  const outer = await client.send(
    new organizations.CreateOrganizationalUnitCommand({ ParentId, Name: "outer" }),
  );
  const TargetId = outer.OrganizationalUnit?.Id ?? "";
  await client.send(new organizations.CreateOrganizationalUnitCommand({ ParentId: TargetId, Name: "inner" }));
  const what = { Name: "keep", Description: "d", Type: PolicyType, Content: JSON.stringify(allow) } as const;
  const made = await client.send(new organizations.CreatePolicyCommand(what));
  const PolicyId = made.Policy?.PolicySummary?.Id ?? "";
  await client.send(new organizations.AttachPolicyCommand({ PolicyId, TargetId }));
  return TargetId;
}

async function seedRegion(config: object): Promise<{ pool: string; directory: string }> {
  const pools = new cognito.CognitoIdentityClient(config);
  const made = await pools.send(
    new cognito.CreateIdentityPoolCommand({
      IdentityPoolName: "guests",
      AllowUnauthenticatedIdentities: true,
    }),
  );
  const net = new ec2.EC2Client(config);
  const { Vpc } = await net.send(new ec2.CreateVpcCommand({ CidrBlock: "10.0.0.0/16" }));
  const VpcId = Vpc?.VpcId ?? "";
  const subnets: string[] = [];
  for (const [zone, CidrBlock] of [
    ["a", "10.0.0.0/24"],
    ["b", "10.0.1.0/24"],
  ] as const) {
    const where = { VpcId, CidrBlock, AvailabilityZone: `${REGION}${zone}` };
    subnets.push((await net.send(new ec2.CreateSubnetCommand(where))).Subnet?.SubnetId ?? "");
  }
  const directories = new ds.DirectoryServiceClient(config);
  const VpcSettings = { VpcId, SubnetIds: subnets };
  const made2 = await directories.send(
    new ds.CreateMicrosoftADCommand({ Name: "corp.example.com", Password: "Password1!", VpcSettings }),
  );
  return { pool: made.IdentityPoolId ?? "", directory: made2.DirectoryId ?? "" };
}

describeWithMoto("an account with people, roles and an organization", () => {
  let whole: Whole;
  let graph: Graph;
  let unit: string;
  let made: { pool: string; directory: string };

  withMoto(
    async (moto) => {
      const config = { region: REGION, endpoint: moto.endpoint };
      await seedIam(new iam.IAMClient(config));
      unit = await seedOrganization(new organizations.OrganizationsClient(config));
      made = await seedRegion(config);
      whole = await gather(collectAws({ regions: [REGION], attempts: 1 }));
      graph = assemble([whole]);
    },
    { AWS_REGION: REGION },
  );

  it("has the role with its documents, and the provider that it trusts", () => {
    expect(graph.node(`${IAM}:role/deploy`)?.is).toMatchObject({
      ...{ name: "deploy", trust, maxSessionSeconds: 7200, lastUsed: null },
      inlinePolicies: [{ name: "in", document: allow }],
      attachedPolicies: [`${IAM}:policy/own`],
    });
    expect(graph.step(`${IAM}:role/deploy`, "trusts")?.ids).toEqual([`${IAM}:oidc-provider/${HUB}`]);
    expect(graph.step(`${IAM}:role/deploy`, "policies")?.ids).toEqual([`${IAM}:policy/own`]);
    expect(graph.node(`${IAM}:policy/own`)?.is).toMatchObject({ document: allow, attachments: 1 });
    expect(graph.step(`${IAM}:user/ada`, "groups")?.ids).toEqual([`${IAM}:group/ops`]);
    expect(graph.node(`${IAM}:oidc-provider/${HUB}`)?.is).toMatchObject({
      ...{ name: HUB, issuer: `https://${HUB}`, audiences: ["sts.amazonaws.com"] },
    });
    expect(graph.node(`${IAM}:saml-provider/idp`)?.is).toMatchObject({
      issuer: "https://idp.example.com/metadata",
    });
  });

  it("knows that there is no password policy", () => {
    expect(graph.node(`aws:password-policy:${MOTO}`)?.is).toMatchObject({ configured: false });
    expect(graph.node(`aws:root-user:${MOTO}`)?.is).toMatchObject({ root: { mfa: false } });
  });

  it("has the organization's tree and its policy where it is attached", () => {
    const id = graph.find(unit)[0]?.id ?? "";
    expect(graph.step(id, "units")?.ids).toHaveLength(1);
    const policies = graph.step(id, "organization_policies")?.ids ?? [];
    expect(policies.map((one) => graph.node(one)?.label)).toContain("keep");
    expect(graph.find(MOTO).some(({ is }) => (is as { status?: string }).status === "active")).toBe(true);
  });

  it("has the pool for guests and the directory in its network", () => {
    expect(graph.find(made.pool)[0]?.is).toMatchObject({ unauthenticated: true });
    const directory = graph.find(made.directory)[0];
    expect(directory?.is).toMatchObject({ directoryType: "managed-ad", name: "corp.example.com" });
    expect(graph.step(directory?.id ?? "", "subnets")?.ids).toHaveLength(2);
  });

  it("exported and collected from the files has the same nodes", async () => {
    await expectSameFromFiles(whole);
  });
});
