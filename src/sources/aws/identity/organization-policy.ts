import type { Item } from "../item.js";
import { organizationSeenBy, organizationThing } from "./organization-identity.js";

/** The summary of a policy: who it is, and facts; whoever calls adds the node. https://docs.aws.amazon.com/organizations/latest/APIReference/API_PolicySummary.html */
export function organizationPolicy(raw: Item) {
  const policy = organizationThing(raw);
  if (policy === null) return null;
  const { item, name, base } = policy;
  const { draft, pointer } = item;
  const { account } = draft.place;
  const providerManaged = item.flag("AwsManaged");
  // The provider's own policies have one ARN for every organization, and targets in each.
  const id = providerManaged === true ? `${policy.id}@${account ?? ""}` : policy.id;
  const scope = { ...base.scope, ...(account === undefined || providerManaged !== true ? {} : { account }) };
  const is = {
    ...{ name, providerManaged: providerManaged ?? false, description: item.text("Description") },
    policyType: (item.text("Type") ?? "unknown")
      .replace(/_POLICY(?=_|$)/, "")
      .replace(/_/g, "-")
      .toLowerCase(),
  };
  draft.edge({ from: id, relation: "organization", to: organizationSeenBy(draft.place), pointer });
  const node = {
    ...base,
    id,
    scope,
    kind: "organization-policy",
    type: "aws.organization-policy",
    is,
  } as const;
  return { id, item, node };
}
