import { isObject, type JsonObject } from "../../../model/index.js";
import type { Place } from "../place.js";
import type { Each } from "../resource.js";
import { arnOf } from "./data-node.js";

export function tableArn(place: Place, name: string): string {
  return arnOf(place, "dynamodb", `table/${name}`);
}

/** A call made for each table that is listed. */
export const EACH_TABLE: Each = {
  of: "dynamodb:ListTables",
  input: (whole) => whole.texts("TableNames").map((name) => ({ TableName: name })),
  node: tableNode,
};

/** The table that was asked about, or that a description tells of itself. */
function tableNode(json: JsonObject, place: Place): string | null {
  const table = json["Table"] ?? null;
  const arn = isObject(table) ? table["TableArn"] : null;
  if (typeof arn === "string") return arn;
  const name = json["TableName"];
  return typeof name === "string" ? tableArn(place, name) : null;
}
