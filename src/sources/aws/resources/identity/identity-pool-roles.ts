import type { FactsByKind } from "../../../../model/index.js";
import { EACH_POOL, poolAnswered } from "../../identity/identity-pool.js";
import type { Item } from "../../item.js";
import type { Resource } from "../../resource.js";

type Mapping = NonNullable<FactsByKind["identity-pool"]["roleMappings"]>[number];

/** Roles that an identity pool gives. https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetIdentityPoolRoles.html */
export const identityPoolRoles: Resource = {
  service: "cognito-identity",
  operation: "GetIdentityPoolRoles",
  list: "IdentityPoolId",
  object: ["IdentityPoolId"],
  // A description has the id too, and more: it is recognized before this one.
  recognizes: (whole) => whole?.["Roles"] !== undefined || Object.keys(whole ?? {}).length === 1,
  actions: ["cognito-identity:GetIdentityPoolRoles"],
  kinds: ["identity-pool"],
  types: ["aws.identity-pool"],
  scope: "region",
  each: EACH_POOL,
  normalize(page) {
    const pool = poolAnswered(page);
    if (pool === null) return;
    const { id, short, item } = pool;
    const roles = item.child("Roles");
    const roleMappings = mappingsOf(item.child("RoleMappings"));
    const [authenticatedRole, unauthenticatedRole] = [
      roles?.text("authenticated"),
      roles?.text("unauthenticated"),
    ];
    page.draft.node({
      ...{ id, kind: "identity-pool", type: "aws.identity-pool", label: short, aliases: [short] },
      is: {
        authenticatedRole: authenticatedRole ?? null,
        unauthenticatedRole: unauthenticatedRole ?? null,
        roleMappings,
      },
      ...{ native: item.json, pointer: "" },
    });
    const given = [
      authenticatedRole,
      unauthenticatedRole,
      ...roleMappings.flatMap(({ rules }) => rules.map(({ role }) => role)),
    ];
    const distinct = new Set(given.filter((role) => role != null));
    for (const to of [...distinct].sort())
      page.draft.edge({ from: id, relation: "roles", to, pointer: "/Roles" });
  },
};

function mappingsOf(mappings: Item | null): Mapping[] {
  return Object.keys(mappings?.json ?? {})
    .sort()
    .flatMap((provider) => {
      const mapping = mappings?.child(provider) ?? null;
      return mapping === null ? [] : [mappingOf(provider, mapping)];
    });
}

function mappingOf(provider: string, mapping: Item): Mapping {
  const rules = (mapping.child("RulesConfiguration")?.list("Rules") ?? []).map((rule) => ({
    claim: rule.text("Claim") ?? "",
    match: rule.text("MatchType") ?? "unknown",
    value: rule.text("Value") ?? "",
    role: rule.text("RoleARN"),
  }));
  const mappingType = (mapping.text("Type") ?? "unknown").toLowerCase();
  return { provider, mappingType, otherwise: mapping.text("AmbiguousRoleResolution"), rules };
}
