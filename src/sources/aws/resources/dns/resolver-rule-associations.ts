import { addAssociations } from "../../dns/association.js";
import { type Resource, tokens } from "../../resource.js";

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_ResolverRuleAssociation.html */
export const resolverRuleAssociations: Resource = {
  service: "route53resolver",
  operation: "ListResolverRuleAssociations",
  list: "ResolverRuleAssociations",
  actions: ["route53resolver:ListResolverRuleAssociations"],
  kinds: ["dns-association"],
  types: ["aws.resolver-rule-association"],
  scope: "region",
  optional: true,
  paging: tokens(100),
  normalize({ items }) {
    addAssociations(items, {
      word: "resolver-rule-association",
      type: "aws.resolver-rule-association",
      associated: "ResolverRuleId",
      network: "VPCId",
    });
  },
};
