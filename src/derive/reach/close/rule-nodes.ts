import type { Graph } from "../../../graph/index.js";
import type { Change, Edge, EstateNode, RuleTerms } from "../../../model/index.js";
import { PROPOSED } from "./draft.js";
import type { Site } from "./site.js";

/** The id of a rule of a group is made of what it says, as that of one that was collected. */
export function ruleIdOf(
  { filter, direction }: Pick<Site, "filter" | "direction">,
  terms: RuleTerms,
): string {
  const { peer } = terms;
  const far = "cidr" in peer ? peer.cidr : "prefixList" in peer ? peer.prefixList : peer.group;
  return `${filter}#${direction}/${spelled(terms)}/${far}`;
}

function spelled({ protocol, ports, icmp }: RuleTerms): string {
  if (icmp !== null) return `${protocol}/${icmp.type}-${icmp.code ?? -1}`;
  const name = protocol === null ? "all" : String(protocol);
  if (protocol === 1 || protocol === 58) return `${name}/-1--1`;
  return `${name}/${ports?.from ?? 0}-${ports?.to ?? 65535}`;
}

/** A rule taken away, and what is written in its stead. */
export function ruleChanges(
  graph: Graph,
  rule: EstateNode<"rule">,
  { filter, becomes }: { readonly filter: string; readonly becomes: readonly RuleTerms[] },
): Change[] {
  const remove: Change = { op: "remove", target: rule.id, kind: "rule", at: PROPOSED };
  if (becomes.length === 0) return [remove];
  const direction = rule.is.direction ?? "ingress";
  const nodes = becomes.map((terms) => ruleNode(rule, ruleIdOf({ filter, direction }, terms), terms));
  const edges = nodes.flatMap((node, index) => {
    const own: Edge = { from: node.id, relation: "filter", to: filter, at: PROPOSED };
    return "cidr" in (becomes[index]?.peer ?? {}) ? [own] : [own, ...peerEdges(graph, rule, node.id)];
  });
  return [remove, { op: "put", nodes, edges, at: PROPOSED }];
}

function ruleNode(rule: EstateNode<"rule">, id: string, terms: RuleTerms): EstateNode<"rule"> {
  const { protocol, ports, icmp, peer } = terms;
  const same = !("cidr" in peer);
  const cidr = "cidr" in peer ? peer.cidr : "";
  return {
    ...rule,
    id,
    aliases: [],
    label: `${id.slice(id.lastIndexOf("/security-group/") + 1).replace("security-group/", "")} (proposed)`,
    is: {
      ...rule.is,
      protocols: protocol === null ? null : [protocol],
      ports: ports === null ? null : [ports],
      icmp,
      ...(same ? {} : { peers: [{ cidr }], family: cidr.includes(":") ? "ipv6" : "ipv4" }),
    },
    native: {},
    at: PROPOSED,
  };
}

/** A rule that keeps its peer means the same lists and groups. */
function peerEdges(graph: Graph, rule: EstateNode<"rule">, from: string): Edge[] {
  return ["prefix_lists", "peer_filters"].flatMap((relation) =>
    (graph.step(rule.id, relation)?.ids ?? []).map((to) => ({ from, relation, to, at: PROPOSED })),
  );
}
