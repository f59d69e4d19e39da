import type { Graph } from "../../graph/index.js";
import type { EstateNode } from "../../model/index.js";
import { type Peers, peersOf } from "./peers.js";

type Direction = "ingress" | "egress";

/** One rule, ready to be laid over a port segment. */
export interface Clause {
  readonly id: string;
  /** The filter whose rule it is. */
  readonly filter: string;
  readonly label: string;
  readonly action: "allow" | "deny" | "jump" | "goto" | "return";
  readonly family: "ipv4" | "ipv6" | null;
  readonly protocols: readonly number[] | null;
  /** Ports, or ICMP types; null is all. */
  readonly ports: readonly { readonly from: number; readonly to: number }[] | null;
  readonly peers: Peers;
  /** Conditions that are not understood narrow it: it may not match what it says. */
  readonly uncertain: boolean;
  /** It speaks of part of the packets only (replies, some source ports, some hosts), in ways that are understood. */
  readonly partial: boolean;
  readonly target: string | null;
}

/** The rules of a filter in one direction, in the order in which they are tried. */
export function clausesOf(graph: Graph, filter: string, direction: Direction): Clause[] {
  const rules = (graph.step(filter, "rules")?.ids ?? []).flatMap((id) => {
    const node = graph.node(id) as EstateNode<"rule"> | undefined;
    return node?.kind === "rule" && node.is.direction === direction ? [node] : [];
  });
  const order = (node: EstateNode<"rule">) => node.is.order ?? 0;
  rules.sort((a, b) => order(a) - order(b) || (a.id < b.id ? -1 : 1));
  return rules.flatMap((rule) => clauseOf(graph, filter, rule) ?? []);
}

// A rule for established connections admits replies alone: it opens nothing by itself, and a refusal
// of such packets refuses no new connection. `continue` decides nothing.
function clauseOf(graph: Graph, filter: string, rule: EstateNode<"rule">): Clause | undefined {
  const { is } = rule;
  const action = is.action ?? "deny";
  if (is.established === true || action === "continue") return undefined;
  const icmp = is.icmp ?? null;
  const narrowed = is.sourcePorts != null || is.localPeers != null || (icmp !== null && icmp.code !== null);
  return {
    id: rule.id,
    filter,
    label: rule.label,
    action,
    family: is.family ?? null,
    protocols: is.protocols ?? null,
    ports: icmp !== null && icmp.type !== null ? [{ from: icmp.type, to: icmp.type }] : (is.ports ?? null),
    peers: peersOf(graph, rule),
    uncertain: (is.unmodelled ?? []).length > 0 || is.action === undefined,
    partial: narrowed,
    target: action === "jump" || action === "goto" ? (graph.step(rule.id, "jumps_to")?.ids[0] ?? null) : null,
  };
}
