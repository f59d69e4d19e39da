import type { Admitted } from "./admitted.js";
import { Language, TooManyStates } from "./language/language.js";
import { startOf } from "./language/pattern.js";
import { wordsBetween } from "./language/words.js";

/** How tokens of an issuer tell whose they are. */
interface IssuerRow {
  readonly kind: string;
  readonly matches: RegExp;
  /** Strangers get tokens of it too. */
  readonly shared: boolean;
  /** Claim that names the tenant, and where in its value: behind one of the beginnings, up to a character. */
  readonly tenant?: readonly {
    readonly claim: string;
    readonly beginnings: readonly string[];
    readonly until: string;
  }[];
}

const MOST_TENANTS = 50;

/** Issuers whose tokens many tenants get, and what tells these apart; each with the issuer's own page. */
const ISSUERS: readonly IssuerRow[] = [
  // https://docs.github.com/en/actions/reference/security/oidc
  {
    kind: "github",
    matches: /^token\.actions\.githubusercontent\.com$/,
    shared: true,
    tenant: [
      { claim: "sub", beginnings: ["repo:", "repository_owner:", "repository:"], until: "/:" },
      { claim: "repository_owner", beginnings: [""], until: "" },
      { claim: "repository", beginnings: [""], until: "/" },
      { claim: "repository_owner_id", beginnings: [""], until: "" },
      { claim: "repository_id", beginnings: [""], until: "" },
      { claim: "job_workflow_ref", beginnings: [""], until: "/" },
      { claim: "enterprise", beginnings: [""], until: "" },
    ],
  },
  // The path of such an issuer is one enterprise: https://docs.github.com/en/actions/reference/security/oidc
  { kind: "github", matches: /^token\.actions\.githubusercontent\.com\/.+$/, shared: false },
  // https://docs.gitlab.com/ci/cloud_services/aws/
  {
    kind: "gitlab",
    matches: /^gitlab\.com$/,
    shared: true,
    tenant: [{ claim: "sub", beginnings: ["project_path:"], until: "/:" }],
  },
  // https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/aws-configuration
  {
    kind: "terraform-cloud",
    matches: /^app\.terraform\.io$/,
    shared: true,
    tenant: [{ claim: "sub", beginnings: ["organization:"], until: ":" }],
  },
  // A cluster's issuer is its own: https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html
  {
    kind: "eks",
    matches: /^oidc\.eks\.[a-z0-9-]+\.(?:amazonaws\.com(?:\.cn)?|api\.aws)\/id\/[A-Z0-9]+$/i,
    shared: false,
  },
  // https://developers.google.com/identity/openid-connect/openid-connect
  {
    kind: "google",
    matches: /^accounts\.google\.com$/,
    shared: true,
    tenant: [
      { claim: "sub", beginnings: [""], until: "" },
      { claim: "aud", beginnings: [""], until: "" },
      { claim: "hd", beginnings: [""], until: "" },
    ],
  },
  // The audience is the identity pool: https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html
  {
    kind: "cognito",
    matches: /^cognito-identity\.amazonaws\.com$/,
    shared: true,
    tenant: [
      { claim: "aud", beginnings: [""], until: "" },
      { claim: "sub", beginnings: [""], until: "" },
    ],
  },
  // https://buildkite.com/docs/agent/v3/cli-oidc
  {
    kind: "buildkite",
    matches: /^agent\.buildkite\.com$/,
    shared: true,
    tenant: [{ claim: "sub", beginnings: ["organization:"], until: ":" }],
  },
  // One issuer an organization: https://circleci.com/docs/openid-connect-tokens/
  { kind: "circleci", matches: /^oidc\.circleci\.com\/org\/.+$/, shared: false },
  // https://learn.microsoft.com/en-us/entra/identity-platform/access-token-claims-reference
  {
    kind: "azure",
    matches: /^(?:sts\.windows\.net|login\.microsoftonline\.com)\/(?:common|organizations|consumers)\b/,
    shared: true,
  },
  { kind: "azure", matches: /^(?:sts\.windows\.net|login\.microsoftonline\.com)\/.+$/, shared: false },
  { kind: "okta", matches: /\.(?:okta|oktapreview|okta-emea)\.com(?:\/.*)?$/, shared: false },
  { kind: "keycloak", matches: /\/realms\/[^/]+$/, shared: false },
  { kind: "auth0", matches: /\.auth0\.com$/, shared: false },
  // https://developers.facebook.com and Login with Amazon: anybody has an account there.
  {
    kind: "social",
    matches: /^(?:graph\.facebook\.com|www\.amazon\.com)$/,
    shared: true,
    tenant: [{ claim: "app_id", beginnings: [""], until: "" }],
  },
];

export interface Issuer {
  readonly name: string;
  readonly kind: string;
  readonly shared: boolean | null;
  readonly tenants: string[] | null;
  readonly audiences: string[] | null;
}

/** Who issues the tokens of a web identity, and whose of them will do. `name` is that of the condition keys. */
export function issuerOf(name: string, keys: ReadonlyMap<string, Admitted>): Issuer {
  const row = ISSUERS.find(({ matches }) => matches.test(name));
  const claim = (each: string) => keys.get(`${name}:${each}`.toLowerCase());
  return {
    name,
    kind: row?.kind ?? "other",
    shared: row?.shared ?? null,
    tenants: tenantsIn(row, claim),
    audiences: listed(claim("aud"), { beginnings: [""], until: "" }),
  };
}

/** The tenants to which the narrowest claim holds it; null: no claim does. */
function tenantsIn(
  row: IssuerRow | undefined,
  claim: (name: string) => Admitted | undefined,
): string[] | null {
  const lists = (row?.tenant ?? []).flatMap((each) => {
    const words = listed(claim(each.claim), each);
    return words === null ? [] : [words];
  });
  const [narrowest] = lists.sort((a, b) => a.length - b.length);
  return narrowest ?? null;
}

interface Part {
  readonly beginnings: readonly string[];
  readonly until: string;
}

/** By language, of which many roles hold the same: the words of each part that was asked about. */
const WORDS = new WeakMap<Language, Map<string, string[] | null>>();

function listed(admitted: Admitted | undefined, part: Part): string[] | null {
  if (admitted === undefined || admitted.absent) return null;
  const { values } = admitted;
  const byPart = WORDS.get(values) ?? new Map<string, string[] | null>();
  WORDS.set(values, byPart);
  const key = JSON.stringify([part.beginnings, part.until]);
  const known = byPart.get(key);
  const words = known === undefined ? wordsIn(values, part) : known;
  byPart.set(key, words);
  return words === null ? null : [...words];
}

/** Null, too, where it takes too many states to know. */
function wordsIn(values: Language, part: Part): string[] | null {
  try {
    return wordsAfter(values, part);
  } catch (error) {
    if (error instanceof TooManyStates) return null;
    throw error;
  }
}

/** Values that begin otherwise are of anybody. */
function wordsAfter(values: Language, { beginnings, until }: Part): string[] | null {
  const found = new Set<string>();
  let rest = values;
  for (const beginning of beginnings) {
    const words = wordsBetween(values, { beginning, until, most: MOST_TENANTS });
    if (words === null) return null;
    for (const word of words) found.add(word);
    rest = rest.and(Language.of(startOf(beginning)).complement());
  }
  return rest.isEmpty() ? [...found].sort() : null;
}
