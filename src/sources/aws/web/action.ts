import { quoted } from "../block.js";
import type { Item } from "../item.js";

const ACTIONS = ["Allow", "Block", "Count", "Captcha", "Challenge", "Monetize", "None"];

/**
 * The one action that an object names, e.g. `{"Block": {}}`; unknown, with a gap, where it is none that is
 * known. https://docs.aws.amazon.com/waf/latest/APIReference/API_RuleAction.html
 */
export function actionOf(action: Item): string {
  const told = ACTIONS.filter((name) => action.child(name) !== null);
  const [only] = told;
  if (only !== undefined && told.length === 1) return only.toLowerCase();
  const names = Object.keys(action.json).sort().join(", ");
  action.gap("unmodelled", `An action of a web rule is not known here: ${quoted(names)}`);
  return "unknown";
}

/**
 * Actions that take the place of those of a group's rules. What is excluded counts, by the older way of
 * saying it. https://docs.aws.amazon.com/waf/latest/APIReference/API_RuleActionOverride.html
 */
export function overridesOf(statement: Item): { rule: string; action: string }[] {
  const told = statement.list("RuleActionOverrides").flatMap((item) => {
    const [rule, action] = [item.text("Name"), item.child("ActionToUse")];
    if (rule === null || action === null) item.gap("unparsed", "An override names no rule or no action");
    return rule === null || action === null ? [] : [{ rule, action: actionOf(action) }];
  });
  const excluded = statement.list("ExcludedRules").flatMap((item) => {
    const rule = item.text("Name");
    if (rule === null) item.gap("unparsed", "An excluded rule has no name");
    return rule === null ? [] : [{ rule, action: "count" }];
  });
  return [...told, ...excluded].sort((a, b) => (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
}
