import { worded } from "../../dns/name.js";
import { resolverIdentity } from "../../dns/resolver-identity.js";
import { type Resource, tokens } from "../../resource.js";

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_ResolverEndpoint.html */
export const resolverEndpoints: Resource = {
  service: "route53resolver",
  operation: "ListResolverEndpoints",
  list: "ResolverEndpoints",
  actions: ["route53resolver:ListResolverEndpoints"],
  kinds: ["resolver-endpoint"],
  types: ["aws.resolver-endpoint"],
  scope: "region",
  optional: true,
  paging: tokens(100),
  normalize({ items, draft }) {
    for (const raw of items) {
      const endpoint = resolverIdentity(raw, "resolver-endpoint");
      if (endpoint === null) continue;
      const { id: from, item, base, name } = endpoint;
      const { pointer } = item;
      draft.node({
        ...base,
        kind: "resolver-endpoint",
        type: "aws.resolver-endpoint",
        is: {
          name,
          direction: worded(item.text("Direction")) ?? "unknown",
          status: worded(item.text("Status")) ?? "unknown",
          addressFamily: worded(item.text("ResolverEndpointType")),
          protocols: item.texts("Protocols").sort(),
          addressCount: item.int("IpAddressCount"),
          outpost: item.text("OutpostArn"),
        },
      });
      draft.edge({ from, relation: "network", to: item.text("HostVPCId"), pointer });
      for (const to of item.texts("SecurityGroupIds")) draft.edge({ from, relation: "filters", to, pointer });
    }
  },
};
