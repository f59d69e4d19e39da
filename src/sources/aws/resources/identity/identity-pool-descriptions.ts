import type { FactsByKind } from "../../../../model/index.js";
import { EACH_POOL, poolAnswered } from "../../identity/identity-pool.js";
import type { Item } from "../../item.js";
import type { Resource } from "../../resource.js";

type Provider = FactsByKind["identity-pool"]["providers"][number];

/** Who may become whom by an identity pool, guests included. https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DescribeIdentityPool.html */
export const identityPoolDescriptions: Resource = {
  service: "cognito-identity",
  operation: "DescribeIdentityPool",
  list: "IdentityPoolId",
  object: ["IdentityPoolId", "IdentityPoolName", "AllowUnauthenticatedIdentities"],
  actions: ["cognito-identity:DescribeIdentityPool"],
  kinds: ["identity-pool"],
  types: ["aws.identity-pool"],
  scope: "region",
  each: EACH_POOL,
  normalize(page) {
    const pool = poolAnswered(page);
    if (pool === null) return;
    const { id, short, item } = pool;
    const name = item.text("IdentityPoolName") ?? short;
    const unauthenticated = item.flag("AllowUnauthenticatedIdentities");
    page.draft.node({
      ...{ id, kind: "identity-pool", type: "aws.identity-pool", label: name, aliases: [short] },
      tags: recordOf(item.child("IdentityPoolTags")),
      is: {
        ...{ name, ...(unauthenticated === null ? {} : { unauthenticated }) },
        classicFlow: item.flag("AllowClassicFlow") ?? false,
        providers: providersOf(item),
      },
      ...{ native: item.json, pointer: "" },
    });
    for (const member of ["OpenIdConnectProviderARNs", "SamlProviderARNs"])
      for (const to of item.texts(member))
        page.draft.edge({ from: id, relation: "identity_providers", to, pointer: `/${member}` });
  },
};

function providersOf(item: Item): Provider[] {
  const social = Object.entries(recordOf(item.child("SupportedLoginProviders")));
  const developer = item.text("DeveloperProviderName");
  const one = (type: Provider["type"], name: string, clientId: string | null = null): Provider => ({
    ...{ type, name, clientId, serverSideCheck: null },
  });
  const pools = item.list("CognitoIdentityProviders").map((pool) => ({
    ...one("user-pool", pool.text("ProviderName") ?? "", pool.text("ClientId")),
    serverSideCheck: pool.flag("ServerSideTokenCheck"),
  }));
  const all = [
    ...pools,
    ...social.map(([name, clientId]) => one("social", name, clientId)),
    ...item.texts("OpenIdConnectProviderARNs").map((arn) => one("oidc", arn)),
    ...item.texts("SamlProviderARNs").map((arn) => one("saml", arn)),
    ...(developer === null ? [] : [one("developer", developer)]),
  ];
  const key = ({ type, name, clientId }: Provider) => `${type} ${name} ${clientId ?? ""}`;
  return all.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Members of an object that are text, by their names. */
function recordOf(item: Item | null): Record<string, string> {
  const names = Object.keys(item?.json ?? {}).sort();
  return Object.fromEntries(
    names.flatMap((name) => {
      const text = item?.text(name) ?? null;
      return text === null ? [] : [[name, text] as const];
    }),
  );
}
