import type { JsonObject } from "../../../model/index.js";
import { askedAbout, byFirewallArn } from "../firewalls/firewall-identity.js";
import { groupBase, groupOf, isStateful, nameOf } from "../firewalls/group.js";
import { addHidden, addStatefulRules } from "../firewalls/stateful-rules.js";
import { addStatelessRules } from "../firewalls/stateless-rules.js";
import type { Item } from "../item.js";
import type { Resource } from "../resource.js";

/** https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_DescribeRuleGroup.html */
export const ruleGroupDescriptions: Resource = {
  service: "network-firewall",
  operation: "DescribeRuleGroup",
  list: "RuleGroupResponse",
  object: ["RuleGroupResponse"],
  actions: ["network-firewall:DescribeRuleGroup"],
  kinds: ["firewall-policy"],
  types: ["aws.network-firewall-policy"],
  scope: "region",
  each: {
    of: "network-firewall:ListRuleGroups",
    alsoOf: "network-firewall:DescribeFirewallPolicy",
    input: groupsNamed,
    node: askedAbout({
      ...{ arn: "RuleGroupArn", name: "RuleGroupName", whole: "RuleGroupResponse" },
      word: ({ Type: type }) => (typeof type === "string" ? `${type.toLowerCase()}-rulegroup` : null),
    }),
  },
  normalize({ items: [whole], draft }) {
    const told = whole?.child("RuleGroupResponse") ?? null;
    const described = byFirewallArn(told, "RuleGroupArn");
    if (whole === undefined || described === null) return;
    const { id, item, tags } = described;
    const stateful = isStatefulGroup(item, id);
    const rules = whole.about(id).child("RuleGroup");
    const pointer = rules?.pointer ?? item.pointer;
    draft.node({
      ...{ ...groupBase(draft.place, id, stateful), tags, native: whole.json, pointer },
      is: {
        stateful,
        ...(stateful ? {} : { evaluation: "first-match" }),
        directions: [],
        name: nameOf(id),
        description: item.text("Description"),
        isDefault: false,
      },
    });
    addRules(id, { stateful, rules, item });
  },
};

function addRules(
  id: string,
  { stateful, rules, item }: { stateful: boolean; rules: Item | null; item: Item },
): void {
  const group = groupOf(id, rules);
  const source = rules?.child("RulesSource") ?? null;
  const stateless = source?.child("StatelessRulesAndCustomActions") ?? null;
  if (!stateful && stateless !== null) addStatelessRules(group, stateless);
  else if (stateful && addStatefulRules(group, source)) return;
  else addHidden(group, item);
}

/** Of the next generation's types nothing is read: their rules are another language. */
function isStatefulGroup(item: Item, id: string): boolean {
  const type = item.text("Type");
  if (type === "STATELESS") return false;
  return type === null ? (isStateful(id) ?? true) : true;
}

/** An item of a list names itself, a policy the groups that it uses. */
function groupsNamed(item: Item): JsonObject[] {
  const own = item.text("Arn");
  if (own !== null) return [{ RuleGroupArn: own }];
  const policy = item.child("FirewallPolicy");
  const references = ["StatelessRuleGroupReferences", "StatefulRuleGroupReferences"].flatMap(
    (member) => policy?.list(member) ?? [],
  );
  const arns = references.flatMap((reference) => reference.text("ResourceArn") ?? []);
  return [...new Set(arns)].sort().map((RuleGroupArn) => ({ RuleGroupArn }));
}
