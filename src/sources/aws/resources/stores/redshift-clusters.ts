import { sortedTexts } from "../../block.js";
import { momentOf } from "../../moment.js";
import { RECORDS, type Resource } from "../../resource.js";
import { addData, type Known, partOf, withId } from "../../stores/data-node.js";
import { securityGroups } from "../../stores/database.js";
import { warehouseArn } from "../../stores/warehouse.js";
import { tagsOf } from "../../tags.js";

/** https://docs.aws.amazon.com/redshift/latest/APIReference/API_DescribeClusters.html */
export const redshiftClusters: Resource = {
  service: "redshift",
  operation: "DescribeClusters",
  list: "Clusters",
  // MemoryDB lists its clusters under this member too.
  recognizes: (first) => typeof first?.["ClusterIdentifier"] === "string",
  actions: ["redshift:DescribeClusters"],
  kinds: ["data-store", "copy-rule"],
  types: ["aws.redshift-cluster", "aws.redshift-snapshot-copy"],
  scope: "region",
  optional: true,
  neededWith: ["redshift:DescribeClusterSnapshots"],
  paging: RECORDS,
  normalize({ items, draft }) {
    for (const raw of items) {
      const name = raw.text("ClusterIdentifier");
      if (name === null)
        raw.gap("unparsed", `${draft.place.call} answered with a cluster that has no ClusterIdentifier`);
      else addCluster(withId(raw, warehouseArn(draft.place, name)), name);
    }
  },
};

function addCluster(cluster: Known, name: string): void {
  const { item } = cluster;
  const [key, size, zones] = [
    item.text("KmsKeyId"),
    item.int("TotalStorageCapacityInMegaBytes"),
    item.text("MultiAZ"),
  ];
  const backupDays = item.int("AutomatedSnapshotRetentionPeriod");
  addData(cluster, {
    ...{ kind: "data-store", type: "aws.redshift-cluster", name, tags: tagsOf(item) },
    is: {
      ...{ storeType: "cluster", name, state: item.text("ClusterStatus"), engine: "redshift" },
      ...{ engineVersion: item.text("ClusterVersion"), created: momentOf(item, "ClusterCreateTime") },
      ...{ sizeGib: size === null ? null : size / 1024, encrypted: item.flag("Encrypted"), key, backupDays },
      isPublic: item.flag("PubliclyAccessible"),
      zones: sortedTexts([
        item.text("AvailabilityZone"),
        item.child("MultiAZSecondary")?.text("AvailabilityZone") ?? null,
      ]),
      multiZone: zones === null ? null : zones.toLowerCase() === "enabled",
      autoUpgrades: item.flag("AllowVersionUpgrade"),
    },
    ends: {
      ...{ network: item.text("VpcId"), key },
      filters: securityGroups(item, "VpcSecurityGroups", "VpcSecurityGroupId"),
    },
  });
  addSnapshotCopy(cluster, name);
}

/** Snapshots that are copied to another Region. https://docs.aws.amazon.com/redshift/latest/APIReference/API_ClusterSnapshotCopyStatus.html */
function addSnapshotCopy(cluster: Known, name: string): void {
  const { id, item, scope } = cluster;
  const region = item.child("ClusterSnapshotCopyStatus")?.text("DestinationRegion") ?? null;
  if (region === null) return;
  addData(partOf(cluster, "snapshot-copy"), {
    ...{ kind: "copy-rule", type: "aws.redshift-snapshot-copy", name: `${name} snapshots` },
    is: {
      ...{ ruleType: "backup", enabled: true, sources: [id], encrypted: item.flag("Encrypted") },
      destinations: [{ region, account: scope.account ?? null, store: null }],
      keepDays: item.child("ClusterSnapshotCopyStatus")?.int("RetentionPeriod") ?? null,
    },
    ends: { more: [["sources", id]] },
  });
}
