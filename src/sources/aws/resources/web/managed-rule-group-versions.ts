import type { Resource } from "../../resource.js";
import { askedManaged, managedGroupsIn } from "../../web/rule-group-node.js";
import { WAF_CALL, WAF_PAGES } from "../../web/waf-list.js";

/**
 * The versions of a vendor's group that may still be chosen, and the one that is meant where none is.
 * https://docs.aws.amazon.com/waf/latest/APIReference/API_ListAvailableManagedRuleGroupVersions.html
 */
export const managedRuleGroupVersions: Resource = {
  service: "wafv2",
  operation: "ListAvailableManagedRuleGroupVersions",
  list: "Versions",
  object: ["Versions"],
  recognizes: (whole) => whole !== undefined && Object.hasOwn(whole, "CurrentDefaultVersion"),
  needsEnvelope: true,
  actions: ["wafv2:ListAvailableManagedRuleGroupVersions"],
  kinds: ["web-rule-group"],
  types: ["aws.managed-rule-group"],
  ...WAF_CALL,
  paging: WAF_PAGES,
  each: {
    of: "wafv2:GetWebACL",
    input: (whole) => managedGroupsIn(whole, false),
    node: askedManaged,
  },
  normalize({ items: [whole], input, draft }) {
    const id = askedManaged(input, draft.place);
    const { VendorName: vendor, Name: name } = input;
    if (whole === undefined || id === null || typeof vendor !== "string" || typeof name !== "string") return;
    const item = whole.about(id);
    const availableVersions = item.list("Versions").flatMap((one) => {
      const version = one.text("Name");
      if (version === null) one.gap("unparsed", `A version of ${name} has no name`);
      return version === null ? [] : [{ version, updated: one.text("LastUpdateTimestamp") }];
    });
    draft.node({
      ...{ id, kind: "web-rule-group", type: "aws.managed-rule-group", native: item.json, pointer: "" },
      label: `${vendor} ${name}`,
      is: {
        ...{ name, vendor, version: null },
        availableVersions: availableVersions.sort((a, b) => (a.version < b.version ? -1 : 1)),
        defaultVersion: item.text("CurrentDefaultVersion"),
      },
    });
  },
};
