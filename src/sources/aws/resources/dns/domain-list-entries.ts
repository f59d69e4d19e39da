import { isObject } from "../../../../model/index.js";
import { sortedTexts } from "../../block.js";
import { namesIn } from "../../dns/name.js";
import { askedFor, byId } from "../../dns/resolver-identity.js";
import { type Resource, tokens } from "../../resource.js";

const asked = askedFor("FirewallDomainListId");
const byListId = byId("FirewallDomainListId");

/**
 * The names of one list, of up to a hundred thousand: each page is a set of its own. What the provider's own lists
 * hold nobody is told.
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_ListFirewallDomains.html
 */
export const domainListEntries: Resource = {
  service: "route53resolver",
  operation: "ListFirewallDomains",
  list: "Domains",
  object: ["Domains"],
  recognizes(whole) {
    const told = whole?.["Domains"];
    return Array.isArray(told) && !told.some(isObject) && told.length > 0;
  },
  actions: ["route53resolver:ListFirewallDomains"],
  kinds: ["domain-set"],
  types: ["aws.domain-list-entries"],
  scope: "region",
  needsEnvelope: true,
  paging: tokens(5000),
  each: {
    of: "route53resolver:ListFirewallDomainLists",
    input: (list) => (list.text("ManagedOwnerName") ? null : byListId(list)),
    node: asked,
    relations: ["domain_sets"],
  },
  normalize({ items: [whole], input, draft }) {
    const list = asked(input, draft.place);
    if (whole === undefined || list === null) return;
    const { partition, region = "", account = "" } = draft.place;
    const domains = sortedTexts(namesIn(whole.about(list), "Domains"));
    const part = input["NextToken"] === undefined ? "" : `/${domains[0] ?? ""}`;
    const id = `arn:${partition}:route53resolver:${region}:${account}:firewall-domain-list/${list}#domains${part}`;
    const type = "aws.domain-list-entries";
    draft.node({
      ...{ id, kind: "domain-set", type, label: `domains of ${list}`, is: { domains } },
      ...{ native: {}, pointer: "" },
    });
    draft.edge({ from: id, relation: "domain_list", to: list, pointer: "" });
  },
};
