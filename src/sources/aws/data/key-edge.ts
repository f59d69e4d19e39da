import type { Item } from "../item.js";
import { partsOfArn } from "../names.js";

/** The key that a member names, by ARN, id or alias; null where it names none. The node of the item is joined to it. */
export function keyOf(item: Item, from: string, member = "KmsKeyId"): string | null {
  const key = item.text(member);
  if (key === null || key === "") return null;
  const { account, region } = partsOfArn(key) ?? {};
  item.draft.edge({ from, relation: "key", to: key, pointer: item.pointer, account, region });
  return key;
}
