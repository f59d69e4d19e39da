import fc from "fast-check";
import { describe, it } from "vitest";
import type { Json } from "../../../../src/model/index.js";
import { IDENTITY } from "../../../../src/sources/aws/resources/identity/index.js";
import { anyAnswer, madeUp } from "../made-up.js";

const ARN = "arn:aws:iam::111122223333:role/x";
const SET = "arn:aws:sso:::permissionSet/ssoins-1/ps-1";
const MEMBERS =
  "Arn arn Id Name Path RoleName RoleId UserName GroupName PolicyName PolicyArn CreateDate AssumeRolePolicyDocument RolePolicyList UserPolicyList AttachedManagedPolicies PermissionsBoundary PermissionsBoundaryArn RoleLastUsed LastUsedDate InstanceProfileList PolicyVersionList IsDefaultVersion Document DefaultVersionId Tags Key Value MinimumPasswordLength AccountMFAEnabled SAMLMetadataDocument ValidUntil Url ClientIDList ThumbprintList MasterAccountId FeatureSet PolicyTypes Type Status AwsManaged PolicySummary Content TargetId ServicePrincipal JoinedMethod InstanceArn OwnerAccountId PermissionSetArn SessionDuration CustomerManagedPolicyReference PrincipalType PrincipalId TrustedTokenIssuerArn IdentityPoolId IdentityPoolName SupportedLoginProviders CognitoIdentityProviders ProviderName Roles authenticated RoleMappings RulesConfiguration Rules DirectoryId VpcSettings VpcId SubnetIds DnsIpAddrs RadiusSettings RadiusServers TrustId TrustDirection LDAPSStatus name type status configuration unusedAccess tags __proto__".split(
    " ",
  );
const VALUES: Json[] = [
  ...[ARN, SET, "arn:aws:organizations::111122223333:ou/o-a1/ou-1-a", "arn:aws:organizations::1:x", "o-a1"],
  ...[
    '{"Statement":[{"Principal":{"Federated":["x",7]}}]}',
    '{"Statement":{"Principal":"*"}}',
    "%7B%7D",
    "%7B%",
  ],
  ...["2025-01-01T00:00:00Z", "9999999-01", "PT1H", "P", "10.0.0.1", "ENABLED", "111122223333", "", "\u0000"],
  ...["<EntityDescriptor/>", "<a xmlns='urn:oasis:names:tc:SAML:2.0:metadata'/>", 1e300, -1],
];

const json = madeUp({ members: MEMBERS, values: VALUES });
const input = fc.record({
  SAMLProviderArn: fc.constantFrom<Json>(ARN, 7, "x"),
  OpenIDConnectProviderArn: fc.constantFrom<Json>(ARN, "x"),
  PermissionSetArn: fc.constantFrom<Json>(SET, ""),
  ...{ InstanceArn: fc.constantFrom<Json>("arn:aws:sso:::instance/ssoins-1", 7), ParentId: json.value },
  ...{ AccountId: fc.constantFrom<Json>("111122223333", ""), PolicyId: json.value, Filter: json.value },
  DirectoryId: fc.constantFrom<Json>("d-1", null),
});

describe("what tells of identities", () => {
  it("never throws, whatever was asked and answered, and gives facts of the kind's shape", () => {
    fc.assert(anyAnswer(IDENTITY, input, json), { numRuns: 4000 });
  });
});
