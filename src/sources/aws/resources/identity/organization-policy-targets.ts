import { type Resource, tokens } from "../../resource.js";

/** What a policy of an organization is attached to. https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListTargetsForPolicy.html */
export const organizationPolicyTargets: Resource = {
  service: "organizations",
  operation: "ListTargetsForPolicy",
  list: "Targets",
  recognizes: (first) => typeof first?.["TargetId"] === "string",
  actions: ["organizations:ListTargetsForPolicy"],
  kinds: ["organization-policy"],
  types: ["aws.organization-policy"],
  scope: "account",
  needsEnvelope: true,
  paging: tokens(20),
  each: {
    of: "organizations:ListPolicies",
    input(policy) {
      const id = policy.text("Id");
      return id === null ? null : { PolicyId: id };
    },
    node: ({ PolicyId: id }) => (typeof id === "string" ? id : null),
    relations: ["targets"],
  },
  normalize({ items, input, draft }) {
    const from = input["PolicyId"];
    if (typeof from !== "string") return;
    for (const raw of items) {
      const item = raw.about(from);
      const to = item.text("TargetId");
      if (to === null) item.gap("unparsed", "A policy of an organization is attached to what has no id");
      draft.edge({ from, relation: "targets", to, pointer: item.pointer });
    }
  },
};
