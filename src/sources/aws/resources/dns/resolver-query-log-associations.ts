import { addAssociations } from "../../dns/association.js";
import { type Resource, tokens } from "../../resource.js";

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_ResolverQueryLogConfigAssociation.html */
export const resolverQueryLogAssociations: Resource = {
  service: "route53resolver",
  operation: "ListResolverQueryLogConfigAssociations",
  list: "ResolverQueryLogConfigAssociations",
  actions: ["route53resolver:ListResolverQueryLogConfigAssociations"],
  kinds: ["dns-association"],
  types: ["aws.resolver-query-log-association"],
  scope: "region",
  optional: true,
  paging: tokens(100),
  normalize({ items }) {
    addAssociations(items, {
      word: "resolver-query-log-config-association",
      type: "aws.resolver-query-log-association",
      associated: "ResolverQueryLogConfigId",
      network: "ResourceId",
    });
  },
};
