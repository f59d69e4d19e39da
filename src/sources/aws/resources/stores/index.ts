import type { Resource } from "../../resource.js";
import { backupPlanDescriptions } from "./backup-plan-descriptions.js";
import { backupPlans } from "./backup-plans.js";
import { backupSelectionDescriptions } from "./backup-selection-descriptions.js";
import { backupSelections } from "./backup-selections.js";
import { backupVaultPolicies } from "./backup-vault-policies.js";
import { backupVaults } from "./backup-vaults.js";
import { cacheClusters } from "./cache-clusters.js";
import { cacheSnapshots } from "./cache-snapshots.js";
import { dbAutomatedBackups } from "./db-automated-backups.js";
import { dbClusterAutomatedBackups } from "./db-cluster-automated-backups.js";
import { dbClusterSnapshotAttributes } from "./db-cluster-snapshot-attributes.js";
import { dbClusterSnapshots } from "./db-cluster-snapshots.js";
import { dbClusters } from "./db-clusters.js";
import { dbGlobalClusters } from "./db-global-clusters.js";
import { dbInstances } from "./db-instances.js";
import { dbProxies } from "./db-proxies.js";
import { dbSnapshotAttributes } from "./db-snapshot-attributes.js";
import { dbSnapshots } from "./db-snapshots.js";
import { deliveryStreamDescriptions } from "./delivery-stream-descriptions.js";
import { deliveryStreams } from "./delivery-streams.js";
import { gatewayFileShares } from "./gateway-file-shares.js";
import { gatewayTapes } from "./gateway-tapes.js";
import { gatewayVolumes } from "./gateway-volumes.js";
import { globalReplicationGroups } from "./global-replication-groups.js";
import { kafkaClusters } from "./kafka-clusters.js";
import { kafkaReplicatorDescriptions } from "./kafka-replicator-descriptions.js";
import { kafkaReplicators } from "./kafka-replicators.js";
import { memoryClusters } from "./memory-clusters.js";
import { nfsFileShares } from "./nfs-file-shares.js";
import { protectedResources } from "./protected-resources.js";
import { recoveryPoints } from "./recovery-points.js";
import { recoveryTemplates } from "./recovery-templates.js";
import { redshiftClusters } from "./redshift-clusters.js";
import { redshiftLogging } from "./redshift-logging.js";
import { redshiftNamespaces } from "./redshift-namespaces.js";
import { redshiftSnapshots } from "./redshift-snapshots.js";
import { redshiftWorkgroups } from "./redshift-workgroups.js";
import { replicationEndpoints } from "./replication-endpoints.js";
import { replicationGroups } from "./replication-groups.js";
import { replicationInstances } from "./replication-instances.js";
import { replicationTasks } from "./replication-tasks.js";
import { searchDomainDescriptions } from "./search-domain-descriptions.js";
import { searchDomains } from "./search-domains.js";
import { smbFileShares } from "./smb-file-shares.js";
import { snowJobDescriptions } from "./snow-job-descriptions.js";
import { snowJobs } from "./snow-jobs.js";
import { sourceServerReplication } from "./source-server-replication.js";
import { sourceServers } from "./source-servers.js";
import { storageGatewayDescriptions } from "./storage-gateway-descriptions.js";
import { storageGateways } from "./storage-gateways.js";
import { streamDescriptions } from "./stream-descriptions.js";
import { streams } from "./streams.js";
import { syncAgentDescriptions } from "./sync-agent-descriptions.js";
import { syncAgents } from "./sync-agents.js";
import { SYNC_LOCATION_DESCRIPTIONS } from "./sync-location-descriptions.js";
import { syncLocations } from "./sync-locations.js";
import { syncTaskDescriptions } from "./sync-task-descriptions.js";
import { syncTasks } from "./sync-tasks.js";
import { tableBackups } from "./table-backups.js";
import { tableDescriptions } from "./table-descriptions.js";
import { tablePolicies } from "./table-policies.js";
import { tables } from "./tables.js";
import { transferServerDescriptions } from "./transfer-server-descriptions.js";
import { transferServers } from "./transfer-servers.js";

/** Databases, caches and streams, what is kept of them, and what moves data. */
export const STORES: readonly Resource[] = [
  dbInstances,
  dbClusters,
  dbGlobalClusters,
  dbAutomatedBackups,
  dbClusterAutomatedBackups,
  dbSnapshots,
  dbSnapshotAttributes,
  dbClusterSnapshots,
  dbClusterSnapshotAttributes,
  dbProxies,
  tables,
  tableDescriptions,
  tableBackups,
  tablePolicies,
  redshiftClusters,
  redshiftLogging,
  redshiftSnapshots,
  redshiftNamespaces,
  redshiftWorkgroups,
  searchDomains,
  searchDomainDescriptions,
  replicationGroups,
  cacheClusters,
  globalReplicationGroups,
  cacheSnapshots,
  memoryClusters,
  kafkaClusters,
  kafkaReplicators,
  kafkaReplicatorDescriptions,
  streams,
  streamDescriptions,
  deliveryStreams,
  deliveryStreamDescriptions,
  backupVaults,
  backupVaultPolicies,
  recoveryPoints,
  protectedResources,
  backupPlans,
  backupPlanDescriptions,
  backupSelections,
  backupSelectionDescriptions,
  replicationInstances,
  replicationEndpoints,
  replicationTasks,
  syncTasks,
  syncTaskDescriptions,
  syncLocations,
  ...SYNC_LOCATION_DESCRIPTIONS,
  syncAgents,
  syncAgentDescriptions,
  storageGateways,
  storageGatewayDescriptions,
  gatewayFileShares,
  nfsFileShares,
  smbFileShares,
  gatewayVolumes,
  gatewayTapes,
  snowJobs,
  snowJobDescriptions,
  transferServers,
  transferServerDescriptions,
  sourceServers,
  sourceServerReplication,
  recoveryTemplates,
];
