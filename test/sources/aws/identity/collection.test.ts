import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { assemble } from "../../../../src/graph/index.js";
import { collectAws, exportPath } from "../../../../src/sources/aws/index.js";
import { afterEachTest, pointedAt } from "../../../setup/ends.js";
import { emptyAnswer, type QueryCall, startQueryServer } from "../../../setup/query-server.js";
import { expectSameFromFiles, savedByHand } from "../exported.js";
import { ACCOUNT, gather, nodeOf, OTHER, type Whole } from "../harness.js";

const ORG = `arn:aws:organizations::${ACCOUNT}`;
const SSO = "arn:aws:sso:::instance/ssoins-1";
const ADMIN = "arn:aws:sso:::permissionSet/ssoins-1/ps-1";
const BARE = "arn:aws:sso:::permissionSet/ssoins-1/ps-2";
const ISSUER = `arn:aws:sso::${ACCOUNT}:trustedTokenIssuer/ssoins-1/tti-1`;
const SCP = { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "*", Resource: "*" }] };
const unit = (id: string) => ({ Id: id, Arn: `${ORG}:ou/o-a1/${id}`, Name: id });
const member = (id: string, more: object = {}) => ({
  ...{ Id: id, Arn: `${ORG}:account/o-a1/${id}`, Name: `account ${id}`, Status: "ACTIVE", ...more },
});
const OWNER = member(ACCOUNT, { JoinedMethod: "CREATED", JoinedTimestamp: 1_600_000_000 });
const policy = (Id: string, AwsManaged: boolean) => ({
  ...{ Id, Name: Id, AwsManaged, Type: "SERVICE_CONTROL_POLICY" },
  Arn: `arn:aws:organizations::${AwsManaged ? "aws" : ACCOUNT}:policy/${AwsManaged ? "" : "o-a1/"}service_control_policy/${Id}`,
});
const pool = "eu-west-1:1-2-3";
const role = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`;

/** What the APIs answer, by operation and what is asked about. */
const ANSWERS: Readonly<Record<string, object>> = {
  "organizations:DescribeOrganization": {
    Organization: {
      Id: "o-a1",
      Arn: `${ORG}:organization/o-a1`,
      FeatureSet: "ALL",
      MasterAccountId: ACCOUNT,
    },
  },
  "organizations:ListRoots": {
    Roots: [
      {
        ...{ Id: "r-1", Arn: `${ORG}:root/o-a1/r-1`, Name: "Root" },
        PolicyTypes: [
          { Type: "SERVICE_CONTROL_POLICY", Status: "ENABLED" },
          { Type: "TAG_POLICY", Status: "PENDING_DISABLE" },
        ],
      },
    ],
  },
  "organizations:ListOrganizationalUnitsForParent r-1": { OrganizationalUnits: [unit("ou-1-a")] },
  "organizations:ListOrganizationalUnitsForParent ou-1-a": { OrganizationalUnits: [unit("ou-1-b")] },
  "organizations:ListOrganizationalUnitsForParent ou-1-b": { OrganizationalUnits: [] },
  "organizations:ListAccounts": {
    Accounts: [OWNER, member(OTHER)],
  },
  "organizations:ListAccountsForParent r-1": { Accounts: [OWNER] },
  "organizations:ListAccountsForParent ou-1-a": { Accounts: [] },
  "organizations:ListAccountsForParent ou-1-b": { Accounts: [member(OTHER)] },
  "organizations:ListPolicies SERVICE_CONTROL_POLICY": {
    Policies: [policy("p-full", true), policy("p-own", false)],
  },
  "organizations:DescribePolicy p-full": { Policy: { PolicySummary: policy("p-full", true), Content: "{}" } },
  "organizations:DescribePolicy p-own": {
    Policy: { PolicySummary: policy("p-own", false), Content: JSON.stringify(SCP) },
  },
  "organizations:ListTargetsForPolicy p-full": { Targets: [{ TargetId: "r-1", Type: "ROOT" }] },
  "organizations:ListTargetsForPolicy p-own": {
    Targets: [{ TargetId: "ou-1-b" }, { TargetId: OTHER, Type: "ACCOUNT" }],
  },
  "organizations:ListDelegatedAdministrators": { DelegatedAdministrators: [member(OTHER)] },
  [`organizations:ListDelegatedServicesForAccount ${OTHER}`]: {
    DelegatedServices: [
      { ServicePrincipal: "guardduty.amazonaws.com", DelegationEnabledDate: 1_600_000_000 },
    ],
  },
  "sso-admin:ListInstances": {
    Instances: [{ InstanceArn: SSO, IdentityStoreId: "d-1", OwnerAccountId: ACCOUNT, Status: "ACTIVE" }],
  },
  [`sso-admin:ListPermissionSets ${SSO}`]: { PermissionSets: [ADMIN, BARE] },
  [`sso-admin:DescribePermissionSet ${ADMIN}`]: {
    PermissionSet: { Name: "Admin", PermissionSetArn: ADMIN, SessionDuration: "PT12H" },
  },
  [`sso-admin:DescribePermissionSet ${BARE}`]: { PermissionSet: { Name: "Bare", PermissionSetArn: BARE } },
  [`sso-admin:GetInlinePolicyForPermissionSet ${ADMIN}`]: { InlinePolicy: JSON.stringify(SCP) },
  [`sso-admin:GetInlinePolicyForPermissionSet ${BARE}`]: { InlinePolicy: "" },
  [`sso-admin:ListManagedPoliciesInPermissionSet ${ADMIN}`]: {
    AttachedManagedPolicies: [
      { Name: "AdministratorAccess", Arn: "arn:aws:iam::aws:policy/AdministratorAccess" },
    ],
  },
  [`sso-admin:ListManagedPoliciesInPermissionSet ${BARE}`]: { AttachedManagedPolicies: [] },
  [`sso-admin:ListCustomerManagedPolicyReferencesInPermissionSet ${ADMIN}`]: {
    CustomerManagedPolicyReferences: [{ Name: "own", Path: "/x/" }],
  },
  [`sso-admin:ListCustomerManagedPolicyReferencesInPermissionSet ${BARE}`]: {
    CustomerManagedPolicyReferences: [],
  },
  [`sso-admin:GetPermissionsBoundaryForPermissionSet ${ADMIN}`]: {
    PermissionsBoundary: { CustomerManagedPolicyReference: { Name: "bounds" } },
  },
  // Not here: what has none answers with an error.
  [`sso-admin:ListAccountsForProvisionedPermissionSet ${ADMIN}`]: { AccountIds: [OTHER] },
  [`sso-admin:ListAccountsForProvisionedPermissionSet ${BARE}`]: { AccountIds: [] },
  [`sso-admin:ListAccountAssignments ${ADMIN} ${OTHER}`]: {
    AccountAssignments: [
      { AccountId: OTHER, PermissionSetArn: ADMIN, PrincipalType: "GROUP", PrincipalId: "g-1" },
    ],
  },
  [`sso-admin:ListTrustedTokenIssuers ${SSO}`]: {
    TrustedTokenIssuers: [
      { TrustedTokenIssuerArn: ISSUER, Name: "okta", TrustedTokenIssuerType: "OIDC_JWT" },
    ],
  },
  [`sso-admin:DescribeTrustedTokenIssuer ${ISSUER}`]: {
    ...{ TrustedTokenIssuerArn: ISSUER, Name: "okta", TrustedTokenIssuerType: "OIDC_JWT" },
    TrustedTokenIssuerConfiguration: { OidcJwtConfiguration: { IssuerUrl: "https://example.okta.com" } },
  },
  "cognito-identity:ListIdentityPools": {
    IdentityPools: [{ IdentityPoolId: pool, IdentityPoolName: "guests" }],
  },
  [`cognito-identity:DescribeIdentityPool ${pool}`]: {
    ...{ IdentityPoolId: pool, IdentityPoolName: "guests", AllowUnauthenticatedIdentities: true },
    CognitoIdentityProviders: [{ ProviderName: "cognito-idp/x", ClientId: "c", ServerSideTokenCheck: false }],
    SupportedLoginProviders: { "graph.facebook.com": "123" },
  },
  [`cognito-identity:GetIdentityPoolRoles ${pool}`]: {
    IdentityPoolId: pool,
    Roles: { authenticated: role("in"), unauthenticated: role("guest") },
    RoleMappings: {
      "cognito-idp/x:c": {
        ...{ Type: "Rules", AmbiguousRoleResolution: "Deny" },
        RulesConfiguration: { Rules: [{ Claim: "a", MatchType: "Equals", Value: "b", RoleARN: role("in") }] },
      },
    },
  },
  "ds:DescribeDirectories": {
    DirectoryDescriptions: [
      {
        ...{ DirectoryId: "d-1", Name: "corp.example.com", ShortName: "CORP", Type: "MicrosoftAD" },
        ...{
          Stage: "Active",
          Edition: "Standard",
          DnsIpAddrs: ["10.0.0.11", "10.0.0.10"],
          SsoEnabled: false,
        },
        VpcSettings: { VpcId: "vpc-1", SubnetIds: ["subnet-1"], SecurityGroupId: "sg-1" },
        RadiusSettings: { RadiusServers: ["10.0.0.5"], RadiusPort: 1812, SharedSecret: "CANARY-shared" },
        RadiusStatus: "Completed",
      },
      {
        ...{ DirectoryId: "d-2", Name: "on.example.com", Type: "ADConnector", DnsIpAddrs: ["192.168.0.1"] },
        ConnectSettings: { VpcId: "vpc-1", SubnetIds: ["subnet-1"], ConnectIps: ["10.0.0.20"] },
      },
    ],
  },
  "ds:DescribeTrusts": {
    Trusts: [
      {
        ...{ DirectoryId: "d-1", TrustId: "t-1", RemoteDomainName: "on.example.com", TrustType: "Forest" },
        ...{ TrustDirection: "Two-Way", TrustState: "Verified", SelectiveAuth: "Disabled" },
      },
    ],
  },
  "ds:DescribeLDAPSSettings d-1": { LDAPSSettingsInfo: [{ LDAPSStatus: "Enabled" }] },
  "accessanalyzer:ListAnalyzers": {
    analyzers: [
      {
        ...{ arn: `arn:aws:access-analyzer:eu-west-1:${ACCOUNT}:analyzer/a`, name: "a", status: "ACTIVE" },
        ...{ type: "ORGANIZATION_UNUSED_ACCESS", createdAt: "2025-01-01T00:00:00Z", tags: { team: "sec" } },
        configuration: { unusedAccess: { unusedAccessAge: 90 } },
      },
    ],
  },
};
const SERVICES = /^(?:organizations|sso-admin|cognito-identity|ds|accessanalyzer):/;

const undo = afterEachTest();

function asked({ call, body }: QueryCall): string | null {
  if (!SERVICES.test(call)) return null;
  const input = body === "" ? {} : (JSON.parse(body) as Record<string, unknown>);
  const about = ["TrustedTokenIssuerArn", "PermissionSetArn", "InstanceArn", "AccountId", "ParentId"].concat([
    "Filter",
    "PolicyId",
    "IdentityPoolId",
    "DirectoryId",
  ]);
  const named = about.filter((member) => typeof input[member] === "string");
  const told = named.filter((member) => member !== "InstanceArn" || !named.includes("PermissionSetArn"));
  return [call, ...told.map((member) => input[member])].join(" ");
}

const json = { "content-type": "application/x-amz-json-1.1" };
const refused = (code: string) => `{"__type":"${code}","message":"no"}`;

async function collected(
  denied: readonly string[] = [],
  answers = ANSWERS,
): Promise<Whole & { questions: string[] }> {
  const questions: string[] = [];
  const handle = (call: QueryCall, response: ServerResponse): boolean => {
    const question = asked(call);
    if (question === null) {
      response.end(emptyAnswer(call) ?? "");
      return true;
    }
    questions.push(question);
    const answer = answers[question];
    if (denied.includes(question)) response.writeHead(400, json).end(refused("AccessDeniedException"));
    else if (answer === undefined) response.writeHead(400, json).end(refused("ResourceNotFoundException"));
    else response.writeHead(200, json).end(JSON.stringify(answer));
    return true;
  };
  pointedAt(await startQueryServer(handle), undo);
  return { ...(await gather(collectAws({ attempts: 1 }))), questions };
}

const gapsOf = ({ gaps }: Pick<Whole, "gaps">) =>
  gaps
    .filter(({ at }) => SERVICES.test(at.call ?? ""))
    .map(({ reason, touches }) => [reason, touches.nodes, touches.relations])
    .sort();

describe("a collection of an organization and its identities", () => {
  it("asks about every unit, policy, permission set, pool and directory, and about each once", async () => {
    const whole = await collected();
    const none = `sso-admin:GetPermissionsBoundaryForPermissionSet ${BARE}`;
    expect(whole.questions.sort()).toEqual([...Object.keys(ANSWERS), none].sort());
    expect(gapsOf(whole)).toEqual([]);
    const row = whole.ledger.find(({ call }) => call === "sso-admin:GetPermissionsBoundaryForPermissionSet");
    expect(row).toMatchObject({ status: "ok", answers: 2, items: 1 });
    expect(JSON.stringify(whole)).not.toContain("CANARY-shared");
  });

  it("has the tree of accounts and what is attached where", async () => {
    const whole = await collected();
    const graph = assemble([whole]);
    const step = (from: string, path: string) => graph.step(graph.find(from)[0]?.id ?? "", path)?.ids;
    expect(step("o-a1", "units")).toHaveLength(3);
    expect(step("o-a1", "accounts")).toEqual([`arn:aws:iam::${ACCOUNT}:root`, `arn:aws:iam::${OTHER}:root`]);
    expect(step("ou-1-b", "accounts")).toEqual([`arn:aws:iam::${OTHER}:root`]);
    expect(step("r-1", "units")).toEqual([`${ORG}:ou/o-a1/ou-1-a`]);
    expect(step("ou-1-b", "organization_policies")).toEqual([policy("p-own", false).Arn]);
    expect(step("r-1", "organization_policies")).toEqual([`${policy("p-full", true).Arn}@${ACCOUNT}`]);
    expect(step("o-a1", "policies")).toHaveLength(2);
    expect(step("o-a1", "delegated_administrators")).toEqual([`arn:aws:iam::${OTHER}:root`]);
    expect(step(OTHER, "delegations")).toEqual([`aws:delegation:${OTHER}:guardduty.amazonaws.com`]);
    expect(graph.find("p-own")[0]?.is).toMatchObject({ policyType: "service-control", document: SCP });
    expect(graph.find("r-1")[0]?.is).toMatchObject({ root: true, policyTypes: ["SERVICE_CONTROL_POLICY"] });
    expect(graph.node(`arn:aws:iam::${ACCOUNT}:root`)).toMatchObject({
      is: {
        ...{ status: "active", joined: "2020-09-13T12:26:40Z", invited: false },
        organization: { id: `${ORG}:organization/o-a1`, managementAccount: ACCOUNT, allFeatures: true },
      },
    });
  });

  it("has who is given what where, and what it comes to", async () => {
    const whole = await collected();
    const graph = assemble([whole]);
    expect(graph.step(SSO, "permission_sets")?.ids).toEqual([ADMIN, BARE]);
    expect(graph.node(ADMIN)).toMatchObject({
      label: "Admin",
      is: {
        ...{
          name: "Admin",
          sessionSeconds: 43_200,
          inlinePolicy: SCP,
          boundary: { name: "bounds", path: "/" },
        },
        attachedPolicies: ["arn:aws:iam::aws:policy/AdministratorAccess"],
        customerPolicies: [{ name: "own", path: "/x/" }],
      },
    });
    expect(graph.node(BARE)?.is).toMatchObject({ sessionSeconds: 3600, inlinePolicy: null, boundary: null });
    expect(graph.step(ADMIN, "assignments")?.ids).toEqual([`${ADMIN}#${OTHER}/group/g-1`]);
    expect(graph.step(SSO, "token_issuers")?.ids).toEqual([ISSUER]);
    expect(graph.node(ISSUER)?.is).toEqual({ name: "okta", issuer: "https://example.okta.com" });
  });

  it("has guests' roles, directories with their trusts, and analyzers", async () => {
    const whole = await collected();
    const graph = assemble([whole]);
    expect(graph.find(pool)[0]?.is).toMatchObject({
      ...{ name: "guests", unauthenticated: true, classicFlow: false, unauthenticatedRole: role("guest") },
      providers: [
        { type: "social", name: "graph.facebook.com", clientId: "123" },
        { type: "user-pool", name: "cognito-idp/x", clientId: "c", serverSideCheck: false },
      ],
      roleMappings: [
        {
          ...{ provider: "cognito-idp/x:c", mappingType: "rules", otherwise: "Deny" },
          rules: [{ claim: "a", match: "Equals", value: "b", role: role("in") }],
        },
      ],
    });
    expect(graph.find("d-1")[0]?.is).toMatchObject({
      ...{ directoryType: "managed-ad", edition: "standard", dnsAddresses: ["10.0.0.10", "10.0.0.11"] },
      ...{ ldaps: "enabled", singleSignOn: false },
      radius: { status: "completed", servers: ["10.0.0.5"], port: 1812 },
    });
    expect(graph.find("d-2")[0]?.is).toMatchObject({
      ...{ directoryType: "ad-connector", connectorAddresses: ["10.0.0.20"], radius: null },
    });
    const directory = graph.find("d-1")[0]?.id ?? "";
    expect(graph.step(directory, "trusts")?.ids).toEqual([`${directory}#trust/t-1`]);
    expect(nodeOf(whole, "t-1").is).toMatchObject({
      ...{ remoteDomain: "on.example.com", trustType: "forest", direction: "two-way", selective: false },
    });
    expect(graph.step(`aws:region:${ACCOUNT}:eu-west-1`, "analyzers")?.ids).toHaveLength(1);
    const [analyzer] = whole.nodes.filter(({ kind }) => kind === "analyzer");
    expect(analyzer).toMatchObject({
      tags: { team: "sec" },
      is: { analyzerType: "organization-unused-access", state: "active", unusedAfterDays: 90 },
    });
  });

  it("leaves a gap on the very thing that was denied", async () => {
    const whole = await collected([
      "organizations:ListOrganizationalUnitsForParent ou-1-a",
      "organizations:DescribePolicy p-own",
      "organizations:ListPolicies SERVICE_CONTROL_POLICY",
      `sso-admin:ListAccountAssignments ${ADMIN} ${OTHER}`,
      `sso-admin:GetInlinePolicyForPermissionSet ${ADMIN}`,
      "ds:DescribeLDAPSSettings d-1",
    ]);
    const seen = `aws:organization:${ACCOUNT}#SERVICE_CONTROL_POLICY`;
    expect(gapsOf(whole)).toEqual(
      [
        ["denied", ["ou-1-a"], ["units"]],
        ["denied", [seen], ["policies"]],
        ["denied", [`${ADMIN}#${OTHER}`], ["assignments"]],
        ["denied", [ADMIN], undefined],
        ["denied", [`arn:aws:ds:eu-west-1:${ACCOUNT}:directory/d-1`], undefined],
      ].sort(),
    );
    const graph = assemble([whole]);
    expect(graph.find(seen).map(({ kind }) => kind)).toEqual(["organization"]);
    expect(graph.find(`${ADMIN}#${OTHER}`).map(({ id }) => id)).toEqual([ADMIN]);
  });

  it("of a member says nothing of what its organization told another", async () => {
    const Organization = {
      Id: "o-a1",
      Arn: `${ORG.replace(ACCOUNT, OTHER)}:organization/o-a1`,
      MasterAccountId: OTHER,
    };
    const Instances = [{ InstanceArn: SSO, OwnerAccountId: OTHER, Status: "ACTIVE" }];
    const denied = ["ListRoots", "ListAccounts", "ListDelegatedAdministrators"].map(
      (one) => `organizations:${one}`,
    );
    const whole = await collected(
      [...denied, `sso-admin:ListPermissionSets ${SSO}`, `sso-admin:ListTrustedTokenIssuers ${SSO}`],
      {
        ...ANSWERS,
        "organizations:DescribeOrganization": { Organization },
        "sso-admin:ListInstances": { Instances },
      },
    );
    const kinds = new Set(whole.nodes.map(({ kind }) => kind));
    expect(kinds.has("organization") || kinds.has("identity-center")).toBe(false);
    const graph = assemble([whole]);
    const gaps = gapsOf(whole);
    expect(gaps).toHaveLength(5);
    for (const [reason, names] of gaps) {
      expect(reason).toBe("denied");
      expect((names as string[]).flatMap((name) => graph.find(name))).toEqual([]);
    }
  });

  it("ends where units stand in a circle, which does not happen", async () => {
    const whole = await collected([], {
      ...ANSWERS,
      "organizations:ListOrganizationalUnitsForParent ou-1-b": { OrganizationalUnits: [unit("ou-1-a")] },
    });
    expect(whole.questions.filter((one) => one.endsWith("ForParent ou-1-a"))).toHaveLength(2);
    expect(assemble([whole]).gaps.filter(({ reason }) => reason === "conflict")).toHaveLength(1);
  });

  it("exported and read from the files is the same graph", async () => {
    const whole = await collected();
    const path = `accounts/${ACCOUNT}/global/organizations.ListAccountsForParent.json`;
    expect(whole.answers.map(exportPath)).toContain(path);
    await expectSameFromFiles(whole, /organizations|sso|cognito|directory|analyzer|iam:/);
  });
});

