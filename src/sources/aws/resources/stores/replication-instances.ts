import { sortedTexts } from "../../block.js";
import { momentOf } from "../../moment.js";
import { RECORDS, type Resource } from "../../resource.js";
import { addData, byArn, type Known } from "../../stores/data-node.js";
import { securityGroups } from "../../stores/database.js";

/** Machines that migrate databases. https://docs.aws.amazon.com/dms/latest/APIReference/API_ReplicationInstance.html */
export const replicationInstances: Resource = {
  service: "dms",
  operation: "DescribeReplicationInstances",
  list: "ReplicationInstances",
  actions: ["dms:DescribeReplicationInstances"],
  kinds: ["transfer"],
  types: ["aws.replication-instance"],
  scope: "region",
  optional: true,
  neededWith: ["dms:DescribeReplicationTasks"],
  paging: RECORDS,
  normalize({ items }) {
    for (const raw of items) {
      const instance = byArn(raw, "ReplicationInstanceArn");
      if (instance !== null) addInstance(instance);
    }
  },
};

function addInstance(instance: Known): void {
  const { id, item } = instance;
  const group = item.child("ReplicationSubnetGroup");
  const name = item.text("ReplicationInstanceIdentifier") ?? id;
  addData(instance, {
    ...{ kind: "transfer", type: "aws.replication-instance", name },
    is: {
      ...{ transferType: "mover", name, state: item.text("ReplicationInstanceStatus") },
      ...{ created: momentOf(item, "InstanceCreateTime"), engineVersion: item.text("EngineVersion") },
      // Its storage always is: https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.html
      ...{ encrypted: true, key: item.text("KmsKeyId"), isPublic: item.flag("PubliclyAccessible") },
      ...{ autoUpgrades: item.flag("AutoMinorVersionUpgrade"), multiZone: item.flag("MultiAZ") },
    },
    ends: {
      network: group?.text("VpcId") ?? null,
      subnets: sortedTexts(group?.list("Subnets").map((subnet) => subnet.text("SubnetIdentifier")) ?? []),
      filters: securityGroups(item, "VpcSecurityGroups", "VpcSecurityGroupId"),
    },
  });
}
