import { addFirewallRule } from "../../dns/firewall-rule.js";
import { askedFor, byId } from "../../dns/resolver-identity.js";
import { type Resource, tokens } from "../../resource.js";

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_FirewallRule.html */
export const dnsFirewallRules: Resource = {
  service: "route53resolver",
  operation: "ListFirewallRules",
  list: "FirewallRules",
  actions: ["route53resolver:ListFirewallRules"],
  kinds: ["dns-firewall-rule"],
  types: ["aws.dns-firewall-rule"],
  scope: "region",
  paging: tokens(100),
  each: {
    of: "route53resolver:ListFirewallRuleGroups",
    input: byId("FirewallRuleGroupId"),
    node: askedFor("FirewallRuleGroupId"),
    relations: ["rules"],
  },
  normalize({ items, input, draft }) {
    const asked = askedFor("FirewallRuleGroupId")(input, draft.place);
    for (const item of items) addFirewallRule(item, asked);
  },
};
