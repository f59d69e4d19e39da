import type { Resource } from "../../resource.js";
import { managedRuleGroupVersions } from "./managed-rule-group-versions.js";
import { managedRuleGroups } from "./managed-rule-groups.js";
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
];
