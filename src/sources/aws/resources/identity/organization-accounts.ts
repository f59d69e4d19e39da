import { addOrganizationAccount } from "../../identity/organization-account.js";
import { organizationSeenBy } from "../../identity/organization-identity.js";
import { type Resource, tokens } from "../../resource.js";

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListAccounts.html */
export const organizationAccounts: Resource = {
  service: "organizations",
  operation: "ListAccounts",
  list: "Accounts",
  actions: ["organizations:ListAccounts"],
  // Accounts are known without it; that they belong together is not.
  kinds: ["organization"],
  types: ["aws.organization"],
  scope: "account",
  paging: tokens(20),
  each: {
    of: "organizations:DescribeOrganization",
    input: () => ({}),
    node: (_input, place) => organizationSeenBy(place),
    relations: ["accounts"],
  },
  normalize({ items }) {
    for (const account of items) addOrganizationAccount(account);
  },
};
