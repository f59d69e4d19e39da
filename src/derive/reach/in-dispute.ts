import type { Flow } from "./flow.js";
import type { Walker } from "./walker.js";

/** Where a thing on the way is told in two ways, or cannot be read, nobody knows what comes after it. */
export function inDispute(walker: Walker, flow: Flow, node: string): boolean {
  const { holes, label } = { holes: walker.fabric.holes, label: walker.fabric.label(node) };
  const disputes = holes.disputes(node);
  const unread = holes.at(node).filter(({ reason }) => reason === "unparsed");
  const gaps = [...disputes, ...(walker.fabric.graph.node(node)?.kind === "route-table" ? [] : unread)];
  if (gaps.length === 0) return false;
  const says = disputes.length > 0 ? `${label} is told in two ways` : `not all of ${label} can be read`;
  walker.doubt(flow, { node, says, gaps });
  return true;
}
