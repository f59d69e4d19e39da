import { momentOf } from "../../moment.js";
import { RECORDS, type Resource } from "../../resource.js";
import { cacheFacts, replicationGroupArn } from "../../stores/cache.js";
import { addData, byArn, type Known } from "../../stores/data-node.js";
import { securityGroups } from "../../stores/database.js";

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DescribeCacheClusters.html */
export const cacheClusters: Resource = {
  service: "elasticache",
  operation: "DescribeCacheClusters",
  list: "CacheClusters",
  actions: ["elasticache:DescribeCacheClusters"],
  kinds: ["data-store"],
  types: ["aws.cache-cluster"],
  scope: "region",
  optional: true,
  neededWith: ["elasticache:DescribeReplicationGroups", "elasticache:DescribeSnapshots"],
  paging: RECORDS,
  normalize({ items }) {
    for (const raw of items) {
      const cluster = byArn(raw, "ARN");
      if (cluster !== null) addCluster(cluster);
    }
  },
};

function addCluster(cluster: Known): void {
  const { id, item } = cluster;
  const name = item.text("CacheClusterId") ?? id;
  const group = item.text("ReplicationGroupId");
  const zone = item.text("PreferredAvailabilityZone");
  addData(cluster, {
    ...{ kind: "data-store", type: "aws.cache-cluster", name },
    is: {
      ...{ storeType: "cache", name, state: item.text("CacheClusterStatus"), ...cacheFacts(item) },
      ...{ engineVersion: item.text("EngineVersion"), created: momentOf(item, "CacheClusterCreateTime") },
      ...{ authenticated: item.flag("AuthTokenEnabled"), outpost: item.text("PreferredOutpostArn") },
      // Nodes in several zones are told as `Multiple`.
      ...(zone === "Multiple" ? { multiZone: true } : { zones: zone === null ? [] : [zone] }),
    },
    ends: {
      filters: securityGroups(item, "SecurityGroups", "SecurityGroupId"),
      more: [["cluster", group === null ? null : replicationGroupArn(item.draft.place, group)]],
    },
  });
}
