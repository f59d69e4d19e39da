import fc from "fast-check";
import { describe, it } from "vitest";
import type { Json } from "../../../../src/model/index.js";
import { WEB } from "../../../../src/sources/aws/resources/web/index.js";
import { withoutSecrets } from "../../../../src/sources/aws/secrets.js";
import { expectRead, madeUp } from "../made-up.js";
import { ACL, ADDRESSES, BALANCER, GROUP } from "./waf-answers.js";

const MEMBERS =
  "ARN ResourceArn ResourceArns WebACLArn Name Id Priority Rules Statement Statements FirewallManagerStatement PreProcessFirewallManagerRuleGroups Action OverrideAction Block Allow Count None Challenge DefaultAction VisibilityConfig SampledRequestsEnabled RuleLabels AndStatement OrStatement NotStatement RateBasedStatement ManagedRuleGroupStatement RuleGroupReferenceStatement IPSetReferenceStatement ByteMatchStatement SizeConstraintStatement SqliMatchStatement GeoMatchStatement AsnMatchStatement AsnList LabelMatchStatement ScopeDownStatement ExcludedRules RuleActionOverrides ActionToUse VendorName Version ManagedRuleGroupConfigs AWSManagedRulesBotControlRuleSet FieldToMatch SingleHeader Headers MatchPattern Body OversizeHandling TextTransformations Type SearchString CustomKeys Limit Size CountryCodes Key AssociationConfig RequestBody DefaultSizeInspectionLimit LoggingFilter Filters Conditions RedactedFields LogDestinationConfigs Addresses RegularExpressionList RegexString Versions CurrentDefaultVersion LabelNamespace DistributionList Distribution DistributionConfig Items Origins CustomHeaders HeaderName S3OriginConfig DefaultCacheBehavior CacheBehaviors ViewerCertificate Restrictions GeoRestriction Logging Aliases WebACLId id endpointConfiguration types policy tags stageName methodSettings accessLogSettings webAclArn resourceMethods path authorizationType ApiId RouteKey ProtocolType arn uris logConfig authenticationType UserPoolTags Policies PasswordPolicy NetworkConfiguration IngressConfiguration VerifiedAccessInstanceId AccessLogs S3 ProtectionArn SecurityServicePolicyData ManagedServiceData IncludeMap ACCOUNT __proto__".split(
    " ",
  );
const VALUES: Json[] = [
  ACL,
  GROUP,
  ADDRESSES,
  BALANCER,
  "AWS",
  "KB_16",
  "BLOCK",
  "10.0.0.0/8",
  "",
  "\u0000",
  true,
  7,
];

const json = madeUp({ members: MEMBERS, values: VALUES, deep: true });

const ids = {
  ...{ ARN: ACL, ResourceArn: ACL, arn: BALANCER, Id: "p", ServiceArn: BALANCER, PolicyArn: BALANCER },
  ...{ VerifiedAccessInstanceId: "vai-1", ProtectionArn: BALANCER },
};

/** An answer whose own name can be read, so that what lies below is. */
const named = json.object.map((object) => {
  const told = object as object;
  const lists = [
    ...["WebACLs", "RuleGroups", "IPSets", "RegexPatternSets", "LoggingConfigurations", "UserPools"],
    ...["graphqlApis", "ServiceSummaryList", "VerifiedAccessInstances", "Protections", "PolicyList"],
  ];
  return {
    WebACL: { ARN: ACL, Rules: [told, { Statement: told }], DefaultAction: told, ...told },
    RuleGroup: { ARN: GROUP, Rules: [{ Statement: told, ...told }] },
    IPSet: { ARN: ADDRESSES, ...told },
    RegexPatternSet: { ARN: ADDRESSES, ...told },
    DistributionList: { Items: [{ ARN: BALANCER, ...told }] },
    Distribution: { ARN: BALANCER, DistributionConfig: told },
    UserPool: { Arn: BALANCER, ...told },
    Service: { ServiceArn: BALANCER, ...told },
    ...{
      Subscription: told,
      SubscriptionState: "ACTIVE",
      AdminAccount: "x",
      PolicyArn: BALANCER,
      Policy: told,
    },
    ...{ items: [{ id: "a", path: "/", ...told }], item: [{ stageName: "s", ...told }] },
    ...{ Items: [{ ApiId: "a", StageName: "s", RouteKey: "r", ...told }] },
    ...{ Rules: [told], LabelNamespace: "x", Versions: [told], ResourceArns: [told, BALANCER] },
    ...Object.fromEntries(lists.map((list) => [list, [told, { ...ids, ...told }]])),
  };
});
const inputs = fc.constantFrom<Json>(
  {},
  { Scope: "CLOUDFRONT", VendorName: "AWS", Name: "x", VersionName: "1" },
  { restApiId: "a", ApiId: "h", Id: "E1", UserPoolId: "p", PolicyId: "1" },
  { WebACLArn: ACL, ResourceType: "APPSYNC", Name: "x", VendorName: "AWS" },
);

describe("what tells of web applications and their guards", () => {
  it("never throws, whatever was asked and answered, and gives facts of the kind's shape", () => {
    const outputs = fc.oneof(named, json.object);
    fc.assert(
      fc.property(fc.constantFrom(...WEB), outputs, inputs, (resource, output, input) => {
        expectRead(resource, withoutSecrets(output as never), input);
      }),
      { numRuns: 1500 },
    );
  });
});
