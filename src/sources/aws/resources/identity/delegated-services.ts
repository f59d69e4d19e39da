import { momentOf } from "../../moment.js";
import { type Resource, tokens } from "../../resource.js";

/** For which services an account manages the organization. https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListDelegatedServicesForAccount.html */
export const delegatedServices: Resource = {
  service: "organizations",
  operation: "ListDelegatedServicesForAccount",
  list: "DelegatedServices",
  actions: ["organizations:ListDelegatedServicesForAccount"],
  kinds: ["delegation"],
  types: ["aws.delegation"],
  scope: "account",
  needsEnvelope: true,
  paging: tokens(20),
  each: {
    of: "organizations:ListDelegatedAdministrators",
    input(administrator) {
      const id = administrator.text("Id");
      return id === null ? null : { AccountId: id };
    },
    node: ({ AccountId: id }) => (typeof id === "string" ? id : null),
    relations: ["delegations"],
    hides: "always",
  },
  normalize({ items, input, draft }) {
    const account = input["AccountId"];
    if (typeof account !== "string") return;
    for (const raw of items) {
      const service = raw.text("ServicePrincipal");
      if (service === null) {
        raw.about(account).gap("unparsed", "An account manages a service that has no name");
        continue;
      }
      const id = `aws:delegation:${account}:${service}`;
      const { partition } = draft.place;
      draft.node({
        ...{ id, kind: "delegation", type: "aws.delegation", label: `${service} by ${account}` },
        scope: { provider: "aws", partition, account },
        is: { service, since: momentOf(raw.about(id), "DelegationEnabledDate") },
        ...{ native: raw.json, pointer: raw.pointer },
      });
      draft.edge({ from: id, relation: "account", to: account, pointer: raw.pointer });
    }
  },
};
