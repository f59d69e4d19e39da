import { isObject, type Json, type JsonObject } from "../../model/index.js";
import { condition } from "./condition.js";
import type { Alternatives, Match } from "./match.js";

const STATES = ["new", "established", "related", "invalid", "untracked"];

/**
 * `ct state …`: which states of connection tracking a packet may be in. The states are bits, but a packet
 * has exactly one, so that a list after `!=` (written `{"|": […]}`) and a set after it mean the same.
 * `untracked` packets (notrack, some ICMPv6) open flows as `new` ones do, but only where rules set them
 * apart: to accept them is doubtful, to refuse them keeps nobody out.
 */
export function connectionStates({ op, elements }: Match, body: JsonObject): Alternatives {
  const named = bits(body["right"] ?? null) ?? elements.values;
  if (!named.every((state) => typeof state === "string" && STATES.includes(state))) return null;
  const negated = op === "!=" || op === "!";
  if (!negated && op !== "==" && op !== "in") return null;
  const states = STATES.filter((state) => named.includes(state) !== negated);
  if (states.includes("new")) return [condition({ states })];
  const tracked = states.filter((state) => state !== "untracked");
  const alternatives = tracked.length > 0 ? [condition({ states: tracked })] : [];
  if (states.includes("untracked")) {
    alternatives.push(condition({ states: ["untracked"], aside: ["ct state untracked"] }));
  }
  return alternatives;
}

function bits(right: Json): readonly Json[] | null {
  const or = isObject(right) ? right["|"] : undefined;
  return Array.isArray(or) ? or : null;
}
