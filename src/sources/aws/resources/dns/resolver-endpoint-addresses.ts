import type { FactsByKind } from "../../../../model/index.js";
import { addressOf, sortedTexts } from "../../block.js";
import { worded } from "../../dns/name.js";
import { askedFor, byId, endpointNode } from "../../dns/resolver-identity.js";
import type { Item } from "../../item.js";
import { type Resource, tokens } from "../../resource.js";

type Address = NonNullable<FactsByKind["resolver-endpoint"]["addresses"]>[number];

/**
 * Where an endpoint stands. It has at most a dozen addresses, which are one page.
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_ListResolverEndpointIpAddresses.html
 */
export const resolverEndpointAddresses: Resource = {
  service: "route53resolver",
  operation: "ListResolverEndpointIpAddresses",
  list: "IpAddresses",
  actions: ["route53resolver:ListResolverEndpointIpAddresses"],
  kinds: ["resolver-endpoint"],
  types: ["aws.resolver-endpoint"],
  scope: "region",
  needsEnvelope: true,
  paging: tokens(100),
  each: {
    of: "route53resolver:ListResolverEndpoints",
    input: byId("ResolverEndpointId"),
    node: askedFor("ResolverEndpointId"),
  },
  normalize({ items, input, output, draft }) {
    const short = askedFor("ResolverEndpointId")(input, draft.place);
    if (short === null) return;
    const base = endpointNode(draft.place, short);
    const addresses = items.map((item) => addressIn(item.about(base.id), base.id));
    const isPart = typeof input["NextToken"] === "string" || typeof output["NextToken"] === "string";
    if (isPart)
      draft.gap("truncated", `${short} has more addresses than one page gives, which are not put together`, {
        ...{ pointer: "", touches: { nodes: [base.id] } },
      });
    draft.node({ ...base, is: isPart ? {} : { addresses }, native: {}, pointer: "" });
  },
};

function addressIn(item: Item, from: string): Address {
  const subnet = item.text("SubnetId");
  item.draft.edge({ from, relation: "subnets", to: subnet, pointer: item.pointer });
  return {
    addresses: sortedTexts([addressOf(item, "Ip"), addressOf(item, "Ipv6")]),
    subnet,
    status: worded(item.text("Status")) ?? "unknown",
  };
}
