import { sortedTexts } from "../block.js";
import type { Item } from "../item.js";
import type { Place } from "../place.js";
import { arnOf } from "./data-node.js";

export function replicationGroupArn(place: Place, name: string): string {
  return arnOf(place, "elasticache", `replicationgroup:${name}`);
}

export function cacheClusterArn(place: Place, name: string): string {
  return arnOf(place, "elasticache", `cluster:${name}`);
}

/** What clusters and replication groups of a cache tell alike. https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ReplicationGroup.html */
export function cacheFacts(item: Item) {
  const [tls, mode] = [item.flag("TransitEncryptionEnabled"), item.text("TransitEncryptionMode")];
  return {
    ...{ engine: item.text("Engine"), encrypted: item.flag("AtRestEncryptionEnabled") },
    // With `preferred` a client may still do without.
    encryptedInTransit: tls === null ? null : tls && mode !== "preferred",
    ...{ backupDays: item.int("SnapshotRetentionLimit"), autoUpgrades: item.flag("AutoMinorVersionUpgrade") },
    ...logsOf(item),
  };
}

function logsOf(item: Item) {
  const deliveries = item
    .list("LogDeliveryConfigurations")
    .filter((one) => one.text("Status") !== "disabling");
  const to = deliveries.map((one) => {
    const details = one.child("DestinationDetails");
    return (
      details?.child("CloudWatchLogsDetails")?.text("LogGroup") ??
      details?.child("KinesisFirehoseDetails")?.text("DeliveryStream") ??
      null
    );
  });
  return { exportedLogs: sortedTexts(deliveries.map((one) => one.text("LogType"))), logsTo: sortedTexts(to) };
}
