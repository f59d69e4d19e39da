import type { Graph } from "../../graph/index.js";
import type { EstateNode } from "../../model/index.js";
import type { Holes } from "./holes.js";
import { one } from "./nics.js";

interface Reference {
  readonly rule: string;
  readonly group: string;
}

/**
 * Whether a rule that names a group means the group's members. Within one VPC it does. To a group of another VPC
 * it does where an active peering joins the two in one Region (VPC peering guide, "Reference peer security
 * groups"); inbound also where a transit gateway and the attachments of both support it (transit gateway guide,
 * "VPC attachments"). Otherwise it is stale and admits nobody. Undefined: what would tell was not collected.
 */
export function counts(graph: Graph, holes: Holes, { rule, group }: Reference): boolean | undefined {
  const filter = one(graph, rule, "filter");
  const own = filter === undefined ? undefined : one(graph, filter, "network");
  const other = one(graph, group, "network");
  if (own === undefined || other === undefined || own === other) return true;
  if (isPeered(graph, own, other)) return true;
  const inbound = (graph.node(rule) as EstateNode<"rule"> | undefined)?.is.direction === "ingress";
  const transit = inbound ? byTransit(graph, own, other) : false;
  if (transit === true) return true;
  const hidden = [own, other].some(
    (network) =>
      holes.hidingNear("peering", network).length > 0 ||
      (inbound && holes.hidingNear("attachment", network).length > 0),
  );
  return hidden ? undefined : transit;
}

function isPeered(graph: Graph, own: string, other: string): boolean {
  const region = (network: string) => graph.node(network)?.scope.region;
  if (region(own) !== region(other)) return false;
  return PEERINGS.some(([mine, theirs]) =>
    (graph.step(own, mine)?.ids ?? []).some((id) => {
      const { state } = (graph.node(id) as EstateNode<"peering">).is;
      return state === "active" && one(graph, id, theirs) === other;
    }),
  );
}

const PEERINGS = [
  ["requested_peerings", "accepter"],
  ["accepted_peerings", "requester"],
] as const;

/** Over a transit gateway that both are attached to; false where there is none, or one does not support it. */
function byTransit(graph: Graph, own: string, other: string): boolean | undefined {
  const attachments = (network: string) => graph.step(network, "attachments")?.ids ?? [];
  const supported = attachments(own).flatMap((mine) =>
    attachments(other)
      .filter((theirs) => one(graph, mine, "gateway") === one(graph, theirs, "gateway"))
      .map((theirs) => all([supports(graph, mine), supports(graph, theirs), gatewaySupports(graph, mine)])),
  );
  return supported.includes(true) ? true : supported.includes(undefined) ? undefined : false;
}

function supports(graph: Graph, attachment: string): boolean | undefined {
  return (graph.node(attachment) as EstateNode<"attachment"> | undefined)?.is.groupReferencing ?? undefined;
}

function gatewaySupports(graph: Graph, attachment: string): boolean | undefined {
  const gateway = one(graph, attachment, "gateway");
  const options = gateway === undefined ? undefined : graph.node(gateway)?.native["Options"];
  const text = JSON.stringify(options ?? null);
  if (text.includes('"SecurityGroupReferencingSupport":"enable"')) return true;
  return text.includes('"SecurityGroupReferencingSupport":"disable"') ? false : undefined;
}

function all(parts: readonly (boolean | undefined)[]): boolean | undefined {
  return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
}
