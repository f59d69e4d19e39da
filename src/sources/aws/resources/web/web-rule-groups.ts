import type { Resource } from "../../resource.js";
import { wafIdentity } from "../../web/waf-identity.js";
import { WAF_LIST, WAF_PAGES } from "../../web/waf-list.js";

/** The account's own. https://docs.aws.amazon.com/waf/latest/APIReference/API_ListRuleGroups.html */
export const webRuleGroups: Resource = {
  service: "wafv2",
  operation: "ListRuleGroups",
  list: "RuleGroups",
  // Network Firewall lists its groups under this member too.
  recognizes: (first) => typeof first?.["ARN"] === "string",
  actions: ["wafv2:ListRuleGroups"],
  kinds: ["web-rule-group"],
  types: ["aws.web-rule-group"],
  ...WAF_LIST,
  paging: WAF_PAGES,
  normalize({ items, draft }) {
    for (const raw of items) {
      const group = wafIdentity(raw);
      if (group === null) continue;
      const { id, name, scope, item } = group;
      draft.node({
        ...{ id, kind: "web-rule-group", type: "aws.web-rule-group", label: name, scope },
        is: { name, description: item.text("Description"), vendor: null, version: null },
        ...{ native: item.json, pointer: item.pointer },
      });
    }
  },
};
