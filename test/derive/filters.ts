import { derive } from "../../src/derive/index.js";
import { assemble, type Graph } from "../../src/graph/index.js";
import type { Edge, EstateNode, Exposure, Fact, FactsByKind, Peer } from "../../src/model/index.js";

const at = { source: "test", uri: "test.json" };
const scope = { provider: "aws", account: "111122223333", region: "eu-central-1" };

export type RuleFacts = Partial<FactsByKind["rule"]> & {
  readonly jumpsTo?: string;
  readonly lists?: readonly string[];
};

const node = <K extends EstateNode["kind"]>(
  id: string,
  kind: K,
  is: Partial<FactsByKind[K]>,
): EstateNode => ({
  id,
  kind,
  type: `test.${kind}`,
  label: id,
  aliases: [],
  scope,
  tags: {},
  is: is as never,
  native: {},
  at,
});

const RULE: FactsByKind["rule"] = {
  direction: "ingress",
  action: "allow",
  order: null,
  family: null,
  protocols: null,
  ports: null,
  sourcePorts: null,
  icmp: null,
  peers: [{ any: true }],
  localPeers: null,
  established: false,
  description: null,
  unmodelled: [],
};

/** Rules of a filter by name; the order of the list is the order in which they are tried. */
export interface FilterStory {
  readonly id: string;
  readonly first?: boolean;
  readonly defaults?: "allow" | "deny";
  readonly rules: readonly RuleFacts[];
}

/** Builds a small estate of filters and prefix lists. */
export function estateOf(
  filters: readonly FilterStory[],
  lists: Readonly<Record<string, readonly string[]>> = {},
): Graph {
  const nodes: EstateNode[] = [];
  const edges: Edge[] = [];
  for (const { id, first = false, defaults = "deny", rules } of filters) {
    nodes.push(
      node(id, "filter", {
        stateful: !first,
        evaluation: first ? "first-match" : "any-match",
        defaults: { ingress: defaults, egress: defaults },
        directions: ["ingress"],
        name: id,
        description: null,
        isDefault: false,
      }),
    );
    rules.forEach(({ jumpsTo, lists: named = [], ...facts }, index) => {
      const rule = `${id}#${index}`;
      nodes.push(node(rule, "rule", { ...RULE, order: first ? index : null, ...facts }));
      edges.push({ from: rule, relation: "filter", to: id, at });
      if (jumpsTo !== undefined) edges.push({ from: rule, relation: "jumps_to", to: jumpsTo, at });
      for (const list of named) edges.push({ from: rule, relation: "prefix_lists", to: list, at });
    });
  }
  for (const [id, entries] of Object.entries(lists)) {
    nodes.push(node(id, "prefix-list", { name: id, owner: "us", family: "IPv4", providerManaged: false }));
    if (entries.length === 0) continue;
    nodes.push(
      node(`${id}/entries`, "prefix-set", { entries: entries.map((cidr) => ({ cidr, description: null })) }),
    );
    edges.push({ from: `${id}/entries`, relation: "prefix_list", to: id, at });
  }
  return assemble([{ nodes, edges, gaps: [] }]);
}

export function factOf(graph: Graph, id: string): Fact & { readonly exposure: Exposure } {
  const fact = derive(graph, {}).fact("exposure", id);
  return { ...fact, exposure: fact.value as unknown as Exposure };
}

export const cidrs = (...blocks: string[]): Peer[] => blocks.map((cidr) => ({ cidr }));
export const port = (from: number, to = from) => [{ from, to }];
