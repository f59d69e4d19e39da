import { sortedTexts } from "../../block.js";
import { momentOf } from "../../moment.js";
import { RECORDS, type Resource } from "../../resource.js";
import { addData, byArn, type Known } from "../../stores/data-node.js";
import { warehouseArn } from "../../stores/warehouse.js";
import { tagsOf } from "../../tags.js";

/** https://docs.aws.amazon.com/redshift/latest/APIReference/API_DescribeClusterSnapshots.html */
export const redshiftSnapshots: Resource = {
  service: "redshift",
  operation: "DescribeClusterSnapshots",
  list: "Snapshots",
  recognizes: (first) => typeof first?.["SnapshotIdentifier"] === "string",
  actions: ["redshift:DescribeClusterSnapshots"],
  kinds: ["data-copy"],
  types: ["aws.redshift-snapshot"],
  scope: "region",
  optional: true,
  neededWith: ["redshift:DescribeClusters"],
  paging: RECORDS,
  normalize({ items }) {
    for (const raw of items) {
      const snapshot = byArn(raw, "SnapshotArn");
      if (snapshot !== null) addSnapshot(snapshot);
    }
  },
};

function addSnapshot(snapshot: Known): void {
  const { id, item, scope } = snapshot;
  const region = item.text("SourceRegion") ?? scope.region ?? null;
  const account = item.text("OwnerAccount") ?? scope.account ?? null;
  const [cluster, megabytes] = [item.text("ClusterIdentifier"), item.json["TotalBackupSizeInMegaBytes"]];
  const there = { ...item.draft.place, ...(region === null ? {} : { region }) };
  const store = cluster === null ? null : warehouseArn(there, cluster);
  const [name, key] = [item.text("SnapshotIdentifier") ?? id, item.text("KmsKeyId")];
  const type = item.text("SnapshotType");
  addData(snapshot, {
    ...{ kind: "data-copy", type: "aws.redshift-snapshot", name, tags: tagsOf(item) },
    is: {
      ...{ copyType: "snapshot", name, of: store, source: { region, account, store } },
      ...{ state: item.text("Status"), created: momentOf(item, "SnapshotCreateTime") },
      ...{ encrypted: item.flag("Encrypted"), key, automatic: type === null ? null : type === "automated" },
      sharedWith: sortedTexts(item.list("AccountsWithRestoreAccess").map((one) => one.text("AccountId"))),
      sizeGib: typeof megabytes === "number" ? megabytes / 1024 : null,
    },
    ends: { key, more: [["store", store]] },
  });
}
