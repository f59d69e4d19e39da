import { isShared, resolverIdentity } from "../../dns/resolver-identity.js";
import { type Resource, tokens } from "../../resource.js";

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_FirewallRuleGroupMetadata.html */
export const dnsFirewallGroups: Resource = {
  service: "route53resolver",
  operation: "ListFirewallRuleGroups",
  list: "FirewallRuleGroups",
  actions: ["route53resolver:ListFirewallRuleGroups"],
  kinds: ["dns-firewall-group"],
  types: ["aws.dns-firewall-group"],
  scope: "region",
  optional: true,
  paging: tokens(100),
  normalize({ items, draft }) {
    for (const raw of items) {
      const group = resolverIdentity(raw, "firewall-rule-group");
      if (group === null) continue;
      const { item, base, name } = group;
      const is = { name, shared: isShared(item) };
      draft.node({ ...base, kind: "dns-firewall-group", type: "aws.dns-firewall-group", is });
    }
  },
};
