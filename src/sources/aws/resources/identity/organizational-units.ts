import { organizationIn, organizationThing } from "../../identity/organization-identity.js";
import { eachParent } from "../../identity/organization-parent.js";
import { type Resource, tokens } from "../../resource.js";

/** Units below the root or another unit, down to the last. https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListOrganizationalUnitsForParent.html */
export const organizationalUnits: Resource = {
  service: "organizations",
  operation: "ListOrganizationalUnitsForParent",
  list: "OrganizationalUnits",
  actions: ["organizations:ListOrganizationalUnitsForParent"],
  kinds: ["organizational-unit"],
  types: ["aws.organizational-unit"],
  scope: "account",
  needsEnvelope: true,
  paging: tokens(20),
  each: eachParent(["units"]),
  normalize({ items, input, draft }) {
    const parent = input["ParentId"];
    for (const raw of items) {
      const unit = organizationThing(raw);
      if (unit === null) continue;
      const { id: from, name, base } = unit;
      draft.node({
        ...{ ...base, kind: "organizational-unit", type: "aws.organizational-unit" },
        is: { name, root: false },
      });
      const { pointer } = base;
      draft.edge({ from, relation: "organization", to: organizationIn(from), pointer });
      draft.edge({ from, relation: "parent", to: typeof parent === "string" ? parent : null, pointer });
    }
  },
};
