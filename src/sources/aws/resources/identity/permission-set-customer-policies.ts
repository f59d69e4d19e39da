import { eachPermissionSet, permissionSet } from "../../identity/permission-set.js";
import { type Resource, tokens } from "../../resource.js";

/**
 * Policies by name, which each account that the permission set is given in has to have itself.
 * https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ListCustomerManagedPolicyReferencesInPermissionSet.html
 */
export const permissionSetCustomerPolicies: Resource = {
  service: "sso-admin",
  operation: "ListCustomerManagedPolicyReferencesInPermissionSet",
  list: "CustomerManagedPolicyReferences",
  actions: ["sso:ListCustomerManagedPolicyReferencesInPermissionSet"],
  kinds: ["permission-set"],
  types: ["aws.permission-set"],
  scope: "region",
  needsEnvelope: true,
  paging: tokens(100),
  each: eachPermissionSet(),
  normalize({ items, input, draft }) {
    const id = input["PermissionSetArn"];
    if (typeof id !== "string") return;
    const customerPolicies = items.flatMap((raw) => {
      const item = raw.about(id);
      const name = item.text("Name");
      if (name === null) item.gap("unparsed", "A permission set has a policy without a name");
      return name === null ? [] : [{ name, path: item.text("Path") ?? "/" }];
    });
    const base = permissionSet(id, draft.place, { native: {}, pointer: "/CustomerManagedPolicyReferences" });
    draft.node({ ...base, is: { customerPolicies: customerPolicies.sort(byName) } });
  },
};

function byName(a: { name: string; path: string }, b: { name: string; path: string }): number {
  return a.path + a.name < b.path + b.name ? -1 : 1;
}
