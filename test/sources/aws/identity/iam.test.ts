import { describe, expect, it } from "vitest";
import { assemble } from "../../../../src/graph/index.js";
import { readAnswerFiles } from "../../../../src/sources/aws/index.js";
import { ACCOUNT, arrows, gather, nodeOf, told } from "../harness.js";
import { gapsOf, globally } from "./harness.js";

const IAM = `arn:aws:iam::${ACCOUNT}`;
const ROLE = `${IAM}:role/app/Deploy`;
const HUB = `${IAM}:oidc-provider/token.actions.githubusercontent.com`;
const trust = (Federated: string | string[]) => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Federated }, Action: "sts:AssumeRoleWithWebIdentity" }],
});
const encoded = (document: object) => encodeURIComponent(JSON.stringify(document));
const READ = { Version: "2012-10-17", Statement: { Effect: "Allow", Action: "s3:Get*", Resource: "*" } };

const role = (more: object = {}) => ({
  Path: "/app/",
  RoleName: "Deploy",
  RoleId: "AROA1234567890EXAMPLE",
  Arn: ROLE,
  CreateDate: "2024-03-01T10:00:00.000Z",
  AssumeRolePolicyDocument: encoded(trust(HUB)),
  ...more,
});
const details = (more: object) =>
  globally("iam:GetAccountAuthorizationDetails", {
    ...{ UserDetailList: [], GroupDetailList: [], RoleDetailList: [], Policies: [], IsTruncated: false },
    ...more,
  });

describe("a role", () => {
  it("has who may become it, what it may do, and when it was used, as data", () => {
    const batch = details({
      RoleDetailList: [
        role({
          InstanceProfileList: [{ Arn: `${IAM}:instance-profile/web` }],
          RolePolicyList: [{ PolicyName: "read", PolicyDocument: encoded(READ) }],
          AttachedManagedPolicies: [
            { PolicyName: "AdministratorAccess", PolicyArn: "arn:aws:iam::aws:policy/AdministratorAccess" },
          ],
          PermissionsBoundary: {
            PermissionsBoundaryType: "Policy",
            PermissionsBoundaryArn: `${IAM}:policy/bounds`,
          },
          Tags: [{ Key: "team", Value: "build" }],
          RoleLastUsed: { LastUsedDate: "2025-01-02T03:04:05+01:00", Region: "eu-west-1" },
        }),
      ],
    });
    expect(nodeOf(batch, "AROA1234567890EXAMPLE")).toMatchObject({
      id: ROLE,
      type: "aws.iam-role",
      label: "Deploy",
      scope: { provider: "aws", partition: "aws", account: ACCOUNT },
      tags: { team: "build" },
      is: {
        name: "Deploy",
        path: "/app/",
        created: "2024-03-01T10:00:00Z",
        trust: trust(HUB),
        lastUsed: "2025-01-02T02:04:05Z",
        lastUsedRegion: "eu-west-1",
        boundary: `${IAM}:policy/bounds`,
        attachedPolicies: ["arn:aws:iam::aws:policy/AdministratorAccess"],
        inlinePolicies: [{ name: "read", document: READ }],
        instanceProfiles: [`${IAM}:instance-profile/web`],
      },
    });
    expect(arrows(batch)).toEqual([
      `${ROLE} -account-> ${IAM}:root`,
      `${ROLE} -boundary-> ${IAM}:policy/bounds`,
      `${ROLE} -policies-> arn:aws:iam::aws:policy/AdministratorAccess`,
      `${ROLE} -trusts-> ${HUB}`,
    ]);
    expect(batch.gaps).toEqual([]);
  });

  it("belongs to no Region, and to the partition of its ARN", () => {
    const Arn = ROLE.replace("arn:aws:", "arn:aws-us-gov:");
    expect(nodeOf(details({ RoleDetailList: [role({ Arn })] }), Arn).scope).toEqual({
      provider: "aws",
      partition: "aws-us-gov",
      account: ACCOUNT,
    });
  });

  it.each([
    ["an object, as CLI and boto3 have it", trust([HUB, "cognito-identity.amazonaws.com"])],
    ["plain JSON", JSON.stringify(trust([HUB, "cognito-identity.amazonaws.com"]))],
  ])("is read where its document is %s", (_what, AssumeRolePolicyDocument) => {
    const batch = details({ RoleDetailList: [role({ AssumeRolePolicyDocument })] });
    expect(nodeOf(batch, ROLE).is).toMatchObject({ trust: trust([HUB, "cognito-identity.amazonaws.com"]) });
    expect(arrows(batch)).toContain(`${ROLE} -trusts-> ${HUB}`);
    expect(batch.gaps).toEqual([]);
  });

  it.each([["%7B%"], ["%7B%22Version%22"], ["[]"], ["{"], ["[".repeat(200_000)], [7], [undefined]])(
    "whose document is none is a gap",
    (AssumeRolePolicyDocument) => {
      const batch = details({ RoleDetailList: [role({ AssumeRolePolicyDocument })] });
      expect(nodeOf(batch, ROLE).is).toMatchObject({ trust: null });
      expect(gapsOf(batch)).toContainEqual(["unparsed", [ROLE]]);
    },
  );

  it("that was never used, and one whose inline policy or dates are none", () => {
    const odd = role({
      RoleLastUsed: {},
      CreateDate: "yesterday",
      RolePolicyList: [{ PolicyName: "odd", PolicyDocument: "%7B" }],
    });
    const batch = details({ RoleDetailList: [odd] });
    expect(nodeOf(batch, ROLE).is).toMatchObject({
      lastUsed: null,
      created: null,
      inlinePolicies: [{ name: "odd", document: null }],
    });
    expect(batch.gaps.every(({ reason }) => reason === "unparsed")).toBe(true);
    expect(batch.gaps.length).toBeGreaterThan(1);
  });

  it("is told by the list of roles too, with what that alone says", () => {
    const listed = globally("iam:ListRoles", {
      Roles: [role({ Description: "deploys", MaxSessionDuration: 3600 })],
      IsTruncated: false,
    });
    const graph = assemble([details({ RoleDetailList: [role({ RoleLastUsed: {} })] }), listed]);
    const [one] = graph.find(ROLE);
    expect(one?.is).toMatchObject({ description: "deploys", maxSessionSeconds: 3600, lastUsed: null });
    expect(graph.gaps.filter(({ reason }) => reason === "conflict")).toEqual([]);
  });
});

