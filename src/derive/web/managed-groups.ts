/**
 * What the provider's own managed groups look for.
 * https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html
 */
export const MANAGED_GROUPS: ReadonlyMap<string, readonly string[]> = new Map([
  [
    "AWSManagedRulesCommonRuleSet",
    ["script-injection", "size", "path-traversal", "file-inclusion", "managed"],
  ],
  ["AWSManagedRulesAdminProtectionRuleSet", ["admin-pages", "managed"]],
  ["AWSManagedRulesKnownBadInputsRuleSet", ["known-bad-inputs", "log4j", "managed"]],
  ["AWSManagedRulesSQLiRuleSet", ["sql-injection", "managed"]],
  ["AWSManagedRulesLinuxRuleSet", ["file-inclusion", "managed"]],
  ["AWSManagedRulesUnixRuleSet", ["command-injection", "managed"]],
  ["AWSManagedRulesWindowsRuleSet", ["command-injection", "managed"]],
  ["AWSManagedRulesPHPRuleSet", ["code-injection", "managed"]],
  ["AWSManagedRulesWordPressRuleSet", ["wordpress", "managed"]],
  ["AWSManagedRulesAmazonIpReputationList", ["address-reputation", "managed"]],
  ["AWSManagedRulesAnonymousIpList", ["anonymous-address", "managed"]],
  ["AWSManagedRulesACFPRuleSet", ["account-fraud", "managed"]],
  ["AWSManagedRulesATPRuleSet", ["account-takeover", "managed"]],
  ["AWSManagedRulesBotControlRuleSet", ["bots", "managed"]],
  ["AWSManagedRulesAntiDDoSRuleSet", ["denial-of-service", "managed"]],
]);
