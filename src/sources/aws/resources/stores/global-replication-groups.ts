import { RECORDS, type Resource } from "../../resource.js";
import { replicationGroupArn } from "../../stores/cache.js";
import { addData, byArn, type Known } from "../../stores/data-node.js";
import { placeOfStore, sortedPlaces } from "../../stores/place-of.js";

/** Caches that are one across Regions. https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DescribeGlobalReplicationGroups.html */
export const globalReplicationGroups: Resource = {
  service: "elasticache",
  operation: "DescribeGlobalReplicationGroups",
  list: "GlobalReplicationGroups",
  actions: ["elasticache:DescribeGlobalReplicationGroups"],
  kinds: ["copy-rule"],
  types: ["aws.cache-global-group"],
  scope: "region",
  optional: true,
  neededWith: ["elasticache:DescribeReplicationGroups"],
  paging: RECORDS,
  input: { ShowMemberInfo: true },
  normalize({ items }) {
    for (const raw of items) {
      const group = byArn(raw, "ARN");
      if (group !== null) addGroup(group);
    }
  },
};

function addGroup(group: Known): void {
  const { id, item } = group;
  const name = item.text("GlobalReplicationGroupId") ?? id;
  const members = item.list("Members").flatMap((member) => {
    const [own, region] = [member.text("ReplicationGroupId"), member.text("ReplicationGroupRegion")];
    if (own === null || region === null) return [];
    const arn = replicationGroupArn({ ...item.draft.place, region }, own);
    return [{ arn, leads: member.text("Role")?.toLowerCase() === "primary" }];
  });
  if (members.length === 0) item.gap("unparsed", `Whose copies ${name} keeps was not told`);
  const sources = members.flatMap(({ arn, leads }) => (leads ? [arn] : [])).sort();
  const copies = members.flatMap(({ arn, leads }) => (leads ? [] : [arn])).sort();
  addData(group, {
    ...{ kind: "copy-rule", type: "aws.cache-global-group", name },
    is: {
      ...{ ruleType: "replication", name, enabled: true, sources },
      destinations: sortedPlaces(copies.map((arn) => placeOfStore(arn))),
      encrypted: item.flag("AtRestEncryptionEnabled"),
    },
    ends: {
      more: [
        ...sources.map((arn) => ["sources", arn] as const),
        ...copies.map((arn) => ["destinations", arn] as const),
      ],
    },
  });
}
