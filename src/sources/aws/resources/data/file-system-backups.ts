import { fileSystemDetail } from "../../data/file-system-detail.js";

/** The daily backups that the service itself arranges are kept for 35 days. https://docs.aws.amazon.com/efs/latest/ug/automatic-backups.html */
const KEPT = 35;

/** https://docs.aws.amazon.com/efs/latest/ug/API_DescribeBackupPolicy.html */
export const fileSystemBackups = fileSystemDetail({
  operation: "DescribeBackupPolicy",
  list: "BackupPolicy",
  none: ["PolicyNotFound"],
  facts(answer) {
    const status = answer?.child("BackupPolicy")?.text("Status") ?? null;
    if (answer !== null && status === null) return { backupDays: null };
    return { backupDays: status?.startsWith("ENABL") === true ? KEPT : 0 };
  },
});
