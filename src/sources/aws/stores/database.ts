import { sortedTexts } from "../block.js";
import type { Item } from "../item.js";
import { momentOf } from "../moment.js";
import { partsOfArn } from "../names.js";
import type { Place } from "../place.js";
import { tagsOf } from "../tags.js";
import { addData, arnOf, arnOr, type Known, partOf } from "./data-node.js";
import { placeOfStore, sortedPlaces } from "./place-of.js";

export const instanceArn = (place: Place, name: string) => arnOf(place, "rds", `db:${name}`);
export const clusterArn = (place: Place, name: string) => arnOf(place, "rds", `cluster:${name}`);

/**
 * What instances and clusters tell alike.
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstance.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBCluster.html
 */
export function databaseFacts(item: Item) {
  const backupDays = item.int("BackupRetentionPeriod");
  return {
    ...{ engine: item.text("Engine"), engineVersion: item.text("EngineVersion") },
    ...{ sizeGib: item.int("AllocatedStorage"), encrypted: item.flag("StorageEncrypted") },
    ...{ key: item.text("KmsKeyId"), isPublic: item.flag("PubliclyAccessible") },
    // Automatic backups and the log between them go together: any moment of those days can be restored.
    ...{ multiZone: item.flag("MultiAZ"), backupDays, pointInTimeDays: backupDays },
    deletionProtection: item.flag("DeletionProtection"),
    exportedLogs: sortedTexts(item.texts("EnabledCloudwatchLogsExports")),
    autoUpgrades: item.flag("AutoMinorVersionUpgrade"),
    iamAuthentication: item.flag("IAMDatabaseAuthenticationEnabled"),
  };
}

export function securityGroups(item: Item, member: string, id: string): string[] {
  return item.list(member).flatMap((group) => group.text(id) ?? []);
}

/** Copies of a database that it keeps up to date itself: each its own store, which may lie in another Region. */
export function addReplicas(database: Known, replicas: readonly (string | null)[]): void {
  const copies = sortedTexts(replicas);
  if (copies.length === 0) return;
  const { id, item } = database;
  addData(partOf(database, "replicas"), {
    ...{ kind: "copy-rule", type: "aws.db-replication", name: `${nameOf(id)} replicas` },
    is: {
      ...{ ruleType: "replication", enabled: true, sources: [id] },
      destinations: sortedPlaces(copies.map((copy) => placeOfStore(copy, item.draft.place))),
    },
    ends: {
      more: [
        ["sources", id],
        ...copies.filter((copy) => partsOfArn(copy) !== null).map((copy) => ["destinations", copy] as const),
      ],
    },
  });
}

/** A snapshot of an instance or a cluster. */
export function addSnapshot(
  { id, item, scope }: Known,
  words: { readonly type: string; readonly name: string; readonly encrypted: string; readonly of: string },
): void {
  const kind = item.text("SnapshotType");
  if (item.text("SnapshotTarget") === "outposts")
    item.gap("unmodelled", `${words.name} lies on an Outpost, and the answer does not say on which`);
  const { account = null } = scope;
  const region = item.text("SourceRegion") ?? scope.region ?? null;
  const of = item.text(words.of);
  // A copy from another Region names the database of that Region.
  const there = { ...item.draft.place, ...(region === null ? {} : { region }) };
  const arn = words.of === "DBClusterIdentifier" ? clusterArn : instanceArn;
  const store = arnOr(of, (name) => arn(there, name));
  addData(
    { id, item, scope },
    {
      ...{ kind: "data-copy", type: words.type, name: words.name, tags: tagsOf(item, "TagList") },
      is: {
        ...{ copyType: "snapshot", name: words.name, of: store, source: { region, account, store } },
        ...{ state: item.text("Status"), created: momentOf(item, "SnapshotCreateTime") },
        ...{ encrypted: item.flag(words.encrypted), key: item.text("KmsKeyId") },
        sizeGib: item.int("AllocatedStorage"),
        automatic: kind === null ? null : kind === "automated" || kind === "awsbackup",
      },
      ends: { key: item.text("KmsKeyId"), more: [["store", store]] },
    },
  );
}

/** Automatic backups of an instance or a cluster, in their own Region or kept in another. */
export function addAutomatedBackup(
  backup: Known,
  words: { readonly type: string; readonly of: string; readonly encrypted: string },
): void {
  const { item } = backup;
  const store = item.text(words.of);
  const { account = null, region = null } = (store === null ? null : partsOfArn(store)) ?? {};
  const name = nameOf(store ?? backup.id);
  addData(backup, {
    ...{ kind: "data-copy", type: words.type, name, tags: tagsOf(item, "TagList") },
    is: {
      ...{ copyType: "automated-backup", name, of: store, automatic: true },
      source: { region: item.text("Region") ?? region, account, store },
      ...{ state: item.text("Status"), encrypted: item.flag(words.encrypted), key: item.text("KmsKeyId") },
      sizeGib: item.int("AllocatedStorage"),
    },
    ends: { key: item.text("KmsKeyId"), more: [["store", store]] },
  });
}

/** `arn:aws:rds:eu-west-1:1:db:shop` is shop. */
export function nameOf(arn: string): string {
  return (partsOfArn(arn)?.resource ?? arn).replace(/^[^:]*:(?=.)/s, "");
}
