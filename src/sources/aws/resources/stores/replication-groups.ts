import { sortedTexts } from "../../block.js";
import type { Item } from "../../item.js";
import { momentOf } from "../../moment.js";
import { RECORDS, type Resource } from "../../resource.js";
import { cacheFacts } from "../../stores/cache.js";
import { addData, byArn, type Known } from "../../stores/data-node.js";

/** Their networks are told with their clusters. https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DescribeReplicationGroups.html */
export const replicationGroups: Resource = {
  service: "elasticache",
  operation: "DescribeReplicationGroups",
  list: "ReplicationGroups",
  actions: ["elasticache:DescribeReplicationGroups"],
  kinds: ["data-store"],
  types: ["aws.cache-replication-group"],
  scope: "region",
  optional: true,
  neededWith: ["elasticache:DescribeCacheClusters"],
  paging: RECORDS,
  normalize({ items }) {
    for (const raw of items) {
      const group = byArn(raw, "ARN");
      if (group !== null) addGroup(group);
    }
  },
};

function addGroup(group: Known): void {
  const { id, item } = group;
  const [name, key] = [item.text("ReplicationGroupId") ?? id, item.text("KmsKeyId")];
  const members = item.list("NodeGroups").flatMap((nodes) => nodes.list("NodeGroupMembers"));
  const zones = item.text("MultiAZ");
  addData(group, {
    ...{ kind: "data-store", type: "aws.cache-replication-group", name },
    is: {
      ...{ storeType: "cache", name, state: item.text("Status"), ...cacheFacts(item), key },
      created: momentOf(item, "ReplicationGroupCreateTime"),
      zones: sortedTexts(members.map((member) => member.text("PreferredAvailabilityZone"))),
      multiZone: zones === null ? null : zones.toLowerCase() === "enabled",
      authenticated: authenticatedBy(item),
      outpost:
        sortedTexts([
          ...item.texts("MemberClustersOutpostArns"),
          ...members.map((member) => member.text("PreferredOutpostArn")),
        ]).filter((arn) => arn !== "")[0] ?? null,
    },
    ends: { key },
  });
}

function authenticatedBy(item: Item): boolean | null {
  const token = item.flag("AuthTokenEnabled");
  return item.texts("UserGroupIds").length > 0 ? true : token;
}
