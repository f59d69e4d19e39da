import type { Batch, Edge, EstateNode, Gap, Kind, Provenance } from "../../src/model/index.js";

export const AT: Provenance = {
  source: "aws",
  uri: "answers/a.json",
  call: "ec2:DescribeThings",
  account: "1",
  region: "r1",
};

type Draft = Partial<EstateNode> & { readonly id: string; readonly kind: Kind };

/** A node with just enough around it. */
export function node(draft: Draft): EstateNode {
  return {
    type: `aws.${draft.kind}`,
    label: draft.id,
    aliases: [],
    scope: { provider: "aws", account: "1", region: "r1" },
    tags: {},
    is: {},
    native: {},
    at: AT,
    ...draft,
  } as EstateNode;
}

/** `a -relation-> b` as an edge. */
export function edge(text: string, more: Partial<Edge> = {}): Edge {
  const match = /^(\S+) -(\S+)-> (\S+)$/.exec(text);
  if (match === null) throw new Error(`not an edge: ${text}`);
  const [, from = "", relation = "", to = ""] = match;
  return { from, relation, to, at: AT, ...more };
}

export function batch(
  nodes: readonly EstateNode[],
  edges: readonly Edge[] = [],
  gaps: readonly Gap[] = [],
): Batch {
  return { nodes, edges, gaps };
}
