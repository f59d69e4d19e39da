import { isObject } from "../../../model/index.js";
import type { Item } from "../item.js";
import { partsOfArn } from "../names.js";
import { scopeOf } from "../place.js";
import { labelOf } from "../tags.js";

/** Members that tell who an item is. */
interface Words {
  readonly arn: string;
  readonly id?: string;
  readonly name?: string;
  /** Other members that hold what it is called by elsewhere. */
  readonly aliases?: readonly string[];
}

/** A thing that is known by its ARN. Null, with a gap, where it has none. */
export function named(raw: Item | null, words: Words) {
  const id = raw?.text(words.arn) ?? null;
  const parts = id === null ? null : partsOfArn(id);
  if (raw === null || id === null || parts === null) {
    raw?.gap("unparsed", `${raw.draft.place.call} answered with an item that has no ${words.arn}`);
    return null;
  }
  const item = raw.about(id);
  const told = (member: string | undefined) => (member === undefined ? null : item.text(member));
  const short = told(words.id) || parts.resource.split("/").at(-1) || id;
  const name = told(words.name) || short;
  const others = (words.aliases ?? []).flatMap((member) => told(member) || []);
  const scope = scopeOf(item.draft.place, parts.account, parts.region);
  // What belongs to the account as a whole has no Region in its ARN.
  const { region: _asked, ...nowhere } = scope;
  const base = {
    id,
    label: labelOf(short, name),
    aliases: [...new Set([short, ...others])],
    scope: parts.region === undefined ? nowhere : scope,
    tags: tagRecord(item),
    native: item.json,
    pointer: item.pointer,
  };
  return { id, item, name, base, account: parts.account };
}

/** Tags, in whichever of their three shapes: lists with capital or small members, or a map. */
function tagRecord(item: Item): Record<string, string> {
  const member = ["Tags", "tags"].find((name) => Object.hasOwn(item.json, name));
  if (member === undefined) return {};
  const told = item.json[member];
  if (told !== undefined && told !== null && isObject(told))
    return Object.fromEntries(
      Object.entries(told).flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : [])),
    );
  const entries = item.list(member).flatMap((tag) => {
    const key = tag.text("Key") ?? tag.text("key");
    return key === null ? [] : [[key, tag.text("Value") ?? tag.text("value") ?? ""] as const];
  });
  return Object.fromEntries(entries);
}
