import { organizationIn, organizationSeenBy } from "../../identity/organization-identity.js";
import { isAccount } from "../../names.js";
import { type Resource, tokens } from "../../resource.js";

/** Accounts that manage something for the whole organization. https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListDelegatedAdministrators.html */
export const delegatedAdministrators: Resource = {
  service: "organizations",
  operation: "ListDelegatedAdministrators",
  list: "DelegatedAdministrators",
  actions: ["organizations:ListDelegatedAdministrators"],
  kinds: ["organization"],
  types: ["aws.organization"],
  scope: "account",
  paging: tokens(20),
  each: {
    of: "organizations:DescribeOrganization",
    input: () => ({}),
    node: (_input, place) => organizationSeenBy(place),
    relations: ["delegated_administrators"],
  },
  normalize({ items, draft }) {
    for (const raw of items) {
      const [from, to] = [organizationIn(raw.text("Arn")), raw.text("Id") ?? ""];
      if (from === null || !isAccount(to))
        raw.gap("unparsed", `${draft.place.call} answered with an account that has no Id and Arn`);
      else draft.edge({ from, relation: "delegated_administrators", to, pointer: raw.pointer });
    }
  },
};
