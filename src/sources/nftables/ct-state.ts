import { isObject, type Json, type JsonObject } from "../../model/index.js";
import { type Condition, condition } from "./condition.js";
import type { Alternatives, Match } from "./match.js";

const STATES = ["new", "established", "related", "invalid", "untracked"];

const SET_APART = "ct state where notrack sets packets apart";

/**
 * What Linux never tracks by itself: ICMPv6 of the link, multicast listening and the discovery of neighbours
 * and routers (RFC 2710, RFC 3810, RFC 4861), whose senders expect no answer to themselves alone.
 */
const LINK_TALK = [130, 131, 132, 133, 134, 135, 136, 143];

/**
 * `ct state …`: which states of connection tracking a packet may be in. The states are bits, but a packet
 * has exactly one, so that a list after `!=` (written `{"|": […]}`) and a set after it mean the same.
 * `untracked` packets open flows as `new` ones do, but only where rules set them apart (notrack): then it is
 * not certain which packets have any state.
 */
export function connectionStates({ op, elements, untracks }: Match, body: JsonObject): Alternatives {
  const named = bits(body["right"] ?? null) ?? elements.values;
  if (named.includes("*")) return op === "==" || op === "in" ? [condition({})] : null;
  if (!named.every((state) => typeof state === "string" && STATES.includes(state))) return null;
  const negated = op === "!=" || op === "!";
  if (!negated && op !== "==" && op !== "in") return null;
  const states = STATES.filter((state) => named.includes(state) !== negated);
  const unmodelled = untracks ? [SET_APART] : [];
  if (states.includes("new")) return [condition({ states, unmodelled })];
  const tracked = states.filter((state) => state !== "untracked");
  return [
    ...(tracked.length > 0 ? [condition({ states: tracked, unmodelled })] : []),
    ...(states.includes("untracked") ? apart(untracks) : []),
  ];
}

function apart(untracks: boolean): Condition[] {
  const states = ["untracked"];
  if (untracks) return [condition({ states, unmodelled: [SET_APART] })];
  return LINK_TALK.map((type) =>
    condition({ states, families: ["ipv6"], protocols: [58], icmp: { type, code: null } }),
  );
}

function bits(right: Json): readonly Json[] | null {
  const or = isObject(right) ? right["|"] : undefined;
  return Array.isArray(or) ? or : null;
}
