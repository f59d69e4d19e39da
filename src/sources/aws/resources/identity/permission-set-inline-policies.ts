import { aboutPermissionSet, eachPermissionSet, permissionSet } from "../../identity/permission-set.js";
import { documentOf } from "../../policy-document.js";
import type { Resource } from "../../resource.js";

/** The policy that stands in a permission set; empty where there is none. https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_GetInlinePolicyForPermissionSet.html */
export const permissionSetInlinePolicies: Resource = {
  service: "sso-admin",
  operation: "GetInlinePolicyForPermissionSet",
  list: "InlinePolicy",
  object: ["InlinePolicy"],
  actions: ["sso:GetInlinePolicyForPermissionSet"],
  kinds: ["permission-set"],
  types: ["aws.permission-set"],
  scope: "region",
  needsEnvelope: true,
  each: eachPermissionSet(),
  normalize(page) {
    const about = aboutPermissionSet(page);
    if (about === null) return;
    const base = permissionSet(about.id, page.draft.place, {
      native: about.item.json,
      pointer: "/InlinePolicy",
    });
    page.draft.node({ ...base, is: { inlinePolicy: documentOf(about.item, "InlinePolicy") } });
  },
};
