import type { FactsByKind } from "../../../../model/index.js";
import { addressOf } from "../../block.js";
import { nameIn, worded } from "../../dns/name.js";
import { isShared, resolverIdentity } from "../../dns/resolver-identity.js";
import type { Item } from "../../item.js";
import { type Resource, tokens } from "../../resource.js";

type Rule = FactsByKind["resolver-rule"];

/** What an outbound endpoint asks of port 53 where nothing else is told. */
const DNS_PORT = 53;

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_ResolverRule.html */
export const resolverRules: Resource = {
  service: "route53resolver",
  operation: "ListResolverRules",
  list: "ResolverRules",
  actions: ["route53resolver:ListResolverRules"],
  kinds: ["resolver-rule"],
  types: ["aws.resolver-rule"],
  scope: "region",
  optional: true,
  paging: tokens(100),
  normalize({ items, draft }) {
    for (const raw of items) {
      const rule = resolverIdentity(raw, "resolver-rule");
      if (rule === null) continue;
      const { id: from, item, base, name, owner: account } = rule;
      draft.node({
        ...base,
        kind: "resolver-rule",
        type: "aws.resolver-rule",
        is: {
          name,
          ruleType: worded(item.text("RuleType")) ?? "unknown",
          domain: nameIn(item, "DomainName"),
          delegation: nameIn(item, "DelegationRecord"),
          targets: item.list("TargetIps").flatMap((target) => targetOf(target) ?? []),
          status: worded(item.text("Status")) ?? "unknown",
          shared: isShared(item),
          providerManaged: account === undefined,
        },
      });
      const to = item.text("ResolverEndpointId") || null;
      draft.edge({ from, relation: "endpoint", to, pointer: item.pointer, account });
    }
  },
};

function targetOf(target: Item): Rule["targets"][number] | null {
  const address = addressOf(target, "Ip") ?? addressOf(target, "Ipv6");
  if (address === null) {
    target.gap("unparsed", "A resolver rule forwards to an address that cannot be read");
    return null;
  }
  return {
    address,
    port: target.int("Port") ?? DNS_PORT,
    protocol: target.text("Protocol") ?? "Do53",
    serverName: target.text("ServerNameIndication") || null,
  };
}
