import type { Resource } from "../../resource.js";
import { appServiceDescriptions, appServices } from "./app-services.js";
import { distributionDescriptions, distributions } from "./distributions.js";
import { graphqlApis } from "./graphql-apis.js";
import { httpApiAuthorizers, httpApiRoutes, httpApiStages, httpApis } from "./http-apis.js";
import { managedRuleGroupVersions } from "./managed-rule-group-versions.js";
import { managedRuleGroups } from "./managed-rule-groups.js";
import { restApiAuthorizers, restApiMethods } from "./rest-api-authorization.js";
import { restApiStages } from "./rest-api-stages.js";
import { restApis } from "./rest-apis.js";
import { securityAdministrator } from "./security-administrator.js";
import { securityPolicies, securityPolicyDescriptions } from "./security-policies.js";
import { shieldProtections, shieldSubscription, shieldSubscriptionState } from "./shield.js";
import { userPoolDescriptions, userPools } from "./user-pools.js";
import { verifiedAccessInstances, verifiedAccessLogging } from "./verified-access.js";
import { webAclDescriptions } from "./web-acl-descriptions.js";
import { webAclLogging } from "./web-acl-logging.js";
import { webAclResources } from "./web-acl-resources.js";
import { webAcls } from "./web-acls.js";
import { webRuleGroupDescriptions } from "./web-rule-group-descriptions.js";
import { webRuleGroups } from "./web-rule-groups.js";
import { webAddressSetEntries, webPatternSetEntries } from "./web-set-entries.js";
import { webAddressSets, webPatternSets } from "./web-sets.js";

/** What guards web applications, and what stands open to the internet behind it. */
export const WEB: readonly Resource[] = [
  webAcls,
  webAclDescriptions,
  webAclResources,
  webAclLogging,
  webRuleGroups,
  webRuleGroupDescriptions,
  managedRuleGroups,
  managedRuleGroupVersions,
  webAddressSets,
  webAddressSetEntries,
  webPatternSets,
  webPatternSetEntries,
  distributions,
  distributionDescriptions,
  restApis,
  restApiStages,
  restApiAuthorizers,
  restApiMethods,
  httpApis,
  httpApiStages,
  httpApiAuthorizers,
  httpApiRoutes,
  graphqlApis,
  userPools,
  userPoolDescriptions,
  appServices,
  appServiceDescriptions,
  verifiedAccessInstances,
  verifiedAccessLogging,
  shieldSubscriptionState,
  shieldSubscription,
  shieldProtections,
  securityPolicies,
  securityPolicyDescriptions,
  securityAdministrator,
];
