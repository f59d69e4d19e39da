import type { Item } from "./item.js";

/** Tags as a record. Built from entries, so that a tag named `__proto__` is a tag and nothing else. */
export function tagsOf(item: Item, member = "Tags"): Record<string, string> {
  const entries = item.list(member).flatMap((tag) => {
    const key = tag.text("Key");
    return key === null ? [] : [[key, tag.text("Value") ?? ""] as const];
  });
  return Object.fromEntries(entries);
}

/** What people call it: its name, if it has one, and its short id. */
export function labelOf(short: string, name: string | null | undefined): string {
  return name == null || name === "" || name === short ? short : `${name} (${short})`;
}

/** The `Name` tag. */
export function nameTag(tags: Readonly<Record<string, string>>): string | null {
  return Object.hasOwn(tags, "Name") ? (tags["Name"] ?? null) : null;
}
