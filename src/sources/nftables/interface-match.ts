import type { Json } from "../../model/index.js";
import { AddressSet, parseCidr } from "../../net/index.js";
import { type Condition, condition } from "./condition.js";
import type { Alternatives, Match } from "./match.js";

const INCOMING = new Set(["iif", "iifname", "iiftype"]);
const OUTGOING = new Set(["oif", "oifname", "oiftype"]);
const LOOPBACK = AddressSet.unionOf(
  ["127.0.0.0/8", "::1/128"]
    .map(parseCidr)
    .map((cidr) => (cidr === null ? AddressSet.NONE : AddressSet.ofCidr(cidr))),
);

/**
 * Matches on interfaces. What comes in or goes out over the loopback interface is the host talking to
 * itself, so `lo` becomes the loopback addresses (RFC 1122 section 3.2.1.3, RFC 4291 section 2.5.3: they
 * never appear outside a host), and "not lo" is no condition on anything from outside. Which networks lie
 * behind another interface the listing does not say.
 */
export function interfaceMatch(key: string, match: Match): Alternatives {
  if (!INCOMING.has(key) && !OUTGOING.has(key)) return null;
  const outgoing = OUTGOING.has(key);
  const { values } = match.elements;
  if (match.direction === "egress" && !outgoing) return withoutName(key, match.op);
  if (match.op === "!=") return values.length === 1 && isLoopback(values[0]) ? [condition({})] : null;
  if (match.op !== "==" && match.op !== "in") return null;
  const others = values.filter((value) => !isLoopback(value));
  const alternatives: Condition[] = others.length < values.length ? [loopback(outgoing)] : [];
  if (others.length > 0)
    alternatives.push(condition({ unmodelled: [`${key} ${others.map(shown).sort().join(", ")}`] }));
  return alternatives;
}

/** A packet that the host sends came by no interface: that has no name and no number, and its type breaks the rule off. */
function withoutName(key: string, op: string): Alternatives {
  return op === "!=" && key !== "iiftype" ? [condition({})] : [];
}

function isLoopback(value: Json | undefined): boolean {
  return value === "lo" || value === "loopback";
}

function loopback(outgoing: boolean): Condition {
  return condition(outgoing ? { destination: LOOPBACK } : { source: LOOPBACK });
}

function shown(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
