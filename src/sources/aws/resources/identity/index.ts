import type { Resource } from "../../resource.js";
import { accountAliases } from "./account-aliases.js";
import { accountAssignments } from "./account-assignments.js";
import { accountAuthorizationDetails } from "./account-authorization-details.js";
import { accountSummary } from "./account-summary.js";
import { accountsForParent } from "./accounts-for-parent.js";
import { analyzers } from "./analyzers.js";
import { delegatedAdministrators } from "./delegated-administrators.js";
import { delegatedServices } from "./delegated-services.js";
import { directories } from "./directories.js";
import { directoryLdaps } from "./directory-ldaps.js";
import { directoryTrusts } from "./directory-trusts.js";
import { identityCenters } from "./identity-centers.js";
import { identityPoolDescriptions } from "./identity-pool-descriptions.js";
import { identityPoolRoles } from "./identity-pool-roles.js";
import { identityPools } from "./identity-pools.js";
import { oidcProviderDescriptions } from "./oidc-provider-descriptions.js";
import { oidcProviders } from "./oidc-providers.js";
import { organization } from "./organization.js";
import { organizationAccounts } from "./organization-accounts.js";
import { organizationPolicies } from "./organization-policies.js";
import { organizationPolicyDescriptions } from "./organization-policy-descriptions.js";
import { organizationPolicyTargets } from "./organization-policy-targets.js";
import { organizationRoots } from "./organization-roots.js";
import { organizationalUnits } from "./organizational-units.js";
import { passwordPolicy } from "./password-policy.js";
import { permissionSetAccounts } from "./permission-set-accounts.js";
import { permissionSetBoundaries } from "./permission-set-boundaries.js";
import { permissionSetCustomerPolicies } from "./permission-set-customer-policies.js";
import { permissionSetDescriptions } from "./permission-set-descriptions.js";
import { permissionSetInlinePolicies } from "./permission-set-inline-policies.js";
import { permissionSetManagedPolicies } from "./permission-set-managed-policies.js";
import { permissionSets } from "./permission-sets.js";
import { roles } from "./roles.js";
import { samlProviderDescriptions } from "./saml-provider-descriptions.js";
import { samlProviders } from "./saml-providers.js";
import { trustedTokenIssuerDescriptions } from "./trusted-token-issuer-descriptions.js";
import { trustedTokenIssuers } from "./trusted-token-issuers.js";
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
  organization,
  organizationRoots,
  organizationalUnits,
  organizationAccounts,
  accountsForParent,
  organizationPolicies,
  organizationPolicyDescriptions,
  organizationPolicyTargets,
  delegatedAdministrators,
  delegatedServices,
  identityCenters,
  permissionSets,
  permissionSetDescriptions,
  permissionSetInlinePolicies,
  permissionSetManagedPolicies,
  permissionSetCustomerPolicies,
  permissionSetBoundaries,
  permissionSetAccounts,
  accountAssignments,
  trustedTokenIssuers,
  trustedTokenIssuerDescriptions,
  identityPools,
  identityPoolDescriptions,
  identityPoolRoles,
  directories,
  directoryTrusts,
  directoryLdaps,
  analyzers,
];
