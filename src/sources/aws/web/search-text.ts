import type { Item } from "../item.js";
import { REMOVED } from "../secrets.js";

/**
 * What a rule looks for. The API gives bytes, as base64; null where there is no text in them, or where it was
 * not kept because it may be a secret that a proxy adds to requests.
 */
export function searchText(statement: Item): string | null {
  const base64 = statement.text("SearchString");
  if (base64 === null || base64 === REMOVED) return null;
  const plain = /^[A-Za-z0-9+/]+={0,2}$/.test(base64) && base64.length % 4 === 0;
  if (!plain) return base64;
  const bytes = Buffer.from(base64, "base64");
  const text = bytes.toString("utf8");
  return Buffer.from(text, "utf8").equals(bytes) && bytes.toString("base64") === base64 ? text : base64;
}
