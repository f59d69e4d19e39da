import type { Gap } from "../../model/index.js";
import type { Fabric } from "./fabric.js";
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
  const gaps = [
    ...fabric.holes.hidingNear("route-table", subnet, "aws.route-table"),
    ...beside.flatMap((id) => fabric.holes.at(id).filter(isOfAssociations)),
  ];
  if (gaps.length === 0) return flow;
  const says = "not every route table was read: the subnet may have one of its own";
  // Where another table would send them nobody knows, so that this one is not all that is possible.
  walker.doubt(flow, { node: subnet, says, gaps });
  return walker.manner.mode === "possible" ? flow : undefined;
}

/** A subnet that uses the default ACL may have one of its own, of which it cannot be read which subnets it guards. */
export function otherAcls({ fabric }: Walker, subnet: string, own: readonly string[]): readonly Gap[] {
  if (fabric.holes.none || !own.some((id) => fabric.is(id, "filter").isDefault === true)) return [];
  const network = fabric.one(subnet, "network");
  if (network === undefined) return [];
  const byNetwork = ACLS.get(fabric) ?? new Map<string, readonly (readonly [string, Gap])[]>();
  ACLS.set(fabric, byNetwork);
  const known = byNetwork.get(network) ?? blurredAcls(fabric, network);
  byNetwork.set(network, known);
  return known.flatMap(([id, gap]) => (own.includes(id) ? [] : [gap]));
}

/** Asked for by every walk through a subnet, and the same for all of a VPC. */
const ACLS = new WeakMap<Fabric, Map<string, readonly (readonly [string, Gap])[]>>();

function blurredAcls({ graph, holes }: Fabric, network: string): (readonly [string, Gap])[] {
  return (graph.step(network, "filters")?.ids ?? [])
    .filter((id) => graph.node(id)?.type === "aws.network-acl")
    .flatMap((id) =>
      holes
        .at(id)
        .filter(isOfAssociations)
        .map((gap) => [id, gap] as const),
    );
}

function isOfAssociations({ reason, at }: Gap): boolean {
  return reason === "unparsed" && /\/Associations(?:\/|$)/.test(at.pointer ?? "");
}
