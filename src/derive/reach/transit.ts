import type { EstateNode } from "../../model/index.js";
import { AddressSet } from "../../net/index.js";
import type { Flow } from "./flow.js";
import { inDispute } from "./in-dispute.js";
import { toPremises } from "./premises.js";
import { deliver, routeFrom, throughAcl, type Via } from "./vpc.js";
import type { Walker } from "./walker.js";

/** An attachment in a state in which it forwards. */
const OPEN: ReadonlySet<string> = new Set(["available", "modifying"]);

/** From a subnet of a VPC into a transit gateway. */
export function intoTransitGateway(walker: Walker, flow: Flow, { target, network, subnet }: Via): void {
  const { fabric } = walker;
  const attachment = fabric.many(target, "attachments").find((id) => fabric.one(id, "network") === network);
  if (attachment === undefined) {
    const gaps = [
      ...fabric.holes.at(target, "attachments"),
      ...fabric.holes.hidingNear("attachment", target),
    ];
    const says = "no attachment of this VPC to the transit gateway was collected";
    walker.doubt(flow, { node: target, says, gaps });
    return;
  }
  if (!isOpen(walker, flow, attachment)) return;
  const doors = fabric.many(attachment, "subnets");
  const zone = fabric.zoneOf(subnet);
  const untold =
    doors.length === 0 || zone === undefined || doors.some((one) => fabric.zoneOf(one) === undefined);
  if (untold && subnet !== undefined) {
    const gaps = [
      ...fabric.holes.at(attachment, "subnets"),
      ...fabric.holes.hidingNear("attachment", target),
    ];
    const says = "which zones the attachment serves is not known";
    if (walker.unsure(flow, { node: attachment, says, gaps }) === undefined) return;
  }
  const near = doors.filter((door) => fabric.zoneOf(door) === zone);
  // "An attachment must have a subnet in each Availability Zone that uses it" (transit gateway guide, VPC attachments).
  if (!untold && subnet !== undefined && near.length === 0) {
    const says = `the attachment has no subnet in ${zone ?? "the zone"}, so that nothing there can use it`;
    walker.end("unrouted", flow, { node: attachment, what: "unrouted", says });
    return;
  }
  // The ACL of the attachment's subnet is asked inbound, also where it is the sender's own (same guide, "Network ACLs").
  const [door] = near.includes(subnet ?? "") ? [subnet] : near;
  const came = door === undefined ? flow : throughAcl(walker, flow, { subnet: door, direction: "ingress" });
  const on = came === undefined ? undefined : walker.step(came, target);
  if (on !== undefined) routeAt(walker, on, attachment);
}

/** What came in by an attachment goes by the table that it is associated with. */
export function routeAt(walker: Walker, flow: Flow, attachment: string): void {
  const { fabric } = walker;
  const id = fabric.one(attachment, "route_table");
  if (id === undefined) {
    const gaps = fabric.holes.at(attachment, "route_table");
    const says = "which route table the attachment uses is not known, or it has none";
    const { associationState = null } = fabric.is(attachment, "attachment");
    if (gaps.length === 0 && associationState === "none")
      walker.end("unrouted", flow, {
        node: attachment,
        what: "unrouted",
        says: "the attachment has no route table",
      });
    else walker.doubt(flow, { node: attachment, says, gaps });
    return;
  }
  const table = fabric.tables.of(id);
  if (table?.node.is.routes === undefined) {
    walker.doubt(flow, {
      node: id,
      says: "the routes of the table were not collected",
      gaps: fabric.holes.at(id),
    });
    return;
  }
  const disputes = fabric.holes.disputes(attachment, "route_table");
  if (disputes.length > 0 || inDispute(walker, flow, id)) {
    if (disputes.length > 0)
      walker.doubt(flow, { node: attachment, says: "its route table is told in two ways", gaps: disputes });
    return;
  }
  const wanted = walker.space.addresses(flow.set, "destination");
  let covered = AddressSet.NONE;
  for (const { to, route, label, maybeFirst, rivals } of table.pieces) {
    if (!to.overlaps(wanted)) continue;
    const part = walker.to(flow, to.difference(covered));
    if (!rivals && (!maybeFirst || walker.manner.mode === "sure")) covered = covered.union(to);
    if (part === undefined) continue;
    const by = { id: `${id}#${route.destination ?? ""}`, label, at: (table.node as EstateNode).at };
    if (route.state === "blackhole")
      walker.end("unrouted", part, { node: id, what: "unrouted", says: `black hole: ${label}`, by });
    else if (route.state === "unknown") walker.doubt(part, { node: id, says: `not certain: ${label}`, by });
    else
      outBy(walker, walker.note(part, { node: id, what: "routed", says: label, by }), {
        via: route.via.id,
        table: id,
      });
  }
  const rest = walker.notTo(flow, AddressSet.unionOf([covered, ...table.pieces.map(({ to }) => to)]));
  if (rest === undefined) return;
  if (table.gaps.length > 0 || fabric.holes.at(id).length > 0)
    walker.doubt(rest, {
      node: id,
      says: "not all routes of the table are known",
      gaps: [...table.gaps, ...fabric.holes.at(id)],
    });
  else walker.end("unrouted", rest, { node: id, what: "unrouted", says: "no route to the destination" });
}

