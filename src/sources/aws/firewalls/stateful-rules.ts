import type { Item } from "../item.js";
import type { Group } from "./group.js";
import { type RuleText, ruleLinesOf } from "./rule-text.js";
import { addStatefulRule } from "./stateful-rule.js";

/**
 * The rules of a stateful group, in their order: as a table, as text or as a list of domains.
 * https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_RulesSource.html
 * @returns false where the answer shows none of them
 */
export function addStatefulRules(group: Group, source: Item | null): boolean {
  const text = source?.text("RulesString") ?? null;
  const domains = source?.child("RulesSourceList") ?? null;
  const table = source?.list("StatefulRules") ?? [];
  if (source === null) return false;
  if (text !== null) addText(group, source, text);
  if (domains !== null) addDomains(group, domains);
  for (const [order, item] of table.entries()) addTabled(group, item, order);
  return text !== null || domains !== null || Array.isArray(source.json["StatefulRules"]);
}

/** A group of which nobody shows the rules may do anything. */
export function addHidden(group: Group, at: Item): void {
  addStatefulRule(group, {
    rule: { ...EVERYTHING, action: "hidden" },
    order: 0,
    native: {},
    source: at,
  });
}

const EVERYTHING: RuleText = {
  action: "",
  protocol: "ip",
  source: "any",
  sourcePort: "any",
  direction: "<>",
  destination: "any",
  destinationPort: "any",
  options: [],
};

/** https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_StatefulRule.html */
function addTabled(group: Group, item: Item, order: number): void {
  const header = item.child("Header");
  const word = (member: string) => header?.text(member) ?? "";
  const options = item.list("RuleOptions").map((option) => {
    const settings = option.texts("Settings");
    const keyword = option.text("Keyword") ?? "";
    return settings.length === 0 ? keyword : `${keyword}:${settings.join(",")}`;
  });
  addStatefulRule(group, {
    rule: {
      action: item.text("Action") ?? "",
      protocol: word("Protocol"),
      source: word("Source"),
      sourcePort: word("SourcePort"),
      // ANY looks at packets both ways, FORWARD from the source to the destination.
      direction: word("Direction").toUpperCase() === "FORWARD" ? "->" : "<>",
      destination: word("Destination"),
      destinationPort: word("DestinationPort"),
      options,
    },
    order,
    native: item.json,
    source: item,
  });
}

function addText(group: Group, source: Item, text: string): void {
  const at = source.inside("RulesString");
  for (const [order, { text: native, line, rule }] of ruleLinesOf(text).entries()) {
    if (rule === null)
      at.gap("unparsed", `Line ${line} of the rules of ${group.name} is no rule that can be read`);
    addStatefulRule(group, {
      rule: rule ?? { ...EVERYTHING, action: "unread" },
      order,
      native: { Rule: native, Line: line },
      source: at,
    });
  }
}

/** What the rules do that a list of domains becomes; an allow list passes some and may drop the others. */
const LISTS: ReadonlyMap<string, string> = new Map([
  ["ALLOWLIST", "allowlist"],
  ["DENYLIST", "drop"],
  ["REJECTLIST", "reject"],
  ["ALERTLIST", "alert"],
]);

/**
 * A list of domains looks at what $HOME_NET asks of $EXTERNAL_NET by TLS and HTTP, and at addresses that a
 * resolver gave (developer guide, "Domain filtering", and API reference, RulesSourceList).
 */
function addDomains(group: Group, domains: Item): void {
  const kinds = domains.texts("TargetTypes");
  const onTcp = kinds.length > 0 && kinds.every((kind) => kind === "TLS_SNI" || kind === "HTTP_HOST");
  addStatefulRule(group, {
    rule: {
      ...EVERYTHING,
      action: LISTS.get(domains.text("GeneratedRulesType") ?? "") ?? "domains",
      protocol: onTcp ? "tls" : "ip",
      source: "$HOME_NET",
      direction: "->",
      destination: "$EXTERNAL_NET",
      options: ["domains", "flow:to_server"],
    },
    order: 0,
    native: domains.json,
    source: domains,
  });
}
