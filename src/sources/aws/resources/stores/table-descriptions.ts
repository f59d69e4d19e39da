import { isObject } from "../../../../model/index.js";
import { momentOf } from "../../moment.js";
import type { Resource } from "../../resource.js";
import { addData, byArn, type Known, partOf } from "../../stores/data-node.js";
import { gibOfBytes, placeOfStore, sortedPlaces } from "../../stores/place-of.js";
import { EACH_TABLE } from "../../stores/table-identity.js";

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeTable.html */
export const tableDescriptions: Resource = {
  service: "dynamodb",
  operation: "DescribeTable",
  list: "Table",
  object: ["Table"],
  recognizes(whole) {
    const table = whole?.["Table"] ?? null;
    return isObject(table) && typeof table["TableArn"] === "string";
  },
  actions: ["dynamodb:DescribeTable"],
  kinds: ["data-store", "copy-rule"],
  types: ["aws.table", "aws.global-table"],
  scope: "region",
  each: EACH_TABLE,
  normalize({ items: [whole] }) {
    const table = byArn(whole?.child("Table") ?? whole ?? null, "TableArn");
    if (table === null) return;
    const { id, item } = table;
    const name = item.text("TableName") ?? id;
    const key = item.child("SSEDescription")?.text("KMSMasterKeyArn") ?? null;
    addData(table, {
      ...{ kind: "data-store", type: "aws.table", name },
      is: {
        ...{ storeType: "table", name, state: item.text("TableStatus"), engine: "dynamodb" },
        ...{ created: momentOf(item, "CreationDateTime"), sizeGib: gibOfBytes(item.int("TableSizeBytes")) },
        // Tables are always encrypted; without a key of its own, with one that the service owns.
        // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/EncryptionAtRest.html
        ...{ encrypted: true, key, deletionProtection: item.flag("DeletionProtectionEnabled") },
      },
      ends: { key },
    });
    addReplicas(table);
  },
};

/** Replicas of a global table, in Regions or accounts of their own: the table elsewhere under its own name. */
function addReplicas(table: Known): void {
  const { id, item } = table;
  const others = item.list("Replicas").flatMap((replica) => {
    const region = replica.text("RegionName");
    const arn =
      replica.text("ReplicaArn") ??
      (region === null ? null : id.replace(/^((?:[^:]*:){3})[^:]*/, `$1${region}`));
    return arn === null || arn === id ? [] : [arn];
  });
  if (others.length === 0) return;
  addData(partOf(table, "replicas"), {
    ...{ kind: "copy-rule", type: "aws.global-table", name: `${item.text("TableName") ?? id} replicas` },
    is: {
      ...{ ruleType: "global-table", enabled: true, sources: [id] },
      destinations: sortedPlaces(others.map((arn) => placeOfStore(arn))),
      encrypted: true,
    },
    ends: { more: [["sources", id], ...others.map((arn) => ["destinations", arn] as const)] },
  });
}
