import type { Resource } from "../../resource.js";
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
import { globalReplicationGroups } from "./global-replication-groups.js";
import { kafkaClusters } from "./kafka-clusters.js";
import { kafkaReplicatorDescriptions } from "./kafka-replicator-descriptions.js";
import { kafkaReplicators } from "./kafka-replicators.js";
import { memoryClusters } from "./memory-clusters.js";
import { redshiftClusters } from "./redshift-clusters.js";
import { redshiftLogging } from "./redshift-logging.js";
import { redshiftNamespaces } from "./redshift-namespaces.js";
import { redshiftSnapshots } from "./redshift-snapshots.js";
import { redshiftWorkgroups } from "./redshift-workgroups.js";
import { replicationGroups } from "./replication-groups.js";
import { searchDomainDescriptions } from "./search-domain-descriptions.js";
import { searchDomains } from "./search-domains.js";
import { streamDescriptions } from "./stream-descriptions.js";
import { streams } from "./streams.js";
import { tableBackups } from "./table-backups.js";
import { tableDescriptions } from "./table-descriptions.js";
import { tablePolicies } from "./table-policies.js";
import { tables } from "./tables.js";

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
];
