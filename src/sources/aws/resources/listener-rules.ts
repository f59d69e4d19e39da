import { byArn } from "../balancer-identity.js";
import type { Item } from "../item.js";
import { actionOf, forwardsOf, redirectOf } from "../listener-actions.js";
import { partsOfArn } from "../names.js";
import { MARKERS, type Resource } from "../resource.js";

/**
 * Rules of the listeners of Application Load Balancers; other listeners have their default action alone. The default
 * action is among the rules, as the last one.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Rule.html
 */
export const listenerRules: Resource = {
  service: "elbv2",
  operation: "DescribeRules",
  list: "Rules",
  recognizes: (first) => listenerOf(first?.["RuleArn"]) !== null,
  actions: ["elasticloadbalancing:DescribeRules"],
  kinds: ["listener-rule"],
  types: ["aws.listener-rule"],
  scope: "region",
  paging: MARKERS,
  each: {
    of: "elbv2:DescribeListeners",
    input(listener) {
      const arn = listener.text("ListenerArn");
      return arn?.includes(":listener/app/") === true ? { ListenerArn: arn } : null;
    },
    // A rule's name holds its listener's, so that a bare list of them says what was asked.
    node: ({ ListenerArn: arn, RuleArn: rule }) => (typeof arn === "string" ? arn : listenerOf(rule)),
    relations: ["rules", "target_groups"],
  },
  normalize({ items, draft }) {
    for (const raw of items) {
      const rule = byArn(raw, "RuleArn");
      if (rule === null) continue;
      const { id: from, item, scope } = rule;
      const { pointer } = item;
      const listener = listenerOf(from);
      if (listener === null) item.gap("unparsed", `The listener of the rule ${from} cannot be told`);
      const actions = item.list("Actions");
      const forwards = forwardsOf(actions);
      const conditions = item.list("Conditions").map(wordsOf).sort();
      const priority = priorityOf(item);
      draft.node({
        id: from,
        kind: "listener-rule",
        type: "aws.listener-rule",
        label: labelOf(priority, conditions),
        scope,
        is: {
          priority,
          isDefault: item.flag("IsDefault") ?? priority === null,
          conditions,
          action: actionOf(actions),
          redirectsTo: redirectOf(actions, null),
          forwards,
        },
        native: item.json,
        pointer,
      });
      draft.edge({ from, relation: "listener", to: listener, pointer });
      for (const { group: to } of forwards)
        draft.edge({ from, relation: "target_groups", to, pointer: `${pointer}/Actions` });
    }
  },
};

/** `…:listener-rule/app/shop/<balancer>/<listener>/<rule>` is a rule of `…:listener/app/shop/<balancer>/<listener>`. */
function listenerOf(rule: unknown): string | null {
  const parts = typeof rule === "string" ? partsOfArn(rule) : null;
  if (typeof rule !== "string" || parts?.resource.startsWith("listener-rule/") !== true) return null;
  return rule.replace(":listener-rule/", ":listener/").replace(/\/[^/]*$/, "");
}

/** A number, or `default`. */
function priorityOf(rule: Item): number | null {
  const text = rule.text("Priority") ?? "default";
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** A condition as its field and what that must be: `host-header is shop.example or www.shop.example`. */
function wordsOf(condition: Item): string {
  const field = condition.text("Field") ?? "something";
  const configs = Object.keys(condition.json).filter((member) => member.endsWith("Config"));
  const parts = [condition, ...configs.flatMap((member) => condition.child(member) ?? [])];
  const values = parts
    .flatMap(({ json }) => ["Values", "RegexValues"].flatMap((member) => json[member] ?? []))
    .map((value) => (typeof value === "string" ? value : JSON.stringify(value)));
  return values.length === 0 ? field : `${field} is ${[...new Set(values)].sort().join(" or ")}`;
}

function labelOf(priority: number | null, conditions: readonly string[]): string {
  if (priority === null) return "default rule";
  return `rule ${priority} (${conditions.join(", ")})`.slice(0, 200).toWellFormed();
}
