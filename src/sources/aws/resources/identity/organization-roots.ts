import { globalScope } from "../../identity/iam-identity.js";
import {
  organizationIn,
  organizationSeenBy,
  organizationThing,
} from "../../identity/organization-identity.js";
import type { Item } from "../../item.js";
import { type Resource, tokens } from "../../resource.js";

/**
 * The root of an organization's tree, and the types of policies that are switched on.
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListRoots.html
 */
export const organizationRoots: Resource = {
  service: "organizations",
  operation: "ListRoots",
  list: "Roots",
  actions: ["organizations:ListRoots"],
  kinds: ["organizational-unit"],
  types: ["aws.organization-root"],
  scope: "account",
  paging: tokens(20),
  each: {
    of: "organizations:DescribeOrganization",
    input: () => ({}),
    node: (_input, place) => organizationSeenBy(place),
    relations: ["units"],
  },
  normalize({ items, draft }) {
    for (const raw of items) {
      const root = organizationThing(raw);
      if (root === null) continue;
      const { id, item, base } = root;
      const policyTypes = enabledTypes(item);
      draft.node({
        ...{ ...base, kind: "organizational-unit", type: "aws.organization-root" },
        is: { name: root.name, root: true, policyTypes },
      });
      addOrganization(item, { root: id, policyTypes });
    }
  },
};

/** Who may list the root may list the rest: from here on the organization is known to this account. */
function addOrganization(item: Item, { root, policyTypes }: { root: string; policyTypes: string[] }): void {
  const { draft, pointer } = item;
  const id = organizationIn(root);
  if (id === null) return;
  const seen = organizationSeenBy(draft.place);
  const label = id.replace(/^.*\//, "");
  draft.node({
    ...{ id, kind: "organization", type: "aws.organization", label },
    // Each type of policy is asked about on its own, and may be missing on its own.
    aliases: [label, seen, ...policyTypes.map((type) => `${seen}#${type}`)],
    scope: globalScope(id),
    ...{ is: {}, native: {}, pointer },
  });
  draft.edge({ from: root, relation: "organization", to: id, pointer });
}

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_PolicyTypeSummary.html */
export function enabledTypes(root: Item): string[] {
  const types = root.list("PolicyTypes").filter((type) => type.text("Status") === "ENABLED");
  return [...new Set(types.flatMap((type) => type.text("Type") ?? []))].sort();
}
