import { isObject, type Json, type JsonObject } from "../../model/index.js";
import { condition, TURNS, type Turn } from "./condition.js";
import type { Alternatives, Match } from "./match.js";

/** RFC 9293 section 3.1, least significant bit first. */
const FLAGS = ["fin", "syn", "rst", "psh", "ack", "urg", "ecn", "cwr"];

/** What the segment that opens a connection carries, and what the answer to it does (RFC 9293 section 3.5). */
const CARRIED: Readonly<Record<Turn, number>> = { new: 0b00010, reply: 0b10010 };

/**
 * `tcp flags …`, also under a mask. A condition on flags either holds for the segment that opens a
 * connection, then it does not narrow which connections can be opened; or it does not, then the rule can
 * only meet segments of connections that were opened before: the answer to the first, or later ones.
 */
export function tcpFlags({ op, left, elements }: Match, { right }: JsonObject): Alternatives {
  const mask = maskOf(left);
  // A bare list is several flags of one segment; those of several segments stand in a set.
  const values = (Array.isArray(right) ? [right] : elements.values).map(flagBits);
  const known = values.filter((value) => value !== null);
  if (mask === null || known.length !== values.length || known.length === 0) return null;
  const held = TURNS.map((turn) => heldBy(op, CARRIED[turn] & mask, known));
  if (held.includes(null)) return null;
  return [condition({ protocols: [6], turns: TURNS.filter((_, index) => held[index] === true) })];
}

function heldBy(op: string, seen: number, values: readonly number[]): boolean | null {
  const any = values.reduce((sum, value) => sum | value, 0);
  if (op === "in") return (seen & any) !== 0;
  if (op === "!") return (seen & any) === 0;
  if (op === "==") return values.includes(seen);
  return op === "!=" ? !values.includes(seen) : null;
}

/** The bits looked at: all for `tcp flags` itself, the mask for `tcp flags & mask`, null for anything else. */
function maskOf(left: Json): number | null {
  if (!isObject(left)) return null;
  if (isFlags(left)) return 0xff;
  const and = left["&"];
  if (!Array.isArray(and) || !isFlags(and[0] ?? null) || and.length < 2) return null;
  return flagBits(and.length === 2 ? (and[1] ?? null) : and.slice(1));
}

function isFlags(left: Json): boolean {
  const payload = isObject(left) ? left["payload"] : undefined;
  return isObject(payload) && payload["protocol"] === "tcp" && payload["field"] === "flags";
}

function flagBits(value: Json): number | null {
  if (typeof value === "number") return value;
  const names = Array.isArray(value)
    ? value
    : isObject(value) && Array.isArray(value["|"])
      ? value["|"]
      : [value];
  let bits = 0;
  for (const name of names) {
    const index = typeof name === "string" ? FLAGS.indexOf(name) : -1;
    if (index < 0) return null;
    bits |= 1 << index;
  }
  return bits;
}
