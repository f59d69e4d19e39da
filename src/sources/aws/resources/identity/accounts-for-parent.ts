import { addOrganizationAccount } from "../../identity/organization-account.js";
import { eachParent } from "../../identity/organization-parent.js";
import { type Resource, tokens } from "../../resource.js";

/** Where in its organization an account stands. https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListAccountsForParent.html */
export const accountsForParent: Resource = {
  service: "organizations",
  operation: "ListAccountsForParent",
  list: "Accounts",
  // Without an envelope it looks like a list of all accounts, and is read as that.
  recognizes: () => false,
  actions: ["organizations:ListAccountsForParent"],
  kinds: ["organizational-unit"],
  types: ["aws.organizational-unit"],
  scope: "account",
  needsEnvelope: true,
  paging: tokens(20),
  each: eachParent(["accounts"]),
  normalize({ items, input, draft }) {
    const parent = input["ParentId"];
    for (const raw of items) {
      const from = addOrganizationAccount(raw);
      if (from === null || typeof parent !== "string") continue;
      draft.edge({ from, relation: "parent", to: parent, pointer: raw.pointer });
    }
  },
};
