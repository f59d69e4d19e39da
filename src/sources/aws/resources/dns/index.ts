import type { Resource } from "../../resource.js";
import { dnsFirewallAssociations } from "./dns-firewall-associations.js";
import { dnsFirewallGroups } from "./dns-firewall-groups.js";
import { dnsFirewallRules } from "./dns-firewall-rules.js";
import { dnsTags } from "./dns-tags.js";
import { domainDescriptions } from "./domain-descriptions.js";
import { domainListEntries } from "./domain-list-entries.js";
import { domainLists } from "./domain-lists.js";
import { domains } from "./domains.js";
import { healthChecks } from "./health-checks.js";
import { hostedZoneDescriptions } from "./hosted-zone-descriptions.js";
import { hostedZones } from "./hosted-zones.js";
import { nameServices } from "./name-services.js";
import { namespaces } from "./namespaces.js";
import { networkAttributes } from "./network-attributes.js";
import { dnsFirewallSettings, dnssecValidation, resolverSettings } from "./network-settings.js";
import { networkZones } from "./network-zones.js";
import { recordSets } from "./record-sets.js";
import { resolverEndpointAddresses } from "./resolver-endpoint-addresses.js";
import { resolverEndpoints } from "./resolver-endpoints.js";
import { resolverQueryLogAssociations } from "./resolver-query-log-associations.js";
import { resolverQueryLogs } from "./resolver-query-logs.js";
import { resolverRuleAssociations } from "./resolver-rule-associations.js";
import { resolverRules } from "./resolver-rules.js";
import { zoneQueryLogs } from "./zone-query-logs.js";
import { zoneSigning } from "./zone-signing.js";

/** What names mean: Route 53, its resolver and registrar, and Cloud Map. */
export const DNS: readonly Resource[] = [
  hostedZones,
  hostedZoneDescriptions,
  recordSets,
  zoneSigning,
  networkZones,
  zoneQueryLogs,
  healthChecks,
  dnsTags,
  domains,
  domainDescriptions,
  resolverEndpoints,
  resolverEndpointAddresses,
  resolverRules,
  resolverRuleAssociations,
  resolverQueryLogs,
  resolverQueryLogAssociations,
  dnsFirewallGroups,
  dnsFirewallRules,
  dnsFirewallAssociations,
  domainLists,
  domainListEntries,
  dnsFirewallSettings,
  resolverSettings,
  dnssecValidation,
  networkAttributes,
  namespaces,
  nameServices,
];