describe("users, groups and managed policies", () => {
  const batch = details({
    UserDetailList: [
      {
        ...{ Path: "/", UserName: "ada", UserId: "AIDA1", Arn: `${IAM}:user/ada` },
        ...{ CreateDate: 1_700_000_000.5, GroupList: ["ops"], AttachedManagedPolicies: [] },
      },
    ],
    GroupDetailList: [
      {
        ...{ Path: "/x/", GroupName: "ops", GroupId: "AGPA1", Arn: `${IAM}:group/x/ops` },
        AttachedManagedPolicies: [{ PolicyName: "read", PolicyArn: `${IAM}:policy/read` }],
        GroupPolicyList: [],
      },
    ],
    Policies: [
      {
        ...{ PolicyName: "read", PolicyId: "ANPA1", Arn: `${IAM}:policy/read`, Path: "/" },
        ...{ DefaultVersionId: "v2", AttachmentCount: 1, PermissionsBoundaryUsageCount: 0 },
        PolicyVersionList: [
          { VersionId: "v2", IsDefaultVersion: true, Document: encoded(READ) },
          { VersionId: "v1", IsDefaultVersion: false, Document: encoded({}) },
        ],
      },
      {
        ...{ PolicyName: "Billing", PolicyId: "ANPA2", Arn: "arn:aws:iam::aws:policy/job-function/Billing" },
        ...{ Path: "/job-function/", DefaultVersionId: "v1", AttachmentCount: 5 },
        PolicyVersionList: [{ VersionId: "v1", IsDefaultVersion: true, Document: READ }],
      },
    ],
  });

  it("hang together", () => {
    const graph = assemble([batch]);
    expect(graph.step(`${IAM}:user/ada`, "groups")?.ids).toEqual([`${IAM}:group/x/ops`]);
    expect(graph.step(`${IAM}:group/x/ops`, "policies")?.ids).toEqual([`${IAM}:policy/read`]);
    expect(graph.step(`${IAM}:policy/read`, "attached_to")?.ids).toEqual([`${IAM}:group/x/ops`]);
    expect(nodeOf(batch, "AIDA1").is).toMatchObject({ name: "ada", created: "2023-11-14T22:13:20Z" });
    expect(told(batch.gaps)).toEqual([]);
  });

  it("have the version in force, and counts where they are of one account", () => {
    expect(nodeOf(batch, `${IAM}:policy/read`).is).toMatchObject({
      ...{
        name: "read",
        providerManaged: false,
        version: "v2",
        document: READ,
        attachments: 1,
        boundaryUses: 0,
      },
    });
    const billing = nodeOf(batch, "arn:aws:iam::aws:policy/job-function/Billing");
    expect(billing).toMatchObject({
      label: "Billing",
      scope: { provider: "aws", partition: "aws" },
      is: { providerManaged: true, document: READ },
    });
    expect(JSON.stringify(billing)).not.toContain("AttachmentCount");
    expect(billing.is).not.toHaveProperty("attachments");
  });

  it("without a version in force are a gap", () => {
    const Arn = `${IAM}:policy/odd`;
    const odd = details({ Policies: [{ PolicyName: "odd", Arn, PolicyVersionList: [] }] });
    expect(gapsOf(odd)).toEqual([["unparsed", [Arn]]]);
  });

  it("are told when a password was last used", () => {
    const users = globally("iam:ListUsers", {
      Users: [
        {
          UserName: "ada",
          UserId: "AIDA1",
          Arn: `${IAM}:user/ada`,
          PasswordLastUsed: "2025-06-01T00:00:00Z",
        },
        { UserName: "bot", UserId: "AIDA2", Arn: `${IAM}:user/bot` },
      ],
    });
    expect(users.nodes.map(({ is }) => (is as { passwordLastUsed: unknown }).passwordLastUsed)).toEqual([
      "2025-06-01T00:00:00Z",
      null,
    ]);
  });
});

