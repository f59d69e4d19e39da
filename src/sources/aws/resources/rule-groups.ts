import { byFirewallArn } from "../firewalls/firewall-identity.js";
import { groupBase, isStateful } from "../firewalls/group.js";
import { type Resource, tokens } from "../resource.js";

/** The account's own; groups of the provider are known from the policies that use them. https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_ListRuleGroups.html */
export const ruleGroups: Resource = {
  service: "network-firewall",
  operation: "ListRuleGroups",
  list: "RuleGroups",
  // Groups of web ACLs are listed under this member too, with an `ARN` or none.
  recognizes: (first) => first === undefined || typeof first["Arn"] === "string",
  actions: ["network-firewall:ListRuleGroups"],
  // Groups are filters of policies alone: of other filters nothing is missing without them.
  kinds: ["firewall-policy"],
  types: ["aws.network-firewall-policy"],
  scope: "region",
  optional: true,
  paging: tokens(100),
  normalize({ items, draft }) {
    for (const raw of items) {
      const group = byFirewallArn(raw, "Arn");
      if (group === null) continue;
      const { id, item } = group;
      const base = groupBase(draft.place, id, isStateful(id) ?? true);
      draft.node({ ...base, is: {}, native: item.json, pointer: item.pointer });
    }
  },
};
