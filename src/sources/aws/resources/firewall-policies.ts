import { byFirewallArn } from "../firewalls/firewall-identity.js";
import { nameOf } from "../firewalls/group.js";
import { type Resource, tokens } from "../resource.js";

/** https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_ListFirewallPolicies.html */
export const firewallPolicies: Resource = {
  service: "network-firewall",
  operation: "ListFirewallPolicies",
  list: "FirewallPolicies",
  actions: ["network-firewall:ListFirewallPolicies"],
  kinds: ["firewall-policy"],
  types: ["aws.network-firewall-policy"],
  scope: "region",
  optional: true,
  paging: tokens(100),
  normalize({ items, draft }) {
    for (const raw of items) {
      const policy = byFirewallArn(raw, "Arn");
      if (policy === null) continue;
      const { id, item, scope } = policy;
      draft.node({
        ...{ id, kind: "firewall-policy", type: "aws.network-firewall-policy", label: nameOf(id), scope },
        ...{ is: { name: nameOf(id) }, native: item.json, pointer: item.pointer },
      });
    }
  },
};
