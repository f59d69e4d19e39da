import type { Resource } from "../../resource.js";
import { actionOf } from "../../web/action.js";
import { askedManaged, managedGroupsIn } from "../../web/rule-group-node.js";
import { WAF_CALL } from "../../web/waf-list.js";

/**
 * The rules of a vendor's group, by name and action: what they match the vendor keeps to itself.
 * https://docs.aws.amazon.com/waf/latest/APIReference/API_DescribeManagedRuleGroup.html
 */
export const managedRuleGroups: Resource = {
  service: "wafv2",
  operation: "DescribeManagedRuleGroup",
  list: "Rules",
  object: ["Rules", "LabelNamespace"],
  needsEnvelope: true,
  actions: ["wafv2:DescribeManagedRuleGroup"],
  kinds: ["web-rule-group"],
  types: ["aws.managed-rule-group"],
  ...WAF_CALL,
  each: {
    of: "wafv2:GetWebACL",
    input: (whole) => managedGroupsIn(whole, true),
    node: askedManaged,
  },
  normalize({ items: [whole], input, draft }) {
    const id = askedManaged(input, draft.place);
    const { VendorName: vendor, Name: name, VersionName: version } = input;
    if (whole === undefined || id === null || typeof vendor !== "string" || typeof name !== "string") return;
    const item = whole.about(id);
    const fixed = typeof version === "string" ? version : null;
    const managedRules = item.list("Rules").flatMap((rule) => {
      const [named, action] = [rule.text("Name"), rule.child("Action")];
      if (named === null) rule.gap("unparsed", `A rule of ${name} has no name`);
      return named === null ? [] : [{ rule: named, action: action === null ? "unknown" : actionOf(action) }];
    });
    draft.node({
      ...{ id, kind: "web-rule-group", type: "aws.managed-rule-group", native: item.json, pointer: "" },
      label: [vendor, name, ...(fixed === null ? [] : [fixed])].join(" "),
      is: {
        ...{ name, vendor, version: fixed, capacity: item.int("Capacity"), managedRules },
        ...{ labelNamespace: item.text("LabelNamespace"), describedVersion: item.text("VersionName") },
      },
    });
  },
};
