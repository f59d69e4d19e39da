import type { Item } from "../item.js";

/** Tags that are told as an object, sorted by name. */
export function textTags(item: Item, member: string): Record<string, string> {
  const tags = item.child(member);
  const names = Object.keys(tags?.json ?? {}).sort();
  return Object.fromEntries(names.map((name) => [name, tags?.text(name) ?? ""]));
}
