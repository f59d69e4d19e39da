import { isObject, type Json, type JsonObject } from "../../model/index.js";

/** What AWS Config recorded of one resource. https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigurationItem.html */
export interface ConfigItem {
  readonly type: string;
  readonly id: string;
  readonly account: string;
  /** Absent for what belongs to no Region, which Config files under `global`. */
  readonly region?: string;
  /** RFC 3339; when this was seen, and not when it was last true. */
  readonly captured?: string;
  readonly arn?: string;
  readonly configuration: JsonObject;
  readonly supplementary: JsonObject;
  /** In the way of the EC2 API. */
  readonly tags: readonly { readonly Key: string; readonly Value: string }[];
}

/** Config still knows what is gone, and what it does not record any more: neither tells how things are. */
const CURRENT = new Set(["OK", "ResourceDiscovered"]);

/**
 * One result of a query, which is the text of an object.
 * @returns the item, `null` for one that tells of nothing that is there, or what is wrong with it
 */
export function readConfigItem(result: Json): ConfigItem | string | null {
  const item = objectIn(result);
  if (item === null) return "is no configuration item";
  const { resourceType: type, resourceId: id, accountId: account, awsRegion } = item;
  if (typeof type !== "string" || typeof id !== "string") return "does not name its resource";
  if (typeof account !== "string" || !/^\d{12}$/.test(account)) return "does not name its account";
  if (typeof awsRegion !== "string") return "does not name its Region";
  const { configurationItemStatus: status, configurationItemCaptureTime: captured, arn } = item;
  if (typeof status === "string" && !CURRENT.has(status)) return null;
  const configuration = objectIn(item["configuration"] ?? null);
  if (configuration === null) return "has no configuration";
  return {
    type,
    id,
    account,
    ...(awsRegion === "global" ? {} : { region: awsRegion }),
    ...(typeof captured === "string" ? { captured } : {}),
    ...(typeof arn === "string" ? { arn } : {}),
    configuration,
    supplementary: objectIn(item["supplementaryConfiguration"] ?? null) ?? {},
    tags: tagsIn(item["tags"] ?? null),
  };
}

/** An object, or the text of one. */
export function objectIn(value: Json): JsonObject | null {
  if (typeof value !== "string") return isObject(value) ? value : null;
  try {
    const parsed = JSON.parse(value) as Json;
    return isObject(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

/** Queries answer with a list of `key`, `value`, `tag`; the item itself holds a record. */
function tagsIn(tags: Json): ConfigItem["tags"] {
  const pairs = Array.isArray(tags)
    ? tags.filter(isObject).map(({ key, value }) => [key, value] as const)
    : Object.entries(isObject(tags) ? tags : {});
  return pairs.flatMap(([key, value]) =>
    typeof key === "string" ? [{ Key: key, Value: typeof value === "string" ? value : "" }] : [],
  );
}
