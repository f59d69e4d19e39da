import { quoted } from "../block.js";
import type { Item } from "../item.js";
import { parseName } from "./escapes.js";

/** A member that holds a domain name; null where it is absent or empty, with a gap where it holds none. */
export function nameIn(item: Item, member: string): string | null {
  const text = item.text(member);
  return text === null || text === "" ? null : named(item, member, text);
}

/** A list of domain names, in their order; what is none is left out, with a gap. */
export function namesIn(item: Item, member: string): string[] {
  return item.texts(member).flatMap((text) => named(item, member, text) ?? []);
}

function named(item: Item, member: string, text: string): string | null {
  const name = parseName(text);
  if (name === null)
    item.gap(
      "unparsed",
      `${item.draft.place.call} answered with a ${member} that is no domain name: ${quoted(text)}`,
    );
  return name;
}

/** `HTTP_STR_MATCH` is http-str-match. */
export function worded(text: string | null): string | null {
  return text === null || text === "" ? null : text.toLowerCase().replaceAll("_", "-");
}
