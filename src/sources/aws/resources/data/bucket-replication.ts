import { bucketDetail } from "../../data/bucket.js";
import { accountIn } from "../../data/store.js";
import { wordOrNull } from "../../data/words.js";
import type { Item } from "../../item.js";

/** What is copied to which bucket. https://docs.aws.amazon.com/AmazonS3/latest/API/API_ReplicationRule.html */
export const bucketReplication = bucketDetail({
  operation: "GetBucketReplication",
  action: "GetReplicationConfiguration",
  list: "ReplicationConfiguration",
  none: ["ReplicationConfigurationNotFoundError"],
  // ECR tells its own beside the registry.
  recognizes: (answer) => answer?.["registryId"] === undefined && answer?.["Role"] === undefined,
  kinds: ["copy-rule"],
  types: ["aws.bucket-replication-rule"],
  facts(answer, bucket) {
    const config = answer?.child("ReplicationConfiguration") ?? null;
    const role = config?.text("Role") ?? null;
    for (const [index, rule] of (config?.list("Rules") ?? []).entries()) {
      const name = rule.text("ID") ?? String(index);
      const id = `${bucket}#replication/${name}`;
      addRule(rule.about(id), { id, name, role, bucket });
    }
    return {};
  },
});

interface Known {
  readonly id: string;
  readonly name: string;
  readonly role: string | null;
  readonly bucket: string;
}

function addRule(rule: Item, { id, name, role, bucket }: Known): void {
  const { draft, pointer } = rule;
  const target = rule.child("Destination");
  const store = target?.text("Bucket") ?? null;
  const account = target === null ? null : accountIn(target, "Account");
  if (store === null) rule.gap("unparsed", "A replication rule does not tell where it copies to");
  const coding = target?.child("EncryptionConfiguration") ?? null;
  draft.node({
    ...{
      id,
      kind: "copy-rule",
      type: "aws.bucket-replication-rule",
      label: name,
      native: rule.json,
      pointer,
    },
    cited: name,
    is: {
      ...{ ruleType: "replication", name, role, enabled: enabled(rule), sources: [bucket] },
      selection: selectionOf(rule),
      destinations: [{ region: null, account, store }],
      key: coding?.text("ReplicaKmsKeyID") ?? null,
      storageClass: wordOrNull(target?.text("StorageClass") ?? null),
      ...factsOf(rule, target),
    },
  });
  draft.edge({ from: id, relation: "sources", to: bucket, pointer });
  // The bucket may be another account's, and is in a Region that the rule does not name.
  draft.edge({ from: id, relation: "destinations", to: store, pointer, account });
}

function factsOf(rule: Item, target: Item | null) {
  const selected = rule.child("SourceSelectionCriteria");
  const time = target?.child("ReplicationTime") ?? null;
  const minutes = time !== null && enabled(time) ? (time.child("Time")?.int("Minutes") ?? null) : null;
  return {
    copiesDeletions: enabled(rule.child("DeleteMarkerReplication")) ?? false,
    copiesEncrypted: enabled(selected?.child("SseKmsEncryptedObjects") ?? null) ?? false,
    changesOwner: target?.child("AccessControlTranslation")?.text("Owner") === "Destination",
    withinSeconds: minutes === null ? null : minutes * 60,
    keepDays: null,
  };
}

function enabled(item: Item | null): boolean | null {
  const status = item?.text("Status") ?? null;
  return status === null ? null : status === "Enabled";
}

/** The older form has a prefix alone; an empty one chooses everything. */
function selectionOf(rule: Item) {
  const filter = rule.child("Filter")?.json ?? null;
  const prefix = rule.text("Prefix");
  if (filter !== null && Object.keys(filter).length > 0 && filter["Prefix"] !== "") return filter;
  return prefix === null || prefix === "" ? null : { Prefix: prefix };
}
