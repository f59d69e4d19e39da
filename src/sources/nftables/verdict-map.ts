import { isObject, type Json, type JsonObject } from "../../model/index.js";
import { type Condition, condition } from "./condition.js";
import { type Lookup, unwrapped } from "./elements.js";
import { setKey } from "./listing.js";
import { crossed, type Match, readKey, readOther, type Standing } from "./match.js";

/** One entry of a verdict map: when the key matches, this verdict. */
export interface VerdictEntry {
  readonly keys: readonly Condition[];
  readonly verdict: JsonObject;
}

/**
 * The entries of a verdict map, anonymous or named; null for one that the listing does not hold or whose
 * entries are not understood. Keys of a map never overlap, so that the entries may be tried one by one;
 * the catch-all `*` comes last and stands for what no other key took: all that is left where every other entry
 * ends the chain, else what has none of the other keys, or where that cannot be said a condition that is marked.
 */
export function verdictMap(
  body: Json,
  lookup: Lookup,
  direction: Match["direction"],
): readonly VerdictEntry[] | null {
  if (!isObject(body)) return null;
  const { key = null, data = null } = body;
  const pairs = pairsOf(data, lookup);
  if (pairs === null) return null;
  const standing: Standing = { direction, untracks: lookup.untracks };
  const entries: VerdictEntry[] = [];
  const values: Json[] = [];
  let rest: JsonObject | null = null;
  for (const pair of pairs) {
    const [value, verdict] = Array.isArray(pair) ? pair : [];
    if (value === undefined || !isObject(verdict)) return null;
    const plain = unwrapped(value);
    if (plain === "*") rest = verdict;
    else {
      values.push(plain);
      entries.push({ keys: readKey(key, plain, standing), verdict });
    }
  }
  if (rest === null) return entries;
  const every = readKey(key, "*", standing);
  const keys = isLast(entries) ? every : (readOther(key, values, standing) ?? crossed(every, [REST]));
  return [...entries, { keys, verdict: rest }];
}

function pairsOf(data: Json, lookup: Lookup): readonly Json[] | null {
  const named = typeof data === "string" && data.startsWith("@") ? data.slice(1) : null;
  const found = named === null ? null : lookup.sets.get(setKey(lookup.rule, named));
  if (found !== null && found !== undefined) {
    const members = found["elem"];
    return lookup.written.has(setKey(lookup.rule, `${named}`)) ? null : Array.isArray(members) ? members : [];
  }
  const set = isObject(data) ? data["set"] : undefined;
  return Array.isArray(set) ? set : null;
}

const REST = condition({ unmodelled: ["the key of no other entry of the map"] });

/** Does every packet that one of the entries takes end there? */
function isLast(entries: readonly VerdictEntry[]): boolean {
  return entries.every(({ keys, verdict }) => {
    const exact = keys.every(({ unmodelled }) => unmodelled.length === 0);
    return exact && ["accept", "drop"].includes(Object.keys(verdict)[0] ?? "");
  });
}
