import type { Resource } from "../../resource.js";
import { aggregatedSources, aggregators } from "./aggregators.js";
import { alarms } from "./alarms.js";
import { certificateDescriptions, certificates } from "./certificates.js";
import { clusterDescriptions, clusters } from "./clusters.js";
import { commandDocuments, documentPermissions, documentSharing } from "./command-documents.js";
import { configRuleCompliance, configRules } from "./config-rules.js";
import { conformancePackStatuses, conformancePacks } from "./conformance-packs.js";
import { containerClusterDescriptions, containerClusters } from "./container-clusters.js";
import { deliveryChannelStatuses, deliveryChannels } from "./delivery-channels.js";
import {
  detectorAdministrators,
  detectorDescriptions,
  detectorOrganizations,
  detectors,
} from "./detectors.js";
import { eventSelectors } from "./event-selectors.js";
import { eventStoreDescriptions, eventStores } from "./event-stores.js";
import { functions, functionUrls } from "./functions.js";
import { insightSelectors } from "./insight-selectors.js";
import { licenceAssociations, licenceConfigurations, licenceUses } from "./licences.js";
import { metricFilters, subscriptionFilters } from "./log-filters.js";
import { logGroups } from "./log-groups.js";
import { logDestinations, logPolicies } from "./log-sharing.js";
import { activations, complianceSummaries, softwareInventory } from "./managed-host-facts.js";
import { managedHosts } from "./managed-hosts.js";
import { recorderStatuses, recorders } from "./recorders.js";
import { inspectorStatus, macieSession } from "./scanners.js";
import {
  findingAggregatorDescriptions,
  findingAggregators,
  securityHub,
  securityStandards,
} from "./security-hub.js";
import { topicSubscriptions } from "./topic-subscriptions.js";
import { topicAttributes, topics } from "./topics.js";
import { trailStatuses } from "./trail-statuses.js";
import { trails } from "./trails.js";

/** What is written down and who is told, what watches, and what machines, licences and certificates there are. */
export const AUDIT: readonly Resource[] = [
  trails,
  trailStatuses,
  eventSelectors,
  insightSelectors,
  eventStores,
  eventStoreDescriptions,
  recorders,
  recorderStatuses,
  deliveryChannels,
  deliveryChannelStatuses,
  aggregators,
  aggregatedSources,
  conformancePacks,
  conformancePackStatuses,
  configRules,
  configRuleCompliance,
  logGroups,
  metricFilters,
  subscriptionFilters,
  logPolicies,
  logDestinations,
  alarms,
  topics,
  topicAttributes,
  topicSubscriptions,
  detectors,
  detectorDescriptions,
  detectorAdministrators,
  detectorOrganizations,
  securityHub,
  securityStandards,
  findingAggregators,
  findingAggregatorDescriptions,
  inspectorStatus,
  macieSession,
  managedHosts,
  activations,
  complianceSummaries,
  softwareInventory,
  commandDocuments,
  documentPermissions,
  documentSharing,
  licenceConfigurations,
  licenceAssociations,
  licenceUses,
  certificates,
  certificateDescriptions,
  clusters,
  clusterDescriptions,
  containerClusters,
  containerClusterDescriptions,
  functions,
  functionUrls,
];
