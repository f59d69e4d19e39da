import { type FactsByKind, isObject, type JsonObject } from "../../../../model/index.js";
import { sortedTexts } from "../../block.js";
import { addKey, EACH_KEY, keyAsked } from "../../data/key.js";
import { wordOrNull } from "../../data/words.js";
import type { Item } from "../../item.js";
import { momentOf } from "../../moment.js";
import { partsOfArn } from "../../names.js";
import type { Resource } from "../../resource.js";

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_KeyMetadata.html */
export const keyDescriptions: Resource = {
  service: "kms",
  operation: "DescribeKey",
  list: "KeyMetadata",
  object: ["KeyMetadata"],
  actions: ["kms:DescribeKey"],
  kinds: ["key"],
  types: ["aws.key"],
  scope: "region",
  each: {
    ...EACH_KEY,
    node(input, place) {
      const told = input["KeyMetadata"] ?? null;
      return keyAsked(isObject(told) ? (told as JsonObject) : input, place);
    },
  },
  normalize({ items: [whole], draft }) {
    const raw = whole?.child("KeyMetadata") ?? null;
    const id = raw === null ? null : (raw.text("Arn") ?? keyAsked(raw.json, draft.place));
    if (raw === null || id === null) {
      whole?.gap("unparsed", "kms:DescribeKey answered with a key that has no KeyId");
      return;
    }
    const item = raw.about(id);
    addKey(item, { id, is: factsOf(item, id) });
    const primary = primaryOf(item);
    if (primary === null || primary === id) return;
    const { account, region } = partsOfArn(primary) ?? {};
    draft.edge({ from: id, relation: "replica_of", to: primary, pointer: item.pointer, account, region });
  },
};

function factsOf(item: Item, id: string): Partial<FactsByKind["key"]> {
  const manager = item.text("KeyManager");
  const config = item.child("MultiRegionConfiguration");
  const replicas = config?.list("ReplicaKeys").map((one) => one.text("Arn")) ?? [];
  return {
    name: item.text("Description") || id.slice(id.lastIndexOf("/") + 1),
    manager: manager === null ? null : manager === "CUSTOMER" ? "customer" : "provider",
    ...{ state: wordOrNull(item.text("KeyState")), enabled: item.flag("Enabled") },
    ...{ usage: wordOrNull(item.text("KeyUsage")), origin: wordOrNull(item.text("Origin")) },
    spec: item.text("KeySpec") ?? item.text("CustomerMasterKeySpec"),
    ...{ created: momentOf(item, "CreationDate"), deletion: momentOf(item, "DeletionDate") },
    multiRegion:
      config === null
        ? null
        : {
            isPrimary: config.text("MultiRegionKeyType") === "PRIMARY",
            ...{ primary: primaryOf(item), replicas: sortedTexts(replicas) },
          },
  };
}

function primaryOf(item: Item): string | null {
  return item.child("MultiRegionConfiguration")?.child("PrimaryKey")?.text("Arn") ?? null;
}