describe("saved answers of an organization", () => {
  const owed = ({ gaps }: Whole) =>
    gaps.flatMap(({ message }) => /^(\S+) was not asked about/.exec(message)?.[1] ?? []).sort();

  it("tell what was named and not asked about", async () => {
    const whole = await savedByHand(
      ANSWERS["organizations:DescribeOrganization"] ?? {},
      ANSWERS["organizations:ListRoots"] ?? {},
      ANSWERS["sso-admin:ListInstances"] ?? {},
      ANSWERS["ds:DescribeDirectories"] ?? {},
    );
    expect(owed(whole)).toEqual([
      "ds:DescribeLDAPSSettings",
      "organizations:ListAccounts",
      "organizations:ListAccountsForParent",
      "organizations:ListDelegatedAdministrators",
      "organizations:ListOrganizationalUnitsForParent",
      "organizations:ListPolicies",
      "sso-admin:ListPermissionSets",
      "sso-admin:ListTrustedTokenIssuers",
    ]);
    expect(whole.gaps.map(({ message }) => message)).toContain(
      `ds:DescribeTrusts was not collected in eu-west-1 of account ${ACCOUNT}`,
    );
  });

  it("that do not say what they were asked about are no answers", async () => {
    const whole = await savedByHand(
      { Targets: [{ TargetId: "r-1" }] },
      { OrganizationalUnits: [] },
      { InlinePolicy: "" },
    );
    expect(whole.nodes.filter(({ type }) => type !== "aws.account" && type !== "aws.region")).toEqual([]);
    expect(whole.gaps.filter(({ reason }) => reason === "unrecognized")).toHaveLength(3);
  });

  it.each([
    ["SSO Admin", "list-instances", "sso-admin:ListInstances"],
    ["sso-admin", "ListInstances", "sso-admin:ListInstances"],
    ["Directory Service", "DescribeTrusts", "ds:DescribeTrusts"],
    ["Cognito Identity", "list_identity_pools", "cognito-identity:ListIdentityPools"],
    ["AccessAnalyzer", "list-analyzers", "accessanalyzer:ListAnalyzers"],
    ["Organizations", "list-accounts", "organizations:ListAccounts"],
    ["IAM", "list-roles", "iam:ListRoles"],
  ])("are known by the names that people write: %s %s", async (...[service, operation, call]) => {
    const whole = await savedByHand({ service, operation, input: {}, output: { x: [] } });
    expect(whole.answers.map((one) => `${one.service}:${one.operation}`)).toEqual([call]);
  });
});
