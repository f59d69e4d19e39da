import { formatCidr, parseCidr } from "../../../../net/index.js";
import { quoted, sortedTexts } from "../../block.js";
import type { Item } from "../../item.js";
import type { Resource } from "../../resource.js";
import { askedWaf, askListed, wafIdentity } from "../../web/waf-identity.js";
import { WAF_CALL } from "../../web/waf-list.js";

/** https://docs.aws.amazon.com/waf/latest/APIReference/API_IPSet.html */
export const webAddressSetEntries: Resource = {
  service: "wafv2",
  operation: "GetIPSet",
  list: "IPSet",
  object: ["IPSet"],
  actions: ["wafv2:GetIPSet"],
  kinds: ["web-set"],
  types: ["aws.web-address-set"],
  ...WAF_CALL,
  each: { of: "wafv2:ListIPSets", input: askListed, node: askedWaf("ipset", "IPSet") },
  normalize({ items: [whole], draft }) {
    const set = wafIdentity(whole?.child("IPSet") ?? null);
    if (whole === undefined || set === null) return;
    const { id, name, scope, item } = set;
    const family = item.text("IPAddressVersion") === "IPV6" ? "ipv6" : "ipv4";
    draft.node({
      ...{ id, kind: "web-set", type: "aws.web-address-set", label: name, scope },
      is: {
        ...{ name, setType: "addresses", family, description: item.text("Description") },
        entries: sortedTexts(item.texts("Addresses").map((text) => block(item, text))),
      },
      ...{ native: whole.json, pointer: item.pointer },
    });
  },
};

function block(item: Item, text: string): string | null {
  const cidr = parseCidr(text);
  if (cidr !== null) return formatCidr(cidr);
  item.gap("unparsed", `A set of addresses holds what is no CIDR block: ${quoted(text)}`);
  return null;
}

/** https://docs.aws.amazon.com/waf/latest/APIReference/API_RegexPatternSet.html */
export const webPatternSetEntries: Resource = {
  service: "wafv2",
  operation: "GetRegexPatternSet",
  list: "RegexPatternSet",
  object: ["RegexPatternSet"],
  actions: ["wafv2:GetRegexPatternSet"],
  kinds: ["web-set"],
  types: ["aws.web-pattern-set"],
  ...WAF_CALL,
  each: {
    of: "wafv2:ListRegexPatternSets",
    input: askListed,
    node: askedWaf("regexpatternset", "RegexPatternSet"),
  },
  normalize({ items: [whole], draft }) {
    const set = wafIdentity(whole?.child("RegexPatternSet") ?? null);
    if (whole === undefined || set === null) return;
    const { id, name, scope, item } = set;
    draft.node({
      ...{ id, kind: "web-set", type: "aws.web-pattern-set", label: name, scope },
      is: {
        ...{ name, setType: "patterns", family: null, description: item.text("Description") },
        entries: sortedTexts(item.list("RegularExpressionList").map((one) => one.text("RegexString"))),
      },
      ...{ native: whole.json, pointer: item.pointer },
    });
  },
};
