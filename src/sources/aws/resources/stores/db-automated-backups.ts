import { RECORDS, type Resource } from "../../resource.js";
import { byArn, partOf } from "../../stores/data-node.js";
import { addAutomatedBackup } from "../../stores/database.js";

/** Those kept here, of databases here and of others. https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBInstanceAutomatedBackups.html */
export const dbAutomatedBackups: Resource = {
  service: "rds",
  operation: "DescribeDBInstanceAutomatedBackups",
  list: "DBInstanceAutomatedBackups",
  actions: ["rds:DescribeDBInstanceAutomatedBackups"],
  kinds: ["data-copy"],
  types: ["aws.db-automated-backup"],
  scope: "region",
  optional: true,
  neededWith: ["rds:DescribeDBInstances"],
  paging: RECORDS,
  normalize({ items }) {
    for (const raw of items) {
      // Backups of databases that are older than such backups have no ARN of their own.
      const own = raw.text("DBInstanceAutomatedBackupsArn") !== null;
      const backup = byArn(raw, own ? "DBInstanceAutomatedBackupsArn" : "DBInstanceArn");
      if (backup === null) continue;
      addAutomatedBackup(own ? backup : partOf(backup, "automated-backup"), {
        ...{ type: "aws.db-automated-backup", of: "DBInstanceArn", encrypted: "Encrypted" },
      });
    }
  },
};
