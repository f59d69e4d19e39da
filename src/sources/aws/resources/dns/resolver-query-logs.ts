import { destinationOf } from "../../dns/log-destination.js";
import { worded } from "../../dns/name.js";
import { isShared, resolverIdentity } from "../../dns/resolver-identity.js";
import { type Resource, tokens } from "../../resource.js";

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_ResolverQueryLogConfig.html */
export const resolverQueryLogs: Resource = {
  service: "route53resolver",
  operation: "ListResolverQueryLogConfigs",
  list: "ResolverQueryLogConfigs",
  actions: ["route53resolver:ListResolverQueryLogConfigs"],
  kinds: ["query-log"],
  types: ["aws.resolver-query-log"],
  scope: "region",
  optional: true,
  paging: tokens(100),
  normalize({ items, draft }) {
    for (const raw of items) {
      const log = resolverIdentity(raw, "resolver-query-log-config");
      if (log === null) continue;
      const { item, base, name } = log;
      draft.node({
        ...base,
        kind: "query-log",
        type: "aws.resolver-query-log",
        is: {
          name,
          queries: "resolver",
          ...destinationOf(item, "DestinationArn"),
          status: worded(item.text("Status")) ?? "unknown",
          shared: isShared(item),
        },
      });
    }
  },
};
