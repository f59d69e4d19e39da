import type { Resource } from "../../resource.js";
import { addData, withId } from "../../stores/data-node.js";
import { tableArn } from "../../stores/table-identity.js";

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListTables.html */
export const tables: Resource = {
  service: "dynamodb",
  operation: "ListTables",
  list: "TableNames",
  object: ["TableNames"],
  actions: ["dynamodb:ListTables"],
  kinds: ["data-store"],
  types: ["aws.table"],
  scope: "region",
  optional: true,
  paging: {
    ...{ input: "ExclusiveStartTableName", output: "LastEvaluatedTableName" },
    size: { Limit: 100 },
  },
  normalize({ items: [whole], draft }) {
    if (whole === undefined) return;
    for (const name of whole.texts("TableNames")) {
      const known = withId(whole.inside("TableNames"), tableArn(draft.place, name));
      addData(known, { kind: "data-store", type: "aws.table", name, is: { storeType: "table", name } });
    }
  },
};
