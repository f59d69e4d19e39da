import { formatAddress, formatCidr, parseAddress, parseCidr } from "../../net/index.js";
import type { Item } from "./item.js";

/** A member that holds a CIDR block, canonical; null where it is absent, with a gap where it is none. */
export function blockOf(item: Item, name: string): string | null {
  const text = item.text(name);
  if (text === null) return null;
  const cidr = parseCidr(text);
  if (cidr !== null) return formatCidr(cidr);
  item.gap(
    "unparsed",
    `${item.draft.place.call} answered with a ${name} that is not a CIDR block: ${quoted(text)}`,
  );
  return null;
}

/** A member that holds one address, canonical; like `blockOf`. */
export function addressOf(item: Item, name: string): string | null {
  const text = item.text(name);
  if (text === null || text === "") return null;
  const address = parseAddress(text);
  if (address !== null) return formatAddress(address);
  item.gap(
    "unparsed",
    `${item.draft.place.call} answered with a ${name} that is not an address: ${quoted(text)}`,
  );
  return null;
}

/** Distinct texts, sorted; absent ones left out. */
export function sortedTexts(texts: readonly (string | null)[]): string[] {
  return [...new Set(texts.filter((text) => text !== null))].sort();
}

/** Collected text in a sentence: quoted, without control characters, not endless. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}…` : text);
}
