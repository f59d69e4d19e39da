import type { Gap } from "../../model/index.js";
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
  const network = fabric.one(subnet, "network");
  const beside = network === undefined ? [] : fabric.many(network, "route_tables");
  const unread = ({ reason, at }: Gap) =>
    reason === "unparsed" && /\/Associations(?:\/|$)/.test(at.pointer ?? "");
  const gaps = [
    ...fabric.holes.hidingNear("route-table", subnet, "aws.route-table"),
    ...beside.flatMap((id) => fabric.holes.at(id).filter(unread)),
  ];
  if (gaps.length === 0) return flow;
  const says = "not every route table was read: the subnet may have one of its own";
  // Where another table would send them nobody knows, so that this one is not all that is possible.
  walker.doubt(flow, { node: subnet, says, gaps });
  return walker.manner.mode === "possible" ? flow : undefined;
}
