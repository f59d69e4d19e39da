import type { Flow } from "./flow.js";
import type { Walker } from "./walker.js";

/** Where answers tell a thing on the way differently, nobody knows what comes after it. */
export function inDispute(walker: Walker, flow: Flow, node: string): boolean {
  const gaps = walker.fabric.holes.disputes(node);
  if (gaps.length === 0) return false;
  walker.doubt(flow, { node, says: `${walker.fabric.label(node)} is told in two ways`, gaps });
  return true;
}
