import { worded } from "../../dns/name.js";
import { resolverIdentity } from "../../dns/resolver-identity.js";
import { type Resource, tokens } from "../../resource.js";

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_FirewallDomainListMetadata.html */
export const domainLists: Resource = {
  service: "route53resolver",
  operation: "ListFirewallDomainLists",
  list: "FirewallDomainLists",
  actions: ["route53resolver:ListFirewallDomainLists"],
  kinds: ["domain-list"],
  types: ["aws.domain-list"],
  scope: "region",
  optional: true,
  paging: tokens(100),
  normalize({ items, draft }) {
    for (const raw of items) {
      const list = resolverIdentity(raw, "firewall-domain-list");
      if (list === null) continue;
      const { item, base, name } = list;
      draft.node({
        ...base,
        kind: "domain-list",
        type: "aws.domain-list",
        is: {
          name,
          managedBy: item.text("ManagedOwnerName") || null,
          category: worded(item.text("Category")),
        },
      });
    }
  },
};
