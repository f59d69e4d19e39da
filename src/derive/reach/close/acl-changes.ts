import type { Graph } from "../../../graph/index.js";
import type { AclStep, Change, EstateNode } from "../../../model/index.js";
import { PROPOSED } from "./draft.js";
import type { Site } from "./site.js";

/** Steps on the entries of an ACL, as changes of the graph. */
export function aclChanges(
  graph: Graph,
  site: Pick<Site, "filter" | "direction">,
  steps: readonly AclStep[],
): Change[] {
  const acl = graph.node(site.filter) as EstateNode<"filter">;
  return steps.map((step): Change => {
    const id = `${acl.id}#${site.direction}/${step.number}`;
    if (step.deed === "delete") return { op: "remove", target: id, kind: "rule", at: PROPOSED };
    const edges = [{ from: id, relation: "filter", to: acl.id, at: PROPOSED }];
    return {
      op: "put",
      nodes: [entryNode(acl, id, { step, direction: site.direction })],
      edges,
      at: PROPOSED,
    };
  });
}

function entryNode(
  acl: EstateNode<"filter">,
  id: string,
  { step, direction }: { step: AclStep; direction: Site["direction"] },
): EstateNode<"rule"> {
  const { number, action, terms } = step;
  return {
    ...{
      id,
      kind: "rule",
      type: "aws.network-acl-entry",
      aliases: [],
      scope: acl.scope,
      tags: {},
      native: {},
    },
    label: `${acl.label}: ${direction} ${number} ${action} (proposed)`,
    is: {
      ...{ direction, action, order: number, sourcePorts: null, localPeers: null, established: false },
      family: terms.cidr.includes(":") ? "ipv6" : "ipv4",
      protocols: terms.protocol === null ? null : [terms.protocol],
      ports: terms.ports === null ? null : [terms.ports],
      icmp: terms.icmp,
      peers: [{ cidr: terms.cidr }],
      ...{ description: null, unmodelled: [] },
    },
    at: PROPOSED,
  };
}
