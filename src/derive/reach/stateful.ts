import type { FactsByKind } from "../../model/index.js";
import type { PacketSet, PacketSpace } from "../../net/index.js";
import type { Clause } from "./clauses.js";

/** What becomes of connections by their first packets. */
export interface Stateful {
  /** Those that pass, with all their packets. */
  readonly permit: PacketSet;
  /** The rule that decided last, for a single packet. */
  readonly by: Clause | undefined;
}

/** `sure`: what is not certain refuses; `possible`: it passes. */
export type Lean = "sure" | "possible";

interface How {
  readonly space: PacketSpace;
  readonly rules: readonly Clause[];
  readonly facts: Pick<FactsByKind["firewall-policy"], "strictOrder" | "statefulDefaults">;
  readonly lean: Lean;
}

/** A kind of packet of a connection, in the order in which they come. */
interface Stage {
  readonly way: "to-server" | "to-client";
  readonly state: "established" | "not-established";
}

/** TCP is established by its handshake, others when both sides were seen (Suricata user guide, "Flow keywords"). */
const OF_TCP: readonly Stage[] = [
  { way: "to-server", state: "not-established" },
  { way: "to-client", state: "not-established" },
  { way: "to-server", state: "established" },
  { way: "to-client", state: "established" },
];
const OF_OTHERS: readonly Stage[] = [
  { way: "to-server", state: "not-established" },
  { way: "to-client", state: "established" },
  { way: "to-server", state: "established" },
];

/**
 * Connections that a firewall passes. Each packet is held against the rules in their order; one that a rule passes
 * carries the rest of its connection with it, both ways, and one that is dropped takes it down (developer guide,
 * "Managing evaluation order for Suricata compatible rules"). `set` holds first packets.
 */
export function statefulOf(set: PacketSet, how: How): Stateful {
  const { space } = how;
  const tcp = space.intersect(set, space.box({ protocols: [6] }));
  const first = throughStages(tcp, OF_TCP, { ...how, tcp: true });
  const rest = throughStages(space.difference(set, tcp), OF_OTHERS, { ...how, tcp: false });
  return { permit: space.union(first.permit, rest.permit), by: first.by ?? rest.by };
}

function throughStages(
  set: PacketSet,
  stages: readonly Stage[],
  how: How & { readonly tcp: boolean },
): Stateful {
  const { space, lean } = how;
  let by: Clause | undefined;
  let [left, permit] = [set, space.none];
  for (const stage of stages) {
    for (const rule of how.rules) {
      if (space.isEmpty(left)) return { permit, by };
      if (!looksAt(rule, stage)) continue;
      const verdict = verdictOf(rule, stage, lean);
      const hit = verdict === undefined ? space.none : space.intersect(left, matchOf(space, rule, stage));
      if (space.isEmpty(hit)) continue;
      by = rule;
      if (verdict === "allow") permit = space.union(permit, hit);
      left = space.difference(left, hit);
    }
    if (dropsAt(stage, how)) {
      if (!space.isEmpty(left)) by = undefined;
      left = space.none;
    }
  }
  return { permit: space.union(permit, left), by: space.isEmpty(left) ? by : undefined };
}

function looksAt({ connection }: Clause, { way, state }: Stage): boolean {
  return connection === null || connection.every((part) => part === way || part === state);
}

/** What the rule does, as one leans; undefined where it lets the next one decide. */
function verdictOf(
  { action, sure, connection }: Clause,
  { way }: Stage,
  lean: Lean,
): "allow" | "deny" | undefined {
  if (action === "unknown") return lean === "possible" ? "allow" : "deny";
  if (action === "allow") return sure || lean === "possible" ? "allow" : undefined;
  if (action !== "deny") return undefined;
  // Whether a rule that says nothing of connections still looks at answers is told in two ways by the documentation.
  const certain = sure && (way === "to-server" || connection !== null);
  return certain || lean === "sure" ? "deny" : undefined;
}

/** The first packets of those connections of which a packet of the stage matches. */
function matchOf(space: PacketSpace, rule: Clause, { way }: Stage): PacketSet {
  const match = rule.twoWay ? space.union(rule.match, exchanged(space, rule.match)) : rule.match;
  return way === "to-server" ? match : space.requests(match);
}

/** Packets with their two ends changed over. */
function exchanged(space: PacketSpace, match: PacketSet): PacketSet {
  const icmp = space.intersect(match, space.box({ protocols: [1, 58] }));
  return space.union(space.reverse(space.difference(match, icmp)), space.mirrored(icmp));
}

/** https://docs.aws.amazon.com/network-firewall/latest/developerguide/suricata-rule-evaluation-order.html */
function dropsAt({ way, state }: Stage, { facts, lean, tcp }: How & { readonly tcp: boolean }): boolean {
  if (!facts.strictOrder) return false;
  return facts.statefulDefaults.some((action) => {
    if (/^aws:alert_/.test(action)) return false;
    if (action === "aws:drop_strict") return true;
    // Packets of the handshake pass, and those to the client; of other protocols than TCP all are dropped.
    if (action === "aws:drop_established") return !tcp || (way === "to-server" && state === "established");
    if (/^aws:drop_established_app_layer(?:_to_server)?$/.test(action) && tcp)
      return way === "to-server" && state === "established";
    // What is left of the others is not documented.
    return lean === "sure";
  });
}
