import { isObject, type Json, type JsonObject } from "../../model/index.js";
import type { Family } from "../../net/index.js";
import { setKey } from "./listing.js";

/** The right-hand side of a match, flattened. */
export interface Elements {
  /** Values, ranges, prefixes and concatenations; `*` is the catch-all of a set. */
  readonly values: readonly Json[];
  /** Name of a set that rules fill at run time, or null. */
  readonly fills: string | null;
}

/** What a rule may look up: the sets of its table, and those that rules write to. */
export interface Lookup {
  readonly sets: ReadonlyMap<string, JsonObject>;
  /** Keys of the sets that some rule adds members to. */
  readonly written: ReadonlySet<string>;
  /** The rule's object: its family and table name the table. */
  readonly rule: JsonObject;
  /** Some rule of the listing keeps packets from being tracked. */
  readonly untracks: boolean;
  /** Address families whose packets come to that table. */
  readonly families: readonly Family[];
}

/**
 * The values that an anonymous set, a list, a named set (`@name`) or a single value stands for; null for a
 * set that the listing does not hold. Set members may be wrapped in `elem` to carry timeouts or comments.
 */
export function elementsOf(right: Json, lookup: Lookup): Elements | null {
  if (typeof right === "string" && right.startsWith("@")) return namedSet(right.slice(1), lookup);
  if (Array.isArray(right)) return { values: right.map(unwrapped), fills: null };
  const set = isObject(right) ? right["set"] : undefined;
  if (typeof set === "string" && set.startsWith("@")) return namedSet(set.slice(1), lookup);
  if (set !== undefined) return { values: (Array.isArray(set) ? set : [set]).map(unwrapped), fills: null };
  return { values: [unwrapped(right)], fills: null };
}

function namedSet(name: string, lookup: Lookup): Elements | null {
  const key = setKey(lookup.rule, name);
  const set = lookup.sets.get(key);
  if (set === undefined) return null;
  const values = Array.isArray(set["elem"]) ? set["elem"].map(unwrapped) : [];
  const flags = JSON.stringify(set["flags"] ?? []);
  const changes = lookup.written.has(key) || flags.includes("timeout") || flags.includes("dynamic");
  return { values, fills: changes ? name : null };
}

/** Takes the value out of `{"elem": {"val": …}}`. */
export function unwrapped(value: Json): Json {
  const elem = isObject(value) ? value["elem"] : undefined;
  return isObject(elem) ? (elem["val"] ?? null) : value;
}
