import { ACCOUNT, OTHER } from "../harness.js";

const WAF = `arn:aws:wafv2:eu-west-1:${ACCOUNT}:regional`;
export const ACL = `${WAF}/webacl/shop/a-1`;
export const GROUP = `${WAF}/rulegroup/own/g-1`;
export const SHARED = `arn:aws:wafv2:eu-west-1:${OTHER}:regional/rulegroup/shared/g-2`;
export const ADDRESSES = `${WAF}/ipset/office/s-1`;
export const PATTERNS = `${WAF}/regexpatternset/bots/p-1`;
export const CDN_ACL = `arn:aws:wafv2:us-east-1:${ACCOUNT}:global/webacl/cdn/c-1`;
export const BALANCER = `arn:aws:elasticloadbalancing:eu-west-1:${ACCOUNT}:loadbalancer/app/shop/1`;
export const COMMON = `aws:managed-rule-group:${ACCOUNT}:eu-west-1:AWS/AWSManagedRulesCommonRuleSet`;

export const seen = (MetricName: string) => ({
  SampledRequestsEnabled: true,
  CloudWatchMetricsEnabled: true,
  MetricName,
});

export const listed = (ARN: string) => {
  const [, , Name, Id] = ARN.split("/");
  return { Name, Id, ARN, Description: "", LockToken: "l" };
};

const own = (ARN: string) => {
  const { LockToken: _lock, ...rest } = listed(ARN);
  return rest;
};

/** A rule that looks for something. */
export const rule = (Name: string, Priority: number, Statement: object) => ({
  ...{ Name, Priority, Statement, VisibilityConfig: seen(Name), Action: { Block: {} } as object | null },
});

/** A rule that hands requests to a group. */
export const refers = (Name: string, Priority: number, Statement: object) => ({
  ...{ Name, Priority, Statement, VisibilityConfig: seen(Name), OverrideAction: { None: {} } },
});

export const aclAnswer = (ARN: string, more: object = {}) => ({
  WebACL: {
    ...own(ARN),
    ...{ DefaultAction: { Allow: {} }, Capacity: 725, ManagedByFirewallManager: false },
    VisibilityConfig: seen("acl"),
    ...more,
  },
  LockToken: "l",
});

export const managed = (more: object = {}) => ({
  ManagedRuleGroupStatement: { VendorName: "AWS", Name: "AWSManagedRulesCommonRuleSet", ...more },
});

/** What the API answers, by operation and what is asked. */
export const ANSWERS: Readonly<Record<string, object>> = {
  "ListWebACLs REGIONAL": { WebACLs: [listed(ACL)] },
  "ListWebACLs CLOUDFRONT": { WebACLs: [listed(CDN_ACL)] },
  [`GetWebACL REGIONAL shop`]: aclAnswer(ACL, {
    Rules: [
      refers("common", 1, managed({ Version: "Version_1.3" })),
      refers("own", 2, { RuleGroupReferenceStatement: { ARN: GROUP } }),
      { ...rule("office", 0, { IPSetReferenceStatement: { ARN: ADDRESSES } }), Action: { Allow: {} } },
    ],
    PreProcessFirewallManagerRuleGroups: [
      {
        ...{ Name: "fms", Priority: 1, OverrideAction: { None: {} }, VisibilityConfig: seen("fms") },
        FirewallManagerStatement: { RuleGroupReferenceStatement: { ARN: SHARED } },
      },
    ],
  }),
  "GetWebACL CLOUDFRONT cdn": aclAnswer(CDN_ACL, { Rules: [refers("common", 1, managed())] }),
  "ListResourcesForWebACL APPLICATION_LOAD_BALANCER": { ResourceArns: [BALANCER] },
  "ListResourcesForWebACL API_GATEWAY": { ResourceArns: [] },
  "ListResourcesForWebACL APPSYNC": { ResourceArns: [] },
  "ListResourcesForWebACL COGNITO_USER_POOL": { ResourceArns: [] },
  "ListResourcesForWebACL APP_RUNNER_SERVICE": { ResourceArns: [] },
  "ListResourcesForWebACL VERIFIED_ACCESS_INSTANCE": { ResourceArns: [] },
  "ListLoggingConfigurations REGIONAL": {
    LoggingConfigurations: [
      { ResourceArn: ACL, LogDestinationConfigs: ["arn:aws:s3:::aws-waf-logs-shop"], LogScope: "CUSTOMER" },
    ],
  },
  "ListLoggingConfigurations CLOUDFRONT": { LoggingConfigurations: [] },
  "ListRuleGroups REGIONAL": { RuleGroups: [listed(GROUP)] },
  "ListRuleGroups CLOUDFRONT": { RuleGroups: [] },
  "GetRuleGroup REGIONAL own": {
    RuleGroup: {
      ...own(GROUP),
      ...{ Capacity: 50, VisibilityConfig: seen("own") },
      Rules: [
        rule("bots", 0, { XssMatchStatement: { FieldToMatch: { Body: {} }, TextTransformations: [] } }),
      ],
    },
    LockToken: "l",
  },
  [`GetRuleGroup ${SHARED}`]: {
    RuleGroup: { ...own(SHARED), Capacity: 10, Rules: [], VisibilityConfig: seen("shared") },
    LockToken: "l",
  },
  "DescribeManagedRuleGroup REGIONAL Version_1.3": {
    ...{ VersionName: "Version_1.3", Capacity: 700, LabelNamespace: "awswaf:managed:aws:core-rule-set:" },
    Rules: [{ Name: "SizeRestrictions_BODY", Action: { Block: {} } }],
  },
  "DescribeManagedRuleGroup CLOUDFRONT": {
    ...{ VersionName: "Version_1.10", Capacity: 700, LabelNamespace: "awswaf:managed:aws:core-rule-set:" },
    Rules: [{ Name: "SizeRestrictions_BODY", Action: { Block: {} } }],
  },
  "ListAvailableManagedRuleGroupVersions REGIONAL": {
    Versions: [{ Name: "Version_1.10", LastUpdateTimestamp: 1_700_000_000 }],
    CurrentDefaultVersion: "Version_1.10",
  },
  "ListAvailableManagedRuleGroupVersions CLOUDFRONT": {
    Versions: [{ Name: "Version_1.10" }],
    CurrentDefaultVersion: "Version_1.10",
  },
  "ListIPSets REGIONAL": { IPSets: [listed(ADDRESSES)] },
  "ListIPSets CLOUDFRONT": { IPSets: [] },
  "GetIPSet REGIONAL office": {
    IPSet: { ...own(ADDRESSES), IPAddressVersion: "IPV4", Addresses: ["198.51.100.0/24"] },
    LockToken: "l",
  },
  "ListRegexPatternSets REGIONAL": { RegexPatternSets: [listed(PATTERNS)] },
  "ListRegexPatternSets CLOUDFRONT": { RegexPatternSets: [] },
  "GetRegexPatternSet REGIONAL bots": {
    RegexPatternSet: { ...own(PATTERNS), RegularExpressionList: [{ RegexString: "^curl/" }] },
    LockToken: "l",
  },
};

/** The name under which `ANSWERS` keeps what an input asks. */
export function question(operation: string, input: Readonly<Record<string, unknown>>): string {
  const managedGroup = /Managed/.test(operation);
  const { Scope, Name, ARN, ResourceType, VersionName } = input;
  const parts = [Scope, managedGroup ? undefined : Name, ARN, ResourceType, VersionName];
  return [operation, ...parts.filter((part) => part !== undefined)].join(" ");
}
