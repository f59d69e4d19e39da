import { addAssociations } from "../../dns/association.js";
import { type Resource, tokens } from "../../resource.js";

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_FirewallRuleGroupAssociation.html */
export const dnsFirewallAssociations: Resource = {
  service: "route53resolver",
  operation: "ListFirewallRuleGroupAssociations",
  list: "FirewallRuleGroupAssociations",
  actions: ["route53resolver:ListFirewallRuleGroupAssociations"],
  kinds: ["dns-association"],
  types: ["aws.dns-firewall-association"],
  scope: "region",
  optional: true,
  paging: tokens(100),
  normalize({ items }) {
    addAssociations(items, {
      word: "firewall-rule-group-association",
      type: "aws.dns-firewall-association",
      associated: "FirewallRuleGroupId",
      network: "VpcId",
      facts(item) {
        const priority = item.int("Priority");
        return {
          ...(priority === null ? {} : { priority }),
          mutationProtection: item.text("MutationProtection") === "ENABLED",
          managedBy: item.text("ManagedOwnerName") || null,
        };
      },
    });
  },
};
