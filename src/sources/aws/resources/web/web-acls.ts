import type { Resource } from "../../resource.js";
import { wafIdentity } from "../../web/waf-identity.js";
import { WAF_LIST, WAF_PAGES } from "../../web/waf-list.js";

/** https://docs.aws.amazon.com/waf/latest/APIReference/API_ListWebACLs.html */
export const webAcls: Resource = {
  service: "wafv2",
  operation: "ListWebACLs",
  list: "WebACLs",
  // The firewall that came before names its own by WebACLId.
  recognizes: (first) => first === undefined || !Object.hasOwn(first, "WebACLId"),
  actions: ["wafv2:ListWebACLs"],
  kinds: ["web-acl"],
  types: ["aws.web-acl"],
  ...WAF_LIST,
  paging: WAF_PAGES,
  normalize({ items, draft }) {
    for (const raw of items) {
      const acl = wafIdentity(raw);
      if (acl === null) continue;
      const { id, name, scope, global, item } = acl;
      draft.node({
        ...{ id, kind: "web-acl", type: "aws.web-acl", label: name, aliases: [], scope },
        is: { name, reach: global ? "global" : "regional", description: item.text("Description") },
        ...{ native: item.json, pointer: item.pointer },
      });
    }
  },
};
