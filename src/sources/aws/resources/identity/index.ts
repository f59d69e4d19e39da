import type { Resource } from "../../resource.js";
import { accountAliases } from "./account-aliases.js";
import { accountAuthorizationDetails } from "./account-authorization-details.js";
import { accountSummary } from "./account-summary.js";
import { oidcProviderDescriptions } from "./oidc-provider-descriptions.js";
import { oidcProviders } from "./oidc-providers.js";
import { passwordPolicy } from "./password-policy.js";
import { roles } from "./roles.js";
import { samlProviderDescriptions } from "./saml-provider-descriptions.js";
import { samlProviders } from "./saml-providers.js";
import { users } from "./users.js";

/** Who there is, and who may become whom. */
export const IDENTITY: readonly Resource[] = [
  accountAuthorizationDetails,
  roles,
  users,
  passwordPolicy,
  accountSummary,
  accountAliases,
  samlProviders,
  samlProviderDescriptions,
  oidcProviders,
  oidcProviderDescriptions,
];
