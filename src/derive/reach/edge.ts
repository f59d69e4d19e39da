import type { Flow } from "./flow.js";
import { deliver, routeBy } from "./vpc.js";
import type { Walker } from "./walker.js";

/** Packets come into a VPC by a gateway: its edge route table speaks first, where it has one. */
export function intoGatewayEdge(
  walker: Walker,
  flow: Flow,
  { gateway, network }: { gateway: string; network: string },
): void {
  const { fabric } = walker;
  const tables = fabric
    .many(gateway, "edge_route_tables")
    .filter((table) => fabric.one(table, "network") === network);
  const [table] = tables;
  if (table === undefined) deliver(walker, flow, { network, subnet: undefined });
  else routeBy(walker, flow, { network, subnet: undefined, table });
}
