import { organizationSeenBy } from "../../identity/organization-identity.js";
import { organizationPolicy } from "../../identity/organization-policy.js";
import { type Resource, tokens } from "../../resource.js";
import { enabledTypes } from "./organization-roots.js";

/** Policies of the types that are switched on. https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListPolicies.html */
export const organizationPolicies: Resource = {
  service: "organizations",
  operation: "ListPolicies",
  list: "Policies",
  // IAM lists its policies under this member too.
  recognizes: (first) => typeof first?.["AwsManaged"] === "boolean",
  actions: ["organizations:ListPolicies"],
  kinds: ["organization-policy"],
  types: ["aws.organization-policy"],
  scope: "account",
  needsEnvelope: true,
  paging: tokens(20),
  each: {
    of: "organizations:ListRoots",
    input: (root) => enabledTypes(root).map((type) => ({ Filter: type })),
    node: ({ Filter: type }, place) =>
      typeof type === "string" ? `${organizationSeenBy(place)}#${type}` : null,
    relations: ["policies"],
  },
  normalize({ items, draft }) {
    for (const raw of items) {
      const policy = organizationPolicy(raw);
      if (policy !== null) draft.node(policy.node);
    }
  },
};
