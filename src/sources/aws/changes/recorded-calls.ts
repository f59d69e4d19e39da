/**
 * Calls whose answers only write events change that CloudTrail records in the account itself. What states, routes,
 * telemetry, last uses and shares may change without one is left out, and asked again every time.
 */
const CALLS: Readonly<Record<string, readonly string[]>> = {
  "ec2.amazonaws.com": [
    "ec2:DescribeVpcs",
    "ec2:DescribeSecurityGroups",
    "ec2:DescribeSecurityGroupRules",
    "ec2:DescribeNetworkAcls",
    "ec2:DescribeInternetGateways",
    "ec2:DescribeEgressOnlyInternetGateways",
    "ec2:DescribeAddresses",
    "ec2:DescribeVpnGateways",
    "ec2:DescribeCustomerGateways",
    "ec2:DescribeCarrierGateways",
  ],
  "elasticloadbalancing.amazonaws.com": [
    "elbv2:DescribeListeners",
    "elbv2:DescribeRules",
    "elbv2:DescribeTargetGroups",
    "elbv2:DescribeTargetGroupAttributes",
    "elbv2:DescribeLoadBalancerAttributes",
    "elb:DescribeLoadBalancerAttributes",
  ],
  "iam.amazonaws.com": [
    "iam:ListRoles",
    "iam:ListSAMLProviders",
    "iam:GetSAMLProvider",
    "iam:ListOpenIDConnectProviders",
    "iam:GetOpenIDConnectProvider",
    "iam:GetAccountPasswordPolicy",
    "iam:ListAccountAliases",
  ],
  "wafv2.amazonaws.com": [
    "wafv2:ListIPSets",
    "wafv2:GetIPSet",
    "wafv2:ListRegexPatternSets",
    "wafv2:GetRegexPatternSet",
    "wafv2:ListWebACLs",
    "wafv2:GetWebACL",
    "wafv2:ListRuleGroups",
    "wafv2:GetRuleGroup",
  ],
  "route53.amazonaws.com": ["route53:ListHostedZones", "route53:GetHostedZone"],
  "network-firewall.amazonaws.com": [
    "network-firewall:ListFirewalls",
    "network-firewall:ListFirewallPolicies",
    "network-firewall:DescribeFirewallPolicy",
    "network-firewall:ListRuleGroups",
  ],
};

/** By call, the event source whose write events change its answer. */
export const RECORDED: ReadonlyMap<string, string> = new Map(
  Object.entries(CALLS).flatMap(([source, calls]) => calls.map((call) => [call, source] as const)),
);

/** Sources of these names, followed by `.amazonaws.com`, change nothing of other services, or leave their events too. */
const APART = [
  ...[
    "access-analyzer",
    "account",
    "acm",
    "autoscaling",
    "cloudformation",
    "cloudtrail",
    "config",
    "dynamodb",
  ],
  ...[
    "ec2",
    "ecr",
    "events",
    "firehose",
    "guardduty",
    "health",
    "iam",
    "inspector2",
    "kinesis",
    "kms",
    "logs",
  ],
  ...[
    "macie2",
    "monitoring",
    "route53",
    "s3",
    "secretsmanager",
    "securityhub",
    "signin",
    "sns",
    "sqs",
    "ssm",
  ],
  ...["sts", "support", "wafv2"],
];

/** Whether a write event of this source may have changed more than its own service: also where nobody knows. */
export function reachesFurther(source: string): boolean {
  return !APART.some((name) => source === `${name}.amazonaws.com`);
}
