/** Versions of the query APIs. */
export const STORE_VERSIONS = [
  ["2014-10-31", "rds"],
  ["2012-12-01", "redshift"],
  ["2015-02-02", "elasticache"],
] as const;

/** Services that speak JSON, by the name in their header. */
export const STORE_TARGETS = [
  ["DynamoDB_20120810", "dynamodb"],
  ["RedshiftServerless", "redshift-serverless"],
  ["AmazonMemoryDB", "memorydb"],
  ["Kinesis_20131202", "kinesis"],
  ["Firehose_20150804", "firehose"],
  ["AmazonDMSv20160101", "dms"],
  ["FmrsService", "datasync"],
  ["StorageGateway_20130630", "storagegateway"],
  ["TransferService", "transfer"],
] as const;

/** Services that are asked by paths, each with its empty answer. */
export const STORE_PATHS = [
  { start: "/2021-01-01/domain", call: "opensearch:ListDomainNames", empty: '{"DomainNames":[]}' },
  { start: "/api/v2/clusters?", call: "kafka:ListClustersV2", empty: '{"clusterInfoList":[]}' },
  { start: "/replication/v1/replicators?", call: "kafka:ListReplicators", empty: '{"replicators":[]}' },
  { start: "/backup-vaults?", call: "backup:ListBackupVaults", empty: '{"BackupVaultList":[]}' },
  { start: "/backup/plans?", call: "backup:ListBackupPlans", empty: '{"BackupPlansList":[]}' },
  { start: "/resources?", call: "backup:ListProtectedResources", empty: '{"Results":[]}' },
  { start: "/DescribeSourceServers", call: "drs:DescribeSourceServers", empty: '{"items":[]}' },
  {
    start: "/DescribeReplicationConfigurationTemplates",
    call: "drs:DescribeReplicationConfigurationTemplates",
    empty: '{"items":[]}',
  },
];

/** Lists of the query APIs and of those that speak JSON, by call. */
const LISTS: Readonly<Record<string, string>> = {
  "rds:DescribeDBInstances": "DBInstances",
  "rds:DescribeDBClusters": "DBClusters",
  "rds:DescribeGlobalClusters": "GlobalClusters",
  "rds:DescribeDBInstanceAutomatedBackups": "DBInstanceAutomatedBackups",
  "rds:DescribeDBClusterAutomatedBackups": "DBClusterAutomatedBackups",
  "rds:DescribeDBSnapshots": "DBSnapshots",
  "rds:DescribeDBClusterSnapshots": "DBClusterSnapshots",
  "rds:DescribeDBProxies": "DBProxies",
  "redshift:DescribeClusters": "Clusters",
  "redshift:DescribeClusterSnapshots": "Snapshots",
  "elasticache:DescribeReplicationGroups": "ReplicationGroups",
  "elasticache:DescribeCacheClusters": "CacheClusters",
  "elasticache:DescribeGlobalReplicationGroups": "GlobalReplicationGroups",
  "elasticache:DescribeSnapshots": "Snapshots",
  "dynamodb:ListTables": "TableNames",
  "redshift-serverless:ListNamespaces": "namespaces",
  "redshift-serverless:ListWorkgroups": "workgroups",
  "memorydb:DescribeClusters": "Clusters",
  "kinesis:ListStreams": "StreamNames",
  "firehose:ListDeliveryStreams": "DeliveryStreamNames",
  "dms:DescribeReplicationInstances": "ReplicationInstances",
  "dms:DescribeEndpoints": "Endpoints",
  "dms:DescribeReplicationTasks": "ReplicationTasks",
  "datasync:ListTasks": "Tasks",
  "datasync:ListLocations": "Locations",
  "datasync:ListAgents": "Agents",
  "storagegateway:ListGateways": "Gateways",
  "storagegateway:ListFileShares": "FileShareInfoList",
  "storagegateway:ListVolumes": "VolumeInfos",
  "storagegateway:ListTapes": "TapeInfos",
  "transfer:ListServers": "Servers",
};

const QUERY = new Set<string>(STORE_VERSIONS.map(([, service]) => service));

/** The answer of a service that stores or moves nothing. */
export function emptyStores(call: string): string | null {
  const list = LISTS[call];
  const [service = "", operation = ""] = call.split(":");
  if (list === undefined) return null;
  if (!QUERY.has(service)) return `{"${list}":[],"HasMoreDeliveryStreams":false,"HasMoreStreams":false}`;
  return `<${operation}Response><${operation}Result><${list}/></${operation}Result></${operation}Response>`;
}
