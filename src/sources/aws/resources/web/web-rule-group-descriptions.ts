import type { JsonObject } from "../../../../model/index.js";
import type { Item } from "../../item.js";
import { partsOfArn } from "../../names.js";
import type { Resource } from "../../resource.js";
import { isShieldGroup, rulesIn } from "../../web/rule-group-node.js";
import { askedWaf, questionFor, wafIdentity } from "../../web/waf-identity.js";
import { WAF_CALL } from "../../web/waf-list.js";
import { addWebRules, visibility } from "../../web/web-rules.js";

/** A rule group with its rules: an own one, or one that another account shares. https://docs.aws.amazon.com/waf/latest/APIReference/API_RuleGroup.html */
export const webRuleGroupDescriptions: Resource = {
  service: "wafv2",
  operation: "GetRuleGroup",
  list: "RuleGroup",
  object: ["RuleGroup"],
  recognizes(whole) {
    const group = whole?.["RuleGroup"];
    return (
      typeof group === "object" && group !== null && !Array.isArray(group) && typeof group["ARN"] === "string"
    );
  },
  actions: ["wafv2:GetRuleGroup"],
  kinds: ["web-rule-group", "web-rule"],
  types: ["aws.web-rule-group", "aws.web-rule"],
  ...WAF_CALL,
  each: {
    of: "wafv2:ListRuleGroups",
    alsoOf: "wafv2:GetWebACL",
    input: groupsNamed,
    node: askedWaf("rulegroup", "RuleGroup"),
  },
  normalize({ items: [whole], draft }) {
    const group = wafIdentity(whole?.child("RuleGroup") ?? null);
    if (whole === undefined || group === null) return;
    const { id, name, scope, item } = group;
    draft.node({
      ...{ id, kind: "web-rule-group", type: "aws.web-rule-group", label: name, scope },
      is: {
        ...{ name, description: item.text("Description"), vendor: null, version: null },
        ...{ capacity: item.int("Capacity"), ...visibility(item), managedRules: [] },
        ...{ labelNamespace: item.text("LabelNamespace"), unmodelled: [] },
      },
      ...{ native: whole.json, pointer: item.pointer },
    });
    addWebRules(group, "group", [{ stage: "own", rules: item.list("Rules") }]);
  },
};

/** An item of a list names itself, an ACL the groups that it uses. Those of others are asked for by ARN. */
function groupsNamed(item: Item): JsonObject[] {
  const { account } = item.draft.place;
  const own = item.text("ARN");
  const acl = item.child("WebACL");
  const named = acl === null ? [own] : rulesIn(acl).map(groupIn);
  const arns = named.filter(
    (arn) => arn !== null && partsOfArn(arn) !== null && !isShieldGroup(arn, account),
  );
  return ([...new Set(arns)] as string[])
    .sort()
    .map((arn) => (partsOfArn(arn)?.account === account ? questionFor(arn) : { ARN: arn }));
}

function groupIn(rule: Item): string | null {
  const statement = rule.child("Statement") ?? rule.child("FirewallManagerStatement");
  return statement?.child("RuleGroupReferenceStatement")?.text("ARN") ?? null;
}
