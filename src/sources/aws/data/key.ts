import type { FactsByKind, JsonObject } from "../../../model/index.js";
import type { Item } from "../item.js";
import { partsOfArn } from "../names.js";
import type { Place } from "../place.js";
import type { Each } from "../resource.js";
import { arnScope } from "./store.js";

/** https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id-key-ARN */
export function keyArn({ partition, region = "", account = "" }: Place, short: string): string {
  return partsOfArn(short) === null ? `arn:${partition}:kms:${region}:${account}:key/${short}` : short;
}

/** The key that an input asks about, or an answer names. */
export function keyAsked({ KeyId: id }: JsonObject, place: Place): string | null {
  return typeof id === "string" && id !== "" && !id.startsWith("alias/") ? keyArn(place, id) : null;
}

/** `arn:…:key/1234` is 1234. */
function shortKey(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}

/** Asks about every key. */
export const EACH_KEY: Each = {
  of: "kms:ListKeys",
  input(key: Item) {
    const id = key.text("KeyId");
    return id === null || id === "" ? null : { KeyId: id };
  },
  node: keyAsked,
};

/** Adds what a call tells of a key. */
export function addKey(
  item: Item,
  key: {
    readonly id: string;
    readonly is: Partial<FactsByKind["key"]>;
    readonly aliases?: readonly string[];
    readonly native?: JsonObject;
  },
): void {
  const { id, is, aliases = [], native = item.json } = key;
  const short = shortKey(id);
  const { draft, pointer } = item;
  const names = { label: short, aliases: [short, ...aliases] };
  draft.node({
    ...{ id, kind: "key", type: "aws.key", ...names, is, native, pointer },
    scope: arnScope(item, id),
  });
}
