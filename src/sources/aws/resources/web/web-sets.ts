import type { Page, Resource } from "../../resource.js";
import { wafIdentity } from "../../web/waf-identity.js";
import { WAF_LIST, WAF_PAGES } from "../../web/waf-list.js";

/** https://docs.aws.amazon.com/waf/latest/APIReference/API_ListIPSets.html */
export const webAddressSets: Resource = {
  service: "wafv2",
  operation: "ListIPSets",
  list: "IPSets",
  actions: ["wafv2:ListIPSets"],
  kinds: ["web-set"],
  types: ["aws.web-address-set"],
  ...WAF_LIST,
  paging: WAF_PAGES,
  normalize: (page) => addSets(page, "addresses"),
};

/** https://docs.aws.amazon.com/waf/latest/APIReference/API_ListRegexPatternSets.html */
export const webPatternSets: Resource = {
  service: "wafv2",
  operation: "ListRegexPatternSets",
  list: "RegexPatternSets",
  actions: ["wafv2:ListRegexPatternSets"],
  kinds: ["web-set"],
  types: ["aws.web-pattern-set"],
  ...WAF_LIST,
  paging: WAF_PAGES,
  normalize: (page) => addSets(page, "patterns"),
};

function addSets({ items, draft }: Page, setType: "addresses" | "patterns"): void {
  const type = setType === "addresses" ? "aws.web-address-set" : "aws.web-pattern-set";
  for (const raw of items) {
    const set = wafIdentity(raw);
    if (set === null) continue;
    const { id, name, scope, item } = set;
    draft.node({
      ...{ id, kind: "web-set", type, label: name, scope, native: item.json, pointer: item.pointer },
      is: { name, setType, description: item.text("Description") },
    });
  }
}
