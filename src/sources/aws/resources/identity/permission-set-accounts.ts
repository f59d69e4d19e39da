import { aboutPermissionSet, eachPermissionSet, permissionSet } from "../../identity/permission-set.js";
import { type Resource, tokens } from "../../resource.js";

/** Accounts in which a permission set is given to somebody. https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ListAccountsForProvisionedPermissionSet.html */
export const permissionSetAccounts: Resource = {
  service: "sso-admin",
  operation: "ListAccountsForProvisionedPermissionSet",
  list: "AccountIds",
  object: ["AccountIds"],
  actions: ["sso:ListAccountsForProvisionedPermissionSet"],
  kinds: ["assignment"],
  types: ["aws.account-assignment"],
  scope: "region",
  needsEnvelope: true,
  paging: tokens(100),
  each: eachPermissionSet(["assignments"]),
  normalize(page) {
    const about = aboutPermissionSet(page);
    if (about === null) return;
    const base = permissionSet(about.id, page.draft.place, { native: {}, pointer: "/AccountIds" });
    // Each account is asked about on its own, and may be missing on its own.
    const accounts = about.item.texts("AccountIds").map((account) => `${about.id}#${account}`);
    page.draft.node({ ...base, aliases: [...(base.aliases ?? []), ...accounts], is: {} });
  },
};