function outBy(walker: Walker, flow: Flow, { via, table }: { via: string | null; table: string }): void {
  const { fabric } = walker;
  const found = via === null ? [] : fabric.graph.find(via).filter(({ kind }) => kind === "attachment");
  const gateway = fabric.one(table, "gateway");
  const attachment = (found.find(({ id }) => fabric.one(id, "gateway") === gateway) ?? found[0])?.id;
  if (attachment === undefined) {
    const gaps = fabric.holes.at(table, "targets");
    walker.doubt(flow, { node: table, says: `${via ?? "the target"} was not collected`, gaps });
    return;
  }
  if (!isOpen(walker, flow, attachment)) return;
  const { attachmentType = "" } = fabric.is(attachment, "attachment");
  if (attachmentType === "vpc") intoVpc(walker, flow, attachment);
  else if (attachmentType === "peering") acrossGateways(walker, flow, attachment);
  else if (attachmentType === "vpn" || attachmentType === "direct-connect-gateway")
    toPremises(walker, flow, attachment);
  else
    walker.doubt(flow, {
      node: attachment,
      says: `where a ${attachmentType} attachment leads is not modelled`,
      gaps: fabric.holes.at(table, "targets"),
    });
}

function isOpen(walker: Walker, flow: Flow, attachment: string): boolean {
  const { state = "unknown" } = walker.fabric.is(attachment, "attachment");
  if (inDispute(walker, flow, attachment)) return false;
  if (OPEN.has(state)) return true;
  if (state === "unknown")
    return (
      walker.unsure(flow, { node: attachment, says: "the state of the attachment is not known" }) !==
      undefined
    );
  walker.end("unrouted", flow, { node: attachment, what: "unrouted", says: `the attachment is ${state}` });
  return false;
}

/**
 * From a transit gateway into a VPC, by the card of the attachment in one of its subnets: that of the sender's
 * zone where there is one (transit gateway guide, "Availability Zones"; appliance mode picks any). The ACL of
 * that subnet is asked on the way out; where the receiver is in the same subnet no ACL is asked at all
 * (docs.aws.amazon.com/vpc/latest/tgw/tgw-nacls.html).
 */
function intoVpc(walker: Walker, flow: Flow, attachment: string): void {
  const { fabric, goal } = walker;
  const network = fabric.one(attachment, "network");
  const doors = fabric.many(attachment, "subnets");
  if (network === undefined) {
    walker.doubt(flow, {
      node: attachment,
      says: "the attached VPC was not collected",
      gaps: fabric.holes.at(attachment),
    });
    return;
  }
  if (doors.length === 0) {
    // Where its subnets were not told, the local route is all that can be followed.
    const inside = walker.to(flow, fabric.blocksOf(network));
    const beyond = walker.notTo(flow, fabric.blocksOf(network));
    if (inside !== undefined) deliver(walker, inside, { network, subnet: undefined });
    if (beyond !== undefined)
      walker.doubt(beyond, { node: attachment, says: "the subnets of the attachment are not known" });
    return;
  }
  const { applianceMode = null } = fabric.is(attachment, "attachment");
  const near = doors.filter((door) => fabric.zoneOf(door) === flow.zone && flow.zone !== undefined);
  for (const door of applianceMode !== true && near.length > 0 ? near.slice(0, 1) : doors) {
    const receiver = goal.kind === "cards" && goal.first.subnet === door && walker.meets(flow, goal.first);
    const left = receiver ? flow : throughAcl(walker, flow, { subnet: door, direction: "egress" });
    const on = left === undefined ? undefined : walker.step(left, attachment);
    if (on !== undefined) routeFrom(walker, { ...on, zone: fabric.zoneOf(door) }, { network, subnet: door });
  }
}

/** Over a peering of two transit gateways: the table of the attachment at the other side. */
function acrossGateways(walker: Walker, flow: Flow, attachment: string): void {
  const { fabric } = walker;
  const own = fabric.one(attachment, "gateway");
  const peer = fabric.one(attachment, "peer_gateway");
  // One peering has one name at both sides; the other side's description is the one of the other gateway.
  const [short = ""] = fabric.graph.node(attachment)?.aliases ?? [];
  const others = fabric.graph
    .ids("attachment")
    .filter((id) => id !== attachment && fabric.graph.node(id)?.aliases.includes(short));
  const facing = fabric.graph
    .ids("attachment")
    .filter((id) => fabric.one(id, "peer_gateway") === own && fabric.one(id, "gateway") === peer);
  const other = others[0] ?? (peer === undefined ? undefined : facing[0]);
  if (other === undefined) {
    walker.doubt(flow, { node: attachment, says: "the transit gateway at the other side was not collected" });
    return;
  }
  const on = walker.step(flow, attachment);
  if (on !== undefined) routeAt(walker, on, other);
}
