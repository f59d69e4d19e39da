import { isObject, type Json, type JsonObject } from "../../model/index.js";
import { AddressSet, type Family } from "../../net/index.js";
import { type Condition, condition, meet } from "./condition.js";
import { connectionStates } from "./ct-state.js";
import { type Elements, elementsOf, type Lookup } from "./elements.js";
import { interfaceMatch } from "./interface-match.js";
import { icmpMatch, portMatch, protocolMatch } from "./layer-four.js";
import { spellMatch } from "./spell.js";
import { tcpFlags } from "./tcp-flags.js";
import { addressesBy, addressRange } from "./values.js";

/** A match with its right-hand side looked up. */
export interface Match {
  readonly op: string;
  readonly left: Json;
  readonly elements: Elements;
  readonly direction: "ingress" | "egress";
  /** Some rule of the listing keeps packets from being tracked. */
  readonly untracks: boolean;
}

/** What is the same for all matches of a rule. */
export type Standing = Pick<Match, "direction" | "untracks">;

/** A disjunction: the match holds where one of these does. Empty: it never holds. Null: not understood. */
export type Alternatives = readonly Condition[] | null;

const MOST_ALTERNATIVES = 1024;

/** Reads one `match` expression of libnftables-json(5). Total: what is not understood is in `unmodelled`. */
export function readMatch(match: Json, lookup: Lookup, direction: Match["direction"]): readonly Condition[] {
  const body = isObject(match) ? match : {};
  const right = body["right"];
  const elements = right === undefined ? null : elementsOf(right, lookup);
  const { left = null, op } = body;
  const standing: Standing = { direction, untracks: lookup.untracks };
  const known =
    elements === null || typeof op !== "string"
      ? null
      : alternatives({ op, left, elements, ...standing }, body);
  if (known === null || elements === null) return [condition({ unmodelled: [spellMatch(match)] })];
  // A set that rules fill: its members of the moment, and whoever it may take up.
  if (elements.fills === null || op === "!=") return known;
  const anybody = alternatives({ op: "==", left, elements: { values: ["*"], fills: null }, ...standing }, {});
  const aside = condition({ aside: [`members that set ${elements.fills} takes up at run time`] });
  return [...known, ...crossed(anybody ?? [condition({})], [aside])];
}

/** One value of a map's key against that key, as if it were a match. */
export function readKey(left: Json, value: Json, { direction, untracks }: Standing): readonly Condition[] {
  const elements = { values: [value], fills: null };
  const match = { op: "==", left, right: value };
  return (
    alternatives({ op: "==", left, elements, direction, untracks }, match) ?? [
      condition({ unmodelled: [spellMatch(match)] }),
    ]
  );
}

/** A map's key that has none of these values; null where that cannot be said. */
export function readOther(left: Json, values: readonly Json[], standing: Standing): Alternatives {
  return alternatives({ op: "!=", left, elements: { values, fills: null }, ...standing }, {});
}

function alternatives(match: Match, body: JsonObject): Alternatives {
  const { left } = match;
  if (!isObject(left)) return null;
  const { payload, meta, ct, concat } = left;
  if (Array.isArray(concat)) return concatenation(concat, match);
  if (isObject(meta)) return metaMatch(`${meta["key"]}`, match);
  if (isObject(ct))
    return ct["key"] === "state" && ct["dir"] === undefined ? connectionStates(match, body) : null;
  if (isObject(payload)) return payloadMatch(`${payload["protocol"]} ${payload["field"]}`, match, body);
  return tcpFlags(match, body);
}

function metaMatch(key: string, match: Match): Alternatives {
  if (key === "l4proto") return protocolMatch(match, null);
  if (key === "nfproto") return familyMatch(match, NFPROTO);
  if (key === "protocol") return familyMatch(match, ETHERTYPE);
  return interfaceMatch(key, match);
}

function payloadMatch(field: string, match: Match, body: JsonObject): Alternatives {
  switch (field) {
    case "ip saddr":
    case "ip daddr":
      return addressMatch(match, "ipv4", field.endsWith("saddr"));
    case "ip6 saddr":
    case "ip6 daddr":
      return addressMatch(match, "ipv6", field.endsWith("saddr"));
    case "ip protocol":
      return protocolMatch(match, "ipv4");
    case "ip6 nexthdr":
      return protocolMatch(match, "ipv6");
    case "ether type":
      return familyMatch(match, ETHERTYPE);
    case "tcp flags":
      return tcpFlags(match, body);
    default:
      return /^icmp(v6)? (type|code)$/.test(field) ? icmpMatch(field, match) : portMatch(field, match);
  }
}

function addressMatch(match: Match, family: Family, isSource: boolean): Alternatives {
  const universe = AddressSet.allOf(family);
  const ranges = match.elements.values.map((value) =>
    value === "*" ? universe.ranges()[0] : addressRange(value),
  );
  if (ranges.some((range) => range == null || range.family !== family)) return null;
  const set = addressesBy(
    match.op,
    ranges.filter((range) => range != null),
    universe,
  );
  if (set === null) return null;
  if (set.isEmpty()) return [];
  return [condition({ families: [family], ...(isSource ? { source: set } : { destination: set }) })];
}

const NFPROTO: ReadonlyMap<Json, Family> = new Map<Json, Family>([
  ["ipv4", "ipv4"],
  [2, "ipv4"],
  ["ipv6", "ipv6"],
  [10, "ipv6"],
]);
const ETHERTYPE: ReadonlyMap<Json, Family> = new Map<Json, Family>([
  ["ip", "ipv4"],
  [0x0800, "ipv4"],
  ["ip6", "ipv6"],
  [0x86dd, "ipv6"],
]);
/** Ethertypes that no IP packet has. */
const NOT_IP = new Set<Json>(["arp", 0x0806, "vlan", "8021q", "8021ad"]);

function familyMatch({ op, elements }: Match, names: ReadonlyMap<Json, Family>): Alternatives {
  const named = elements.values.filter((value) => !NOT_IP.has(value)).map((value) => names.get(value));
  if (named.some((family) => family === undefined)) return null;
  if (op !== "==" && op !== "!=") return null;
  const families = (["ipv4", "ipv6"] as const).filter((family) => named.includes(family) === (op === "=="));
  return families.length === 0 ? [] : [condition({ families })];
}

/** Every member of a concatenation is a conjunction of its parts; several members are alternatives. */
function concatenation(parts: readonly Json[], match: Match): Alternatives {
  if (match.op !== "==" && match.op !== "in") return null;
  if (match.elements.values.length > MOST_ALTERNATIVES) return null;
  const out: Condition[] = [];
  for (const value of match.elements.values) {
    const values = isObject(value) ? value["concat"] : undefined;
    if (!Array.isArray(values) || values.length !== parts.length) return null;
    const each = parts.map((part, index) => readKey(part, values[index] ?? null, match));
    out.push(...each.reduce(crossed, [condition({})]));
  }
  return out;
}

/** Every way in which one of `left` and one of `right` hold together. */
export function crossed(left: readonly Condition[], right: readonly Condition[]): readonly Condition[] {
  return left.flatMap((a) => right.map((b) => meet(a, b)).filter((both) => both !== null));
}
