import type { Item } from "../../item.js";
import { momentOf } from "../../moment.js";
import { type Resource, tokens } from "../../resource.js";
import { addData, byArn, type Known } from "../../stores/data-node.js";
import { textTags } from "../../stores/text-tags.js";

/** https://docs.aws.amazon.com/MSK/2.0/APIReference/v2-clusters.html */
export const kafkaClusters: Resource = {
  service: "kafka",
  operation: "ListClustersV2",
  list: "ClusterInfoList",
  actions: ["kafka:ListClustersV2"],
  kinds: ["data-store"],
  types: ["aws.kafka-cluster"],
  scope: "region",
  optional: true,
  paging: tokens(100),
  normalize({ items }) {
    for (const raw of items) {
      const cluster = byArn(raw, "ClusterArn");
      if (cluster !== null) addCluster(cluster);
    }
  },
};

function addCluster(cluster: Known): void {
  const { id, item } = cluster;
  const name = item.text("ClusterName") ?? id;
  const [own, serverless] = [item.child("Provisioned"), item.child("Serverless")];
  const brokers = own?.child("BrokerNodeGroupInfo") ?? null;
  const networks = serverless?.list("VpcConfigs") ?? [];
  const key = own?.child("EncryptionInfo")?.child("EncryptionAtRest")?.text("DataVolumeKMSKeyId") ?? null;
  addData(cluster, {
    ...{ kind: "data-store", type: "aws.kafka-cluster", name, tags: textTags(item, "Tags") },
    is: {
      ...{ storeType: "stream", name, state: item.text("State"), engine: "kafka", key },
      // Data at rest always is: https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html
      ...{ created: momentOf(item, "CreationTime"), encrypted: true },
      engineVersion: own?.child("CurrentBrokerSoftwareInfo")?.text("KafkaVersion") ?? null,
      ...(own === null ? servedFacts(serverless) : ownFacts(own, brokers)),
    },
    ends: {
      key,
      subnets: [
        ...(brokers?.texts("ClientSubnets") ?? []),
        ...networks.flatMap((one) => one.texts("SubnetIds")),
      ],
      filters: [
        ...(brokers?.texts("SecurityGroups") ?? []),
        ...networks.flatMap((one) => one.texts("SecurityGroupIds")),
      ],
    },
  });
}

/** Serverless clusters have neither a public address nor connections without TLS and IAM. */
function servedFacts(serverless: Item | null) {
  return serverless === null ? {} : { encryptedInTransit: true, isPublic: false, authenticated: true };
}

function ownFacts(own: Item, brokers: Item | null) {
  const between = own.child("EncryptionInfo")?.child("EncryptionInTransit")?.text("ClientBroker") ?? null;
  const access = brokers?.child("ConnectivityInfo")?.child("PublicAccess")?.text("Type") ?? null;
  const open = own.child("ClientAuthentication")?.child("Unauthenticated")?.flag("Enabled") ?? null;
  const zones = brokers?.texts("ZoneIds").length ?? 0;
  const logs = own.child("LoggingInfo")?.child("BrokerLogs") ?? null;
  const kinds = ["CloudWatchLogs", "Firehose", "S3"];
  return {
    encryptedInTransit: between === null ? null : between === "TLS",
    isPublic: access === null ? null : access !== "DISABLED",
    authenticated: open === null ? null : !open,
    sizeGib: sizeOf(own, brokers),
    ...(zones === 0 ? {} : { multiZone: zones > 1 }),
    exportedLogs: kinds.filter((kind) => logs?.child(kind)?.flag("Enabled") === true),
  };
}

function sizeOf(own: Item, brokers: Item | null): number | null {
  const each = brokers?.child("StorageInfo")?.child("EbsStorageInfo")?.int("VolumeSize") ?? null;
  const count = own.int("NumberOfBrokerNodes");
  return each === null || count === null ? null : each * count;
}
