import type { JsonObject } from "../../model/index.js";
import { apiObject } from "./api-shape.js";
import type { ConfigItem } from "./config-item.js";

/** How items of one type become what an API call answers. */
export interface ItemType {
  readonly type: string;
  /** The call that lists such things. */
  readonly call: string;
  /** Member of its answer. */
  readonly list: string;
  /** Member that holds the tags there; absent: the call leaves them out. */
  readonly tags?: "Tags" | "TagSet";
  /** Members that an item must have, though it be null: one without them was recorded before they were known. */
  readonly needs?: readonly string[];
  /** What the API tells and Config never does: the call is made in any case. */
  readonly lacks?: string;
  /** What of this item is not told, beyond `needs`; null where all is. */
  missing?(configuration: JsonObject): string | null;
  /** What the API would list. */
  shape?(shaped: JsonObject, item: ConfigItem): JsonObject;
  /** What the call is asked about, where it is asked item by item: by its own items, and by those of the call that lists them. */
  about?(shaped: JsonObject): JsonObject | null;
  readonly of?: string;
}

/** The object that the API would list for an item. */
export function shapeOf(type: ItemType, item: ConfigItem): JsonObject {
  const shaped = apiObject(item.configuration);
  const tags = type.tags === undefined ? {} : { [type.tags]: tagsOf(shaped[type.tags], item) };
  const whole = { ...shaped, ...tags };
  return type.shape?.(whole, item) ?? whole;
}

/** Why an item does not tell all that the API would; null where it does. */
export function missingFrom(type: ItemType, { configuration }: ConfigItem): string | null {
  if (type.lacks !== undefined) return type.lacks;
  const absent = (type.needs ?? []).filter((member) => !Object.hasOwn(configuration, member));
  if (absent.length > 0) return absent.join(", ");
  return type.missing?.(configuration) ?? null;
}

/** Those of the configuration; queries may leave them beside it alone. */
function tagsOf(own: JsonObject[string] | undefined, { tags }: ConfigItem) {
  return Array.isArray(own) && own.length > 0 ? own : tags.map((tag) => ({ ...tag }));
}
