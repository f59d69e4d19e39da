import { byFirewallArn } from "../firewalls/firewall-identity.js";
import { nameOf } from "../firewalls/group.js";
import { type Resource, tokens } from "../resource.js";

/** https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_ListFirewalls.html */
export const firewalls: Resource = {
  service: "network-firewall",
  operation: "ListFirewalls",
  list: "Firewalls",
  actions: ["network-firewall:ListFirewalls"],
  kinds: ["firewall"],
  types: ["aws.network-firewall"],
  scope: "region",
  optional: true,
  paging: tokens(100),
  normalize({ items, draft }) {
    for (const raw of items) {
      const firewall = byFirewallArn(raw, "FirewallArn");
      if (firewall === null) continue;
      const { id, item, scope } = firewall;
      draft.node({
        ...{ id, kind: "firewall", type: "aws.network-firewall", label: nameOf(id), scope },
        ...{ is: { name: nameOf(id) }, native: item.json, pointer: item.pointer },
      });
    }
  },
};
