import { momentOf } from "../../moment.js";
import type { Resource } from "../../resource.js";
import { cacheClusterArn, replicationGroupArn } from "../../stores/cache.js";
import { addData, byArn, type Known } from "../../stores/data-node.js";
import { placeOfStore } from "../../stores/place-of.js";

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DescribeSnapshots.html */
export const cacheSnapshots: Resource = {
  service: "elasticache",
  operation: "DescribeSnapshots",
  list: "Snapshots",
  recognizes: (first) => typeof first?.["SnapshotName"] === "string",
  actions: ["elasticache:DescribeSnapshots"],
  kinds: ["data-copy"],
  types: ["aws.cache-snapshot"],
  scope: "region",
  optional: true,
  neededWith: ["elasticache:DescribeCacheClusters"],
  paging: { input: "Marker", output: "Marker", size: { MaxRecords: 50 } },
  normalize({ items }) {
    for (const raw of items) {
      const snapshot = byArn(raw, "ARN");
      if (snapshot !== null) addSnapshot(snapshot);
    }
  },
};

function addSnapshot(snapshot: Known): void {
  const { id, item } = snapshot;
  const { place } = item.draft;
  const [name, key] = [item.text("SnapshotName") ?? id, item.text("KmsKeyId")];
  const [group, cluster] = [item.text("ReplicationGroupId"), item.text("CacheClusterId")];
  const store =
    group !== null
      ? replicationGroupArn(place, group)
      : cluster !== null
        ? cacheClusterArn(place, cluster)
        : null;
  const [first] = item.list("NodeSnapshots");
  const source = item.text("SnapshotSource");
  addData(snapshot, {
    ...{ kind: "data-copy", type: "aws.cache-snapshot", name },
    is: {
      ...{ copyType: "snapshot", name, of: store, source: placeOfStore(store, place) },
      ...{ state: item.text("SnapshotStatus"), key, encrypted: key === null ? null : true },
      created: first === undefined ? null : momentOf(first, "SnapshotCreateTime"),
      ...{ automatic: source === null ? null : source === "automated" },
      outpost: item.text("PreferredOutpostArn"),
    },
    ends: { key, more: [["store", store]] },
  });
}
