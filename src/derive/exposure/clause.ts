import type { Graph } from "../../graph/index.js";
import type { EstateNode } from "../../model/index.js";
import { AddressSet, type Family, PortSet } from "../../net/index.js";
import { type Box, wholeBox } from "./box.js";
import type { Doubt, PeerReader, Peers } from "./peers.js";

export type Direction = "ingress" | "egress";

/** What a rule says of one address family. */
export interface Side {
  readonly known: AddressSet;
  /** It may match any address of the family. */
  readonly open: boolean;
  readonly members: boolean;
  /** The packets of a peer that it matches; null is all of them. */
  readonly box: Box | null;
}

/** One rule, ready to be laid over a port segment. `unknown` is a rule whose effect cannot be told. */
export interface Clause {
  readonly id: string;
  readonly label: string;
  readonly action: "allow" | "deny" | "jump" | "goto" | "return" | "unknown";
  readonly protocols: readonly number[] | null;
  /** Destination ports; null is all. */
  readonly ports: readonly { readonly from: number; readonly to: number }[] | null;
  readonly icmp: { readonly type: number | null } | null;
  /** Names ports on either end, so it speaks of protocols that have them. */
  readonly transport: boolean;
  readonly sides: { readonly ipv4: Side | null; readonly ipv6: Side | null };
  /** Conditions that are not understood narrow it: it may not match what it says. */
  readonly conditional: boolean;
  /** Why its effect is not certain; null where it is. */
  readonly doubt: Doubt | null;
  readonly target: string | null;
}

type Rule = EstateNode<"rule">;

/** The rules of a filter in one direction, in the order in which they are tried. */
export function clausesOf(
  graph: Graph,
  reader: PeerReader,
  of: { filter: string; direction: Direction },
): Clause[] {
  const filter = graph.node(of.filter) as EstateNode<"filter"> | undefined;
  const ordered = filter?.is.evaluation === "first-match";
  const rules = (graph.step(of.filter, "rules")?.ids ?? []).flatMap((id) => {
    const rule = graph.node(id) as Rule | undefined;
    const { direction = of.direction } = rule?.is ?? {};
    return rule?.kind === "rule" && direction === of.direction ? [rule] : [];
  });
  const clauses = rules.flatMap((rule) => clauseOf(graph, reader, rule) ?? []);
  return ordered ? inOrder(rules, clauses) : refusalsFirst(clauses);
}

/** By rule number. A rule whose number is not known may stand anywhere: its effect is unknown, from the start. */
function inOrder(rules: readonly Rule[], clauses: readonly Clause[]): Clause[] {
  const orders = new Map(rules.flatMap(({ id, is }) => (is.order == null ? [] : [[id, is.order] as const])));
  const placed = clauses.filter(({ id }) => orders.has(id));
  const loose = clauses.filter(({ id }) => !orders.has(id)).map((clause) => untold(clause, "not-collected"));
  const order = ({ id }: Clause) => orders.get(id) ?? 0;
  return [...loose, ...placed.sort((a, b) => order(a) - order(b) || (a.id < b.id ? -1 : 1))];
}

function untold(clause: Clause, why: Doubt): Clause {
  return { ...clause, action: "unknown", doubt: clause.doubt ?? why };
}

/** Where any match counts, a refusal beats every permit. */
function refusalsFirst(clauses: readonly Clause[]): Clause[] {
  const permits = clauses.filter(({ action }) => action === "allow");
  if (permits.length === clauses.length) return permits;
  const others = clauses.filter(({ action }) => action !== "allow");
  return [
    ...others.map((clause) => (clause.action === "deny" ? clause : untold(clause, "unmodelled"))),
    ...permits,
  ];
}

// A rule for established connections admits replies alone: it opens nothing by itself, and a refusal
// of such packets refuses no new connection. `continue` decides nothing.
function clauseOf(graph: Graph, reader: PeerReader, rule: Rule): Clause | undefined {
  const { is } = rule;
  if (is.established === true || is.action === "continue") return undefined;
  const peers = reader.peersOf(rule, is.peers ?? []);
  const local = is.localPeers == null ? null : reader.peersOf(rule, is.localPeers);
  const target =
    is.action === "jump" || is.action === "goto" ? (graph.step(rule.id, "jumps_to")?.ids[0] ?? null) : null;
  const conditional = (is.unmodelled ?? []).length > 0 || hidden(is.action, local);
  const lost =
    missing(rule) ||
    ((is.action === "jump" || is.action === "goto") && graph.node(target ?? "") === undefined);
  const doubt = lost ? "not-collected" : conditional ? (local?.why ?? "unmodelled") : peers.why;
  return {
    id: rule.id,
    label: rule.label,
    // What is handed on to deep inspection is decided there, and what is translated is judged as something else.
    action:
      lost || is.action === "inspect" || is.action === "translate" ? "unknown" : (is.action ?? "unknown"),
    protocols: is.protocols ?? null,
    ports: is.ports ?? null,
    icmp: is.icmp ?? null,
    transport: is.ports != null || is.sourcePorts != null,
    sides: { ipv4: sideOf(rule, "ipv4", { peers, local }), ipv6: sideOf(rule, "ipv6", { peers, local }) },
    conditional,
    doubt: doubt ?? (is.action !== "allow" && peers.members ? "unmodelled" : null),
    target,
  };
}

const missing = ({ is }: Rule) =>
  is.action === undefined || is.direction === undefined || is.peers === undefined;

/** Whom a rule guards is not known: some host is behind a permit in any case, a refusal may keep out nobody. */
function hidden(action: Rule["is"]["action"], local: Peers | null): boolean {
  return action !== "allow" && local !== null && (local.open.length > 0 || local.members);
}

/** Null where the rule says nothing of the family. */
function sideOf(
  { is }: Rule,
  family: Family,
  { peers, local }: { peers: Peers; local: Peers | null },
): Side | null {
  if (is.family != null && is.family !== family) return null;
  if (is.peers === undefined) return { known: AddressSet.NONE, open: true, members: false, box: null };
  const known = peers.known === AddressSet.ALL ? AddressSet.allOf(family) : peers.known.only(family);
  // Members of a filter have addresses that a refusal may or may not meet.
  const open = peers.open.includes(family) || (peers.members && is.action !== "allow");
  if (known.isEmpty() && !open && !peers.members) return null;
  const box = boxOf(is, family, local);
  return box === "empty" ? null : { known, open, members: peers.members, box };
}

function boxOf(is: Rule["is"], family: Family, local: Peers | null): Box | null | "empty" {
  const code = is.icmp?.code ?? null;
  const settled =
    local !== null && local.open.length === 0 && !local.members && local.known !== AddressSet.ALL;
  if (code === null && is.sourcePorts == null && !settled) return null;
  const whole = wholeBox(family);
  const box = {
    source: is.sourcePorts == null ? whole.source : PortSet.ofRanges(is.sourcePorts),
    local: settled ? local.known.only(family) : whole.local,
    code: code === null ? whole.code : PortSet.ofRanges([{ from: code, to: code }]),
  };
  return box.source.isEmpty() || box.local.isEmpty() ? "empty" : box;
}
