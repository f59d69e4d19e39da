import { sortedTexts } from "../../block.js";
import type { Item } from "../../item.js";
import { momentOf } from "../../moment.js";
import { RECORDS, type Resource } from "../../resource.js";
import { addData, arnOr, byArn, type Known, partOf } from "../../stores/data-node.js";
import {
  addReplicas,
  clusterArn,
  databaseFacts,
  instanceArn,
  nameOf,
  securityGroups,
} from "../../stores/database.js";
import { placeOfStore, sortedPlaces } from "../../stores/place-of.js";
import { tagsOf } from "../../tags.js";

/** RDS, Aurora, Neptune and DocumentDB alike. https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBInstances.html */
export const dbInstances: Resource = {
  service: "rds",
  operation: "DescribeDBInstances",
  list: "DBInstances",
  actions: ["rds:DescribeDBInstances"],
  kinds: ["data-store", "copy-rule"],
  types: ["aws.db-instance", "aws.db-replication", "aws.db-backup-replication"],
  scope: "region",
  optional: true,
  neededWith: ["rds:DescribeDBClusters", "rds:DescribeDBSnapshots"],
  paging: RECORDS,
  normalize({ items }) {
    for (const raw of items) {
      const instance = byArn(raw, "DBInstanceArn");
      if (instance !== null) addInstance(instance);
    }
  },
};

function addInstance(instance: Known): void {
  const { id, item } = instance;
  const { place } = item.draft;
  const group = item.child("DBSubnetGroup");
  const cluster = arnOr(item.text("DBClusterIdentifier"), (name) => clusterArn(place, name));
  const replicaOf = sourceOf(item);
  const name = item.text("DBInstanceIdentifier") ?? nameOf(id);
  const key = item.text("KmsKeyId");
  addData(instance, {
    ...{ kind: "data-store", type: "aws.db-instance", name, tags: tagsOf(item, "TagList") },
    is: {
      ...{ storeType: "database", name, state: item.text("DBInstanceStatus") },
      created: momentOf(item, "InstanceCreateTime"),
      ...databaseFacts(item),
      zones: sortedTexts([item.text("AvailabilityZone"), item.text("SecondaryAvailabilityZone")]),
      ...{ outpost: outpostOf(group), replicaOf },
    },
    ends: {
      ...{ network: group?.text("VpcId") ?? null, key },
      subnets: group?.list("Subnets").flatMap((subnet) => subnet.text("SubnetIdentifier") ?? []) ?? [],
      filters: securityGroups(item, "VpcSecurityGroups", "VpcSecurityGroupId"),
      more: [
        ["cluster", cluster],
        ["replica_of", replicaOf],
      ],
    },
  });
  addReplicas(instance, [
    ...item.texts("ReadReplicaDBInstanceIdentifiers").map((one) => arnOr(one, (n) => instanceArn(place, n))),
    ...item.texts("ReadReplicaDBClusterIdentifiers").map((one) => arnOr(one, (n) => clusterArn(place, n))),
  ]);
  addBackupReplication(instance);
}

function sourceOf(item: Item): string | null {
  const { place } = item.draft;
  return (
    arnOr(item.text("ReadReplicaSourceDBInstanceIdentifier"), (name) => instanceArn(place, name)) ??
    arnOr(item.text("ReadReplicaSourceDBClusterIdentifier"), (name) => clusterArn(place, name))
  );
}

/** A database lies on an Outpost where its subnets do. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-on-outposts.html */
function outpostOf(group: Item | null): string | null {
  const outposts = group?.list("Subnets").map((subnet) => subnet.child("SubnetOutpost")?.text("Arn") ?? null);
  return sortedTexts(outposts ?? [])[0] ?? null;
}

/** Automatic backups that are kept in another Region too. */
function addBackupReplication(instance: Known): void {
  const { id, item } = instance;
  const copies = item
    .list("DBInstanceAutomatedBackupsReplications")
    .map((copy) => copy.text("DBInstanceAutomatedBackupsArn"));
  if (copies.length === 0) return;
  addData(partOf(instance, "backups"), {
    ...{ kind: "copy-rule", type: "aws.db-backup-replication", name: `${nameOf(id)} backups` },
    is: {
      ...{ ruleType: "backup", enabled: true, sources: [id] },
      destinations: sortedPlaces(sortedTexts(copies).map((copy) => ({ ...placeOfStore(copy), store: null }))),
      keepDays: item.int("BackupRetentionPeriod"),
      encrypted: item.flag("StorageEncrypted"),
    },
    ends: { more: [["sources", id]] },
  });
}
