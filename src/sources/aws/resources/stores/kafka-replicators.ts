import { type Resource, tokens } from "../../resource.js";
import { addData, byArn } from "../../stores/data-node.js";

/** https://docs.aws.amazon.com/msk/1.0/apireference/replication-v1-replicators.html */
export const kafkaReplicators: Resource = {
  service: "kafka",
  operation: "ListReplicators",
  list: "Replicators",
  actions: ["kafka:ListReplicators"],
  kinds: ["copy-rule"],
  types: ["aws.kafka-replicator"],
  scope: "region",
  optional: true,
  neededWith: ["kafka:ListClustersV2"],
  paging: tokens(100),
  normalize({ items }) {
    for (const raw of items) {
      const replicator = byArn(raw, "ReplicatorArn");
      if (replicator === null) continue;
      const name = replicator.item.text("ReplicatorName") ?? replicator.id;
      addData(replicator, { kind: "copy-rule", type: "aws.kafka-replicator", name, is: { name } });
    }
  },
};
