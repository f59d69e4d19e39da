import { RECORDS, type Resource } from "../../resource.js";
import { byArn } from "../../stores/data-node.js";
import { addSnapshot, nameOf } from "../../stores/database.js";

/** The account's own. https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBSnapshots.html */
export const dbSnapshots: Resource = {
  service: "rds",
  operation: "DescribeDBSnapshots",
  list: "DBSnapshots",
  actions: ["rds:DescribeDBSnapshots"],
  kinds: ["data-copy"],
  types: ["aws.db-snapshot"],
  scope: "region",
  optional: true,
  neededWith: ["rds:DescribeDBInstances"],
  paging: RECORDS,
  normalize({ items }) {
    for (const raw of items) {
      const snapshot = byArn(raw, "DBSnapshotArn");
      if (snapshot === null) continue;
      const name = snapshot.item.text("DBSnapshotIdentifier") ?? nameOf(snapshot.id);
      addSnapshot(snapshot, {
        type: "aws.db-snapshot",
        name,
        encrypted: "Encrypted",
        of: "DBInstanceIdentifier",
      });
    }
  },
};
