import { sortedTexts } from "../../block.js";
import type { Item } from "../../item.js";
import { partsOfArn } from "../../names.js";
import type { Resource } from "../../resource.js";
import { addData, byArn } from "../../stores/data-node.js";
import { placeOfStore, sortedPlaces } from "../../stores/place-of.js";
import { textTags } from "../../stores/text-tags.js";

/** https://docs.aws.amazon.com/msk/1.0/apireference/replication-v1-replicators-replicatorarn.html */
export const kafkaReplicatorDescriptions: Resource = {
  service: "kafka",
  operation: "DescribeReplicator",
  list: "ReplicatorArn",
  object: ["ReplicatorArn", "ReplicationInfoList"],
  actions: ["kafka:DescribeReplicator"],
  kinds: ["copy-rule"],
  types: ["aws.kafka-replicator"],
  scope: "region",
  each: {
    of: "kafka:ListReplicators",
    input(replicator) {
      const arn = replicator.text("ReplicatorArn");
      return arn === null ? null : { ReplicatorArn: arn };
    },
    node: ({ ReplicatorArn: arn }) => (typeof arn === "string" ? arn : null),
  },
  normalize({ items: [whole] }) {
    const replicator = byArn(whole ?? null, "ReplicatorArn");
    if (replicator === null) return;
    const { id, item } = replicator;
    const named = clustersOf(item);
    const ways = item.list("ReplicationInfoList");
    const at = (member: string) =>
      sortedTexts(ways.map((way) => named.get(way.text(member) ?? "") ?? way.text(member)));
    const sources = at("SourceKafkaClusterAlias");
    const targets = at("TargetKafkaClusterAlias");
    const name = item.text("ReplicatorName") ?? id;
    const own = (arns: readonly string[]) => arns.filter((arn) => partsOfArn(arn) !== null);
    addData(replicator, {
      ...{ kind: "copy-rule", type: "aws.kafka-replicator", name, tags: textTags(item, "Tags") },
      is: {
        ...{ ruleType: "replication", name, enabled: item.text("ReplicatorState") !== "FAILED", sources },
        destinations: sortedPlaces(targets.map((target) => placeOfStore(target))),
        role: item.text("ServiceExecutionRoleArn"),
      },
      ends: {
        more: [
          ...own(sources).map((arn) => ["sources", arn] as const),
          ...own(targets).map((arn) => ["destinations", arn] as const),
        ],
      },
    });
  },
};

/** Clusters by the aliases that the replicator gives them: ARNs, or how those elsewhere are called. */
function clustersOf(item: Item): Map<string, string> {
  return new Map(
    item.list("KafkaClusters").flatMap((cluster) => {
      const alias = cluster.text("KafkaClusterAlias");
      const name =
        cluster.child("AmazonMskCluster")?.text("MskClusterArn") ??
        cluster.child("ApacheKafkaCluster")?.text("ApacheKafkaClusterId") ??
        null;
      return alias === null || name === null ? [] : [[alias, name] as const];
    }),
  );
}
