import { isObject, type Json, type JsonObject } from "../../model/index.js";
import { scanDocuments } from "./files/scan.js";
import type { Item } from "./item.js";

/** Longer than any policy that a service takes (organization policies: 10 000 characters, buckets: 20 KB). */
const MOST = 1_000_000;

/**
 * A member that holds a policy document, parsed: JSON text, the same percent-encoded (RFC 3986) as IAM answers,
 * or the object that CLI and boto3 make of it. Null where it is absent or empty, with a gap where it is no
 * document.
 */
export function documentOf(item: Item, name: string): JsonObject | null {
  const value = item.json[name];
  if (value === undefined || value === null || value === "") return null;
  if (typeof value !== "string") return item.child(name)?.json ?? null;
  const parsed = parse(decoded(value));
  if (parsed === null)
    item.inside(name).gap("unparsed", `${item.draft.place.call} answered with a ${name} that is no document`);
  return parsed;
}

function parse(text: string): JsonObject | null {
  // Whoever reads the document later may recurse.
  if (text.length > MOST || scanDocuments(text).some(({ tooDeep }) => tooDeep)) return null;
  try {
    const value = JSON.parse(text) as Json;
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function decoded(text: string): string {
  if (!/^\s*%7b/i.test(text)) return text;
  try {
    // Some encode a blank as a plus sign; plus signs of their own are encoded.
    return decodeURIComponent(text.replace(/\+/g, "%20"));
  } catch {
    return "";
  }
}
