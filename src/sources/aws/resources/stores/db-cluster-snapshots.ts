import { RECORDS, type Resource } from "../../resource.js";
import { byArn } from "../../stores/data-node.js";
import { addSnapshot, nameOf } from "../../stores/database.js";

/** The account's own. https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBClusterSnapshots.html */
export const dbClusterSnapshots: Resource = {
  service: "rds",
  operation: "DescribeDBClusterSnapshots",
  list: "DBClusterSnapshots",
  actions: ["rds:DescribeDBClusterSnapshots"],
  kinds: ["data-copy"],
  types: ["aws.db-cluster-snapshot"],
  scope: "region",
  optional: true,
  neededWith: ["rds:DescribeDBClusters"],
  paging: RECORDS,
  normalize({ items }) {
    for (const raw of items) {
      const snapshot = byArn(raw, "DBClusterSnapshotArn");
      if (snapshot === null) continue;
      const name = snapshot.item.text("DBClusterSnapshotIdentifier") ?? nameOf(snapshot.id);
      addSnapshot(snapshot, {
        type: "aws.db-cluster-snapshot",
        name,
        encrypted: "StorageEncrypted",
        of: "DBClusterIdentifier",
      });
    }
  },
};
