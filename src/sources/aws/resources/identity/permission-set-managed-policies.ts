import { eachPermissionSet, permissionSet } from "../../identity/permission-set.js";
import { type Resource, tokens } from "../../resource.js";

/** The provider's policies in a permission set. https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ListManagedPoliciesInPermissionSet.html */
export const permissionSetManagedPolicies: Resource = {
  service: "sso-admin",
  operation: "ListManagedPoliciesInPermissionSet",
  list: "AttachedManagedPolicies",
  actions: ["sso:ListManagedPoliciesInPermissionSet"],
  kinds: ["permission-set"],
  types: ["aws.permission-set"],
  scope: "region",
  needsEnvelope: true,
  paging: tokens(100),
  each: eachPermissionSet(),
  normalize({ items, input, draft }) {
    const id = input["PermissionSetArn"];
    if (typeof id !== "string") return;
    const pointer = "/AttachedManagedPolicies";
    const attachedPolicies = items.flatMap((raw) => {
      const item = raw.about(id);
      const to = item.text("Arn");
      if (to === null) item.gap("unparsed", "A permission set has a policy without an ARN");
      draft.edge({ from: id, relation: "policies", to, pointer: item.pointer });
      return to === null ? [] : [to];
    });
    const base = permissionSet(id, draft.place, { native: {}, pointer });
    draft.node({ ...base, is: { attachedPolicies: [...new Set(attachedPolicies)].sort() } });
  },
};
