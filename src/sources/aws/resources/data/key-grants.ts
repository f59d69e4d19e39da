import type { FactsByKind } from "../../../../model/index.js";
import { addKey, EACH_KEY, keyAsked } from "../../data/key.js";
import { Item } from "../../item.js";
import type { Resource } from "../../resource.js";

type Grant = NonNullable<FactsByKind["key"]["grants"]>[number];

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_GrantListEntry.html */
export const keyGrants: Resource = {
  service: "kms",
  operation: "ListGrants",
  list: "Grants",
  recognizes: (first) => first !== undefined && Object.hasOwn(first, "GrantId"),
  actions: ["kms:ListGrants"],
  kinds: ["key"],
  types: ["aws.key"],
  scope: "region",
  needsEnvelope: true,
  paging: { input: "Marker", output: "NextMarker", size: { Limit: 100 } },
  each: EACH_KEY,
  normalize({ items, input, draft }) {
    const id = keyAsked(input, draft.place);
    if (id === null) return;
    const grants = items.map((raw) => grantOf(raw.about(id)));
    const whole = new Item({}, "/Grants", { draft, touches: { nodes: [id] } });
    addKey(whole, { id, is: { grants: grants.sort(byGrantee) }, native: {} });
  },
};

function grantOf(grant: Item): Grant {
  return {
    grantee: grant.text("GranteePrincipal") ?? grant.text("GranteeServicePrincipal"),
    operations: [...grant.texts("Operations")].sort(),
    issuer: grant.text("IssuingAccount")?.replace(/^arn:[^:]*:iam::(\d{12}):.*$/s, "$1") ?? null,
  };
}

function byGrantee(a: Grant, b: Grant): number {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