describe("the passwords of an account", () => {
  const ID = `aws:password-policy:${ACCOUNT}`;

  it("are as its policy says", () => {
    const batch = globally("iam:GetAccountPasswordPolicy", {
      PasswordPolicy: {
        MinimumPasswordLength: 14,
        RequireSymbols: true,
        MaxPasswordAge: 90,
        ExpirePasswords: true,
      },
    });
    expect(nodeOf(batch, ID).is).toMatchObject({
      ...{ configured: true, minimumLength: 14, requiresSymbols: true, requiresNumbers: false },
      ...{ maxAgeDays: 90, remembered: 0 },
    });
    expect(batch.gaps).toEqual([]);
  });

  it("follow the provider's default where there is no policy: an answer, and no failure", () => {
    const batch = globally("iam:GetAccountPasswordPolicy", {
      Error: { Code: "NoSuchEntity", Message: "none" },
    });
    expect(nodeOf(batch, ID).is).toMatchObject({ configured: false, minimumLength: 8, maxAgeDays: null });
    expect(batch.gaps).toEqual([]);
  });

  it("are a gap where they were denied", () => {
    const batch = globally("iam:GetAccountPasswordPolicy", {
      Error: { Code: "AccessDenied", Message: "no" },
    });
    expect(batch.nodes).toEqual([]);
    expect(batch.gaps).toMatchObject([
      { reason: "denied", touches: { kinds: ["password-policy"], account: ACCOUNT } },
    ]);
  });
});

describe("the root user", () => {
  it("is told by the summary of the account; what that leaves out is not known", () => {
    const batch = globally("iam:GetAccountSummary", {
      SummaryMap: { AccountMFAEnabled: 1, AccountAccessKeysPresent: 0, Users: 3 },
    });
    expect(nodeOf(batch, `aws:root-user:${ACCOUNT}`)).toMatchObject({
      type: "aws.root-user",
      is: { name: "root", root: { mfa: true, accessKeys: false, password: null, signingCertificates: null } },
    });
  });

  it("is unknown where the summary was denied, and users are not", () => {
    const batch = globally("iam:GetAccountSummary", { Error: { Code: "AccessDenied", Message: "no" } });
    expect(batch.gaps).toMatchObject([{ touches: { kinds: ["user"], types: ["aws.root-user"] } }]);
  });
});

describe("saved answers of IAM", () => {
  const files = (...outputs: object[]) =>
    gather(
      readAnswerFiles(
        outputs.map((output, index) => ({
          path: `accounts/${ACCOUNT}/iam-${index}.json`,
          text: JSON.stringify(output),
        })),
      ),
    );
  const iamGaps = async (...outputs: object[]) =>
    (await files(...outputs)).gaps
      .filter(({ at }) => at.call?.startsWith("iam:") === true)
      .map(({ message }) => message);
  const whole = { UserDetailList: [], GroupDetailList: [], RoleDetailList: [role()], Policies: [] };

  it("are missed once, and not call by call, where there are none of them", async () => {
    expect(await iamGaps({ Vpcs: [] })).toEqual([`Nothing of iam was collected in account ${ACCOUNT}`]);
  });

  it("in part tell what is missing: a list of roles says nothing of what they may do", async () => {
    expect(await iamGaps({ Roles: [role()] })).toEqual([
      `iam:GetAccountAuthorizationDetails was not collected in account ${ACCOUNT}`,
    ]);
    expect(await iamGaps(whole)).toHaveLength(2);
    expect(await iamGaps(whole, { Roles: [] }, { Users: [] })).toEqual([]);
  });

  it("that stop before their end are truncated, whichever way they say so", async () => {
    const all = [{ Roles: [] }, { Users: [] }];
    expect(await iamGaps({ ...whole, IsTruncated: true, Marker: "m" }, ...all)).toHaveLength(1);
    expect(await iamGaps({ ...whole, NextToken: "cli" }, ...all)).toHaveLength(1);
  });

  it("give an account its name to sign in by", async () => {
    const { nodes } = await files({ AccountAliases: ["example-prod"] });
    expect(nodeOf({ nodes }, ACCOUNT).is).toEqual({ signInAliases: ["example-prod"] });
  });
});
