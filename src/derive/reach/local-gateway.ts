import { AddressSet } from "../../net/index.js";
import { intoGatewayEdge } from "./edge.js";
import type { Flow } from "./flow.js";
import { type Nic, setOfAddress } from "./nics.js";
import { toPremises } from "./premises.js";
import type { Route } from "./tables.js";
import type { Via } from "./vpc.js";
import type { Walker } from "./walker.js";

const CUSTOMER_OWNED = "customer-owned";

/**
 * From an Outpost's subnet to its own site. The table that the VPC is associated with decides how: with direct
 * VPC routing packets go as they are, with customer-owned addresses each card is known by one of those, and who
 * has none cannot talk (docs.aws.amazon.com/outposts/latest/userguide/routing.html).
 */
export function toLocalGateway(walker: Walker, flow: Flow, { target, network }: Via): void {
  const { fabric } = walker;
  const table = tableFor(walker, target, network);
  if (table === undefined) {
    const gaps = [...fabric.holes.at(target), ...fabric.holes.hidingNear("route-table", target)];
    if (areUntold(walker, target) || gaps.length > 0)
      walker.doubt(flow, {
        node: target,
        says: "the route tables of the local gateway were not collected",
        gaps,
      });
    else
      walker.end("unrouted", flow, {
        node: target,
        what: "unrouted",
        says: "the VPC is not associated with a route table of the local gateway",
      });
    return;
  }
  if (isModeless(walker, flow, table)) return;
  if (modeOf(walker, table) !== "coip" || walker.goal.kind === "anywhere") {
    routed(walker, flow, { table, gateway: target });
    return;
  }
  let left: Flow | undefined = flow;
  for (const nic of sendersOf(walker)) {
    for (const { inside, outside, by } of nic.pairs) {
      if (left === undefined || by !== CUSTOMER_OWNED) continue;
      const { space } = walker;
      const part = walker.part(left, space.intersect(left.set, space.box({ source: setOfAddress(inside) })));
      if (part === undefined) continue;
      const says = "the local gateway makes the source its customer-owned address";
      routed(walker, walker.rename(part, outside, { node: target, says }), { table, gateway: target });
      left = walker.part(left, space.difference(left.set, part.set));
    }
  }
  if (left !== undefined)
    walker.end("unrouted", left, {
      node: target,
      what: "unrouted",
      says: "the source has no customer-owned address",
    });
}

function sendersOf({ from }: Walker) {
  return from?.kind === "cards" ? from.nics : [];
}

function routed(walker: Walker, flow: Flow, { table, gateway }: { table: string; gateway: string }): void {
  const known = walker.fabric.tables.of(table);
  if (known?.node.is.routes === undefined) {
    const gaps = walker.fabric.holes.at(table);
    walker.doubt(flow, {
      node: table,
      says: "the routes of the local gateway's table were not collected",
      gaps,
    });
    return;
  }
  let covered = AddressSet.NONE;
  for (const { to, route, label } of known.pieces) {
    covered = covered.union(to);
    const part = walker.to(flow, to);
    if (part === undefined) continue;
    const by = { id: `${table}#${route.destination ?? ""}`, label, at: known.node.at };
    if (route.state === "blackhole")
      walker.end("unrouted", part, { node: table, what: "unrouted", says: `black hole: ${label}`, by });
    else if (route.via.type === "vif-group" && route.state === "active")
      toPremises(walker, walker.note(part, { node: table, what: "routed", says: label, by }), gateway);
    else walker.doubt(part, { node: table, says: `where ${label} leads is not modelled`, by });
  }
  const rest = walker.notTo(flow, covered);
  if (rest !== undefined)
    walker.end("unrouted", rest, { node: table, what: "unrouted", says: "no route to the destination" });
}

function tableFor(walker: Walker, gateway: string, network: string): string | undefined {
  const { fabric } = walker;
  return fabric.many(gateway, "route_tables").find((id) => fabric.many(id, "networks").includes(network));
}

function modeOf(walker: Walker, table: string): string {
  return walker.fabric.is(table, "route-table").mode ?? "direct-vpc-routing";
}

/** No table of the gateway is told, or none with a VPC: a gateway that routes lead to has one. */
function areUntold({ fabric }: Walker, gateway: string): boolean {
  const tells = (id: string) =>
    fabric.many(id, "networks").length > 0 || fabric.holes.at(id, "networks").length > 0;
  return !fabric.many(gateway, "route_tables").some(tells);
}

/** A mode that cannot be read may be either. */
function isModeless(walker: Walker, flow: Flow, table: string): boolean {
  const { fabric } = walker;
  const gaps = fabric.holes.at(table).filter(({ reason }) => reason === "unparsed");
  if (fabric.is(table, "route-table").mode != null || gaps.length === 0) return false;
  walker.doubt(flow, { node: table, says: "by which addresses the site is reached cannot be read", gaps });
  return true;
}

/**
 * With direct VPC routing the site is told of the subnets whose route tables lead to the local gateway, and of no
 * others (docs.aws.amazon.com/outposts/latest/userguide/manage-lgw-routes.html).
 */
function advertised(
  walker: Walker,
  flow: Flow,
  { gateway, nic }: { gateway: string; nic: Nic },
): Flow | undefined {
  const { fabric } = walker;
  const id = nic.subnet === undefined ? undefined : fabric.one(nic.subnet, "route_table");
  const table = id === undefined ? undefined : fabric.tables.of(id);
  if (id === undefined || table?.node.is.routes === undefined) {
    const says = "whether the subnet's route table leads to the local gateway is not known";
    return walker.unsure(flow, { node: gateway, says, gaps: fabric.holes.at(id ?? nic.subnet ?? nic.id) });
  }
  const leads = ({ via }: Route) =>
    via.id !== null && fabric.graph.find(via.id).some((node) => node.id === gateway);
  if (table.node.is.routes.some(leads)) return flow;
  const says = "the site is not told of the subnet, whose route table does not lead to the local gateway";
  walker.end("unrouted", flow, { node: gateway, what: "unrouted", says });
  return undefined;
}

/** From the site by a local gateway: to the addresses themselves, or to customer-owned ones. */
export function fromLocalGateway(walker: Walker, flow: Flow, gateway: string): void {
  const { fabric, goal } = walker;
  if (goal.kind !== "cards" || goal.first.network === undefined) return;
  const { network } = goal.first;
  const table = tableFor(walker, gateway, network);
  if (table === undefined && areUntold(walker, gateway))
    walker.doubt(flow, { node: gateway, says: "the route tables of the local gateway were not collected" });
  if (table === undefined || isModeless(walker, flow, table)) return;
  if (modeOf(walker, table) !== "coip") {
    const inside = walker.to(flow, fabric.blocksOf(network));
    const told = inside === undefined ? undefined : advertised(walker, inside, { gateway, nic: goal.first });
    if (told !== undefined) intoGatewayEdge(walker, told, { gateway, network });
    return;
  }
  for (const nic of goal.nics) {
    for (const { inside, outside, by } of nic.pairs) {
      const part = by === CUSTOMER_OWNED ? walker.to(flow, setOfAddress(outside)) : undefined;
      if (part === undefined) continue;
      const says = "the local gateway makes the destination the private address";
      intoGatewayEdge(walker, walker.redirect(part, inside, { node: gateway, says }), { gateway, network });
    }
  }
}
