import type { Item } from "../../item.js";
import { RECORDS, type Resource } from "../../resource.js";
import { withoutSecrets } from "../../secrets.js";
import { addData, byArn, type Known } from "../../stores/data-node.js";
import { placeOfStore } from "../../stores/place-of.js";

/** Databases and stores that are migrated, by how they are reached. https://docs.aws.amazon.com/dms/latest/APIReference/API_Endpoint.html */
export const replicationEndpoints: Resource = {
  service: "dms",
  operation: "DescribeEndpoints",
  list: "Endpoints",
  recognizes: (first) => typeof first?.["EndpointArn"] === "string",
  actions: ["dms:DescribeEndpoints"],
  kinds: ["transfer-end"],
  types: ["aws.replication-endpoint"],
  scope: "region",
  optional: true,
  neededWith: ["dms:DescribeReplicationTasks"],
  paging: RECORDS,
  normalize({ items }) {
    for (const raw of items) {
      // Passwords and connection attributes stand in its settings.
      const end = byArn(raw.having(withoutSecrets(raw.json)), "EndpointArn");
      if (end !== null) addEnd(end);
    }
  },
};

function addEnd(end: Known): void {
  const { id, item } = end;
  const name = item.text("EndpointIdentifier") ?? id;
  const engine = item.text("EngineName")?.toLowerCase() ?? "unknown";
  const store = storeOf(item);
  addData(end, {
    ...{ kind: "transfer-end", type: "aws.replication-endpoint", name },
    is: {
      ...{ endType: engine, name, uri: uriOf(item), state: item.text("Status") },
      place: store === null ? null : placeOfStore(store),
      ...{ encryptedInTransit: tlsOf(item, engine), authenticated: authenticatedBy(item) },
      ...{ role: item.text("ServiceAccessRoleArn"), key: item.text("KmsKeyId") },
    },
    ends: { more: [["store", store]] },
  });
}

function uriOf(item: Item): string | null {
  const [server, port] = [item.text("ServerName"), item.int("Port")];
  const other = item.child("ElasticsearchSettings")?.text("EndpointUri") ?? null;
  const brokers = item.child("KafkaSettings")?.text("Broker") ?? null;
  if (server === null) return other ?? brokers;
  return port === null ? server : `${server}:${port}`;
}

function storeOf(item: Item): string | null {
  const { partition } = item.draft.place;
  const bucket = item.child("S3Settings")?.text("BucketName") ?? null;
  return bucket === null
    ? (item.child("KinesisSettings")?.text("StreamArn") ?? null)
    : `arn:${partition}:s3:::${bucket}`;
}

/** Services of AWS are called by their APIs, and the endpoint's own setting says nothing of it. */
const APIS = new Set("s3,dynamodb,kinesis,elasticsearch,opensearch,neptune,timestream,lakehouse".split(","));

function tlsOf(item: Item, engine: string): boolean | null {
  const redis = item.child("RedisSettings")?.text("SslSecurityProtocol") ?? null;
  if (redis !== null) return redis === "ssl-encryption";
  const kafka = item.child("KafkaSettings")?.text("SecurityProtocol") ?? null;
  if (kafka !== null) return kafka !== "plaintext";
  const mode = item.text("SslMode");
  return mode === null || APIS.has(engine) ? null : mode !== "none";
}

function authenticatedBy(item: Item): boolean | null {
  const mongo = item.child("MongoDbSettings")?.text("AuthType") ?? null;
  if (mongo !== null) return mongo !== "no";
  const redis = item.child("RedisSettings")?.text("AuthType") ?? null;
  if (redis !== null) return redis !== "none";
  return item.child("NeptuneSettings")?.flag("IamAuthEnabled") ?? null;
}
