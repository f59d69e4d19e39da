import type { Flow } from "./flow.js";
import type { Walker } from "./walker.js";

/** A subnet that uses the main table may have one of its own among those that were not read. */
export function mainOrOwn(
  walker: Walker,
  flow: Flow,
  { subnet, table }: { subnet: string; table: string },
): Flow | undefined {
  const { fabric } = walker;
  if (fabric.is(table, "route-table").main !== true) return flow;
  const gaps = fabric.holes.hidingNear("route-table", subnet, "aws.route-table");
  if (gaps.length === 0) return flow;
  const says = "not every route table was read: the subnet may have one of its own";
  return walker.unsure(flow, { node: subnet, says, gaps });
}
