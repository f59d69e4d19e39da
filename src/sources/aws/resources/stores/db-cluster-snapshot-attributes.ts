import { sharingResource } from "../../stores/snapshot-sharing.js";

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBClusterSnapshotAttributes.html */
export const dbClusterSnapshotAttributes = sharingResource({
  operation: "DescribeDBClusterSnapshotAttributes",
  list: "DescribeDBClusterSnapshots",
  member: "DBClusterSnapshot",
  type: "aws.db-cluster-snapshot",
  word: "cluster-snapshot",
});
