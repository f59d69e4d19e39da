import { RECORDS, type Resource } from "../../resource.js";
import { byArn, partOf } from "../../stores/data-node.js";
import { addAutomatedBackup } from "../../stores/database.js";

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBClusterAutomatedBackups.html */
export const dbClusterAutomatedBackups: Resource = {
  service: "rds",
  operation: "DescribeDBClusterAutomatedBackups",
  list: "DBClusterAutomatedBackups",
  actions: ["rds:DescribeDBClusterAutomatedBackups"],
  kinds: ["data-copy"],
  types: ["aws.db-cluster-automated-backup"],
  scope: "region",
  optional: true,
  neededWith: ["rds:DescribeDBClusters"],
  paging: RECORDS,
  normalize({ items }) {
    for (const raw of items) {
      const own = raw.text("DBClusterAutomatedBackupsArn") !== null;
      const backup = byArn(raw, own ? "DBClusterAutomatedBackupsArn" : "DBClusterArn");
      if (backup === null) continue;
      addAutomatedBackup(own ? backup : partOf(backup, "automated-backup"), {
        ...{ type: "aws.db-cluster-automated-backup", of: "DBClusterArn", encrypted: "StorageEncrypted" },
      });
    }
  },
};
