import { sortedTexts } from "../../block.js";
import type { Resource } from "../../resource.js";
import { addData, withId } from "../../stores/data-node.js";
import { warehouseArn } from "../../stores/warehouse.js";

/** https://docs.aws.amazon.com/redshift/latest/APIReference/API_DescribeLoggingStatus.html */
export const redshiftLogging: Resource = {
  service: "redshift",
  operation: "DescribeLoggingStatus",
  list: "LoggingEnabled",
  object: ["LoggingEnabled"],
  actions: ["redshift:DescribeLoggingStatus"],
  kinds: ["data-store"],
  types: ["aws.redshift-cluster"],
  scope: "region",
  needsEnvelope: true,
  each: {
    of: "redshift:DescribeClusters",
    input(cluster) {
      const name = cluster.text("ClusterIdentifier");
      return name === null ? null : { ClusterIdentifier: name };
    },
    node: ({ ClusterIdentifier: name }, place) =>
      typeof name === "string" ? warehouseArn(place, name) : null,
  },
  normalize({ items: [whole], input, draft }) {
    const name = input["ClusterIdentifier"];
    if (whole === undefined || typeof name !== "string") return;
    const { item, ...known } = withId(whole, warehouseArn(draft.place, name));
    const on = item.flag("LoggingEnabled") === true;
    const bucket = on ? item.text("BucketName") : null;
    addData(
      { item, ...known },
      {
        ...{ kind: "data-store", type: "aws.redshift-cluster", name },
        is: {
          logsTo: bucket === null || bucket === "" ? [] : [`arn:${draft.place.partition}:s3:::${bucket}`],
          exportedLogs: on ? sortedTexts(item.texts("LogExports")) : [],
        },
      },
    );
  },
};
