import { sharingResource } from "../../stores/snapshot-sharing.js";

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBSnapshotAttributes.html */
export const dbSnapshotAttributes = sharingResource({
  operation: "DescribeDBSnapshotAttributes",
  list: "DescribeDBSnapshots",
  member: "DBSnapshot",
  type: "aws.db-snapshot",
  word: "snapshot",
});
