import { sortedTexts } from "../../block.js";
import { momentOf } from "../../moment.js";
import { RECORDS, type Resource } from "../../resource.js";
import { addData, arnOr, byArn, type Known } from "../../stores/data-node.js";
import {
  addReplicas,
  clusterArn,
  databaseFacts,
  instanceArn,
  nameOf,
  securityGroups,
} from "../../stores/database.js";
import { tagsOf } from "../../tags.js";

/** Their subnets are told with their instances. https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBClusters.html */
export const dbClusters: Resource = {
  service: "rds",
  operation: "DescribeDBClusters",
  list: "DBClusters",
  actions: ["rds:DescribeDBClusters"],
  kinds: ["data-store", "copy-rule"],
  types: ["aws.db-cluster", "aws.db-replication"],
  scope: "region",
  optional: true,
  neededWith: ["rds:DescribeDBInstances", "rds:DescribeDBClusterSnapshots"],
  paging: RECORDS,
  normalize({ items }) {
    for (const raw of items) {
      const cluster = byArn(raw, "DBClusterArn");
      if (cluster !== null) addCluster(cluster);
    }
  },
};

function addCluster(cluster: Known): void {
  const { id, item } = cluster;
  const { place } = item.draft;
  const replicaOf = arnOr(item.text("ReplicationSourceIdentifier"), (name) => clusterArn(place, name));
  const name = item.text("DBClusterIdentifier") ?? nameOf(id);
  addData(cluster, {
    ...{ kind: "data-store", type: "aws.db-cluster", name, tags: tagsOf(item, "TagList") },
    is: {
      ...{ storeType: "cluster", name, state: item.text("Status") },
      created: momentOf(item, "ClusterCreateTime"),
      ...databaseFacts(item),
      ...{ zones: sortedTexts(item.texts("AvailabilityZones")), replicaOf },
    },
    ends: {
      filters: securityGroups(item, "VpcSecurityGroups", "VpcSecurityGroupId"),
      key: item.text("KmsKeyId"),
      more: [["replica_of", replicaOf]],
    },
  });
  // Of a cluster these are replicas in other Regions, instances or clusters by their ARNs.
  addReplicas(
    cluster,
    item.texts("ReadReplicaIdentifiers").map((one) => arnOr(one, (n) => instanceArn(place, n))),
  );
}
