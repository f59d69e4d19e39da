import type { EstateNode } from "../../model/index.js";
import { AddressSet } from "../../net/index.js";
import { outByCarrierGateway } from "./carrier.js";
import { intoEndpoint } from "./endpoints.js";
import type { Flow, Place } from "./flow.js";
import { inDispute } from "./in-dispute.js";
import { outByEgressOnly, outByInternetGateway } from "./internet.js";
import { toLocalGateway } from "./local-gateway.js";
import { mainOrOwn, otherAcls } from "./main-or-own.js";
import { intoMiddlebox } from "./middlebox.js";
import { throughNat } from "./nat.js";
import { setOf } from "./nics.js";
import { acrossPeering } from "./peering.js";
import { toPremisesByGateway } from "./premises.js";
import type { Piece, Route } from "./tables.js";
import { intoTransitGateway } from "./transit.js";
import type { Walker } from "./walker.js";

type Cards = Extract<Place, { kind: "cards" }>;

/** Where in a VPC packets are. */
export interface Inside {
  readonly network: string;
  /** The subnet that they come from, whose ACL and route table speak; undefined behind a gateway. */
  readonly subnet: string | undefined;
}

/** Addresses that the provider answers itself and no group or table concerns (VPC user guide, "Security groups"). */
export const LINK_LOCAL = setOf(["169.254.0.0/16", "fe80::/10", "fd00:ec2::/32"]);

/** A card in a subnet sends: within the subnet directly, beyond it by ACL and route table. */
export function fromSubnet(
  walker: Walker,
  flow: Flow,
  { network, subnet }: Required<Inside> & { subnet: string },
): void {
  const { fabric } = walker;
  const local = walker.to(flow, LINK_LOCAL);
  if (local !== undefined)
    walker.doubt(local, { node: subnet, says: "link-local services of the provider are not modelled" });
  const rest = walker.notTo(flow, LINK_LOCAL);
  if (rest === undefined) return;
  const own = fabric.blocksOf(subnet);
  const near = walker.to(rest, own);
  if (near !== undefined) deliver(walker, near, { network, subnet });
  const far = walker.notTo(rest, own);
  if (far === undefined) return;
  const left = throughAcl(walker, far, { subnet, direction: "egress" });
  const on = left === undefined ? undefined : walker.step(left, subnet);
  if (on !== undefined) routeFrom(walker, { ...on, zone: fabric.zoneOf(subnet) }, { network, subnet });
}

/** The network ACL of a subnet. Stateless: answers are judged like any packet. */
export function throughAcl(
  walker: Walker,
  flow: Flow,
  { subnet, direction }: { subnet: string; direction: "ingress" | "egress" },
): Flow | undefined {
  const { fabric } = walker;
  const ids = fabric.many(subnet, "filters");
  const gaps = fabric.holes.at(subnet, "filters");
  const hidden = ids.length === 0 ? fabric.holes.hidingNear("filter", subnet, "aws.network-acl") : [];
  const blurred = ids.length > 0 && gaps.length === 0 ? otherAcls(walker, subnet, ids) : [];
  if (blurred.length > 0) {
    const says = "not every network ACL can be read: the subnet may have one of its own";
    return walker.unsure(flow, { node: subnet, says, gaps: blurred });
  }
  if (ids.length > 0 && gaps.length === 0) return walker.filter(flow, { node: subnet, ids, direction });
  if (fabric.graph.node(subnet)?.type !== "aws.subnet" && gaps.length === 0 && hidden.length === 0)
    return flow;
  return walker.unsure(flow, {
    node: subnet,
    says: "the network ACL of the subnet is not known",
    gaps: [...gaps, ...hidden],
  });
}

/** The route table of the subnet decides. */
export function routeFrom(walker: Walker, flow: Flow, inside: { network: string; subnet: string }): void {
  const table = walker.fabric.one(inside.subnet, "route_table");
  if (table === undefined) {
    const gaps = walker.fabric.holes.at(inside.subnet, "route_table");
    walker.doubt(flow, { node: inside.subnet, says: "the route table of the subnet is not known", gaps });
    return;
  }
  const gaps = walker.fabric.holes.disputes(inside.subnet, "route_table");
  if (gaps.length > 0) {
    walker.doubt(flow, { node: inside.subnet, says: "its route table is told in two ways", gaps });
    return;
  }
  const sure = mainOrOwn(walker, flow, { subnet: inside.subnet, table });
  if (sure !== undefined) routeBy(walker, sure, { ...inside, table });
}

/** Splits packets over the routes of a table of a VPC. */
export function routeBy(walker: Walker, flow: Flow, at: Inside & { readonly table: string }): void {
  const { fabric } = walker;
  const table = fabric.tables.of(at.table);
  if (table?.node.is.routes === undefined) {
    walker.doubt(flow, {
      node: at.table,
      says: "the routes of the table were not collected",
      gaps: fabric.holes.at(at.table),
    });
    return;
  }
  if (inDispute(walker, flow, at.table)) return;
  const wanted = walker.space.addresses(flow.set, "destination");
  let covered = AddressSet.NONE;
  for (const piece of table.pieces) {
    if (!piece.to.overlaps(wanted)) continue;
    const part = walker.to(flow, piece.to.difference(covered));
    if (part !== undefined) follow(walker, part, { ...at, piece });
    // What may be taken before others leaves nothing certain for those.
    if (!piece.rivals && (!piece.maybeFirst || walker.manner.mode === "sure"))
      covered = covered.union(piece.to);
  }
  const rest = walker.notTo(flow, AddressSet.unionOf([covered, ...table.pieces.map(({ to }) => to)]));
  if (rest !== undefined)
    walker.end("unrouted", rest, { node: at.table, what: "unrouted", says: "no route to the destination" });
}

type Following = Inside & { readonly table: string; readonly piece: Piece };

function follow(walker: Walker, flow: Flow, at: Following): void {
  const { piece, table } = at;
  const { route, label } = piece;
  const by = {
    id: `${table}#${route.destination ?? route.prefixList ?? ""}`,
    label,
    at: placeOf(walker, table),
  };
  if (route.state === "blackhole") {
    walker.end("unrouted", flow, { node: table, what: "unrouted", says: `black hole: ${label}`, by });
    return;
  }
  const gaps = [...walker.fabric.holes.at(table), ...(walker.fabric.tables.of(table)?.gaps ?? [])];
  const certain =
    route.state === "unknown"
      ? walker.unsure(flow, { node: table, says: `not certain: ${label}`, by, gaps })
      : flow;
  if (certain === undefined) return;
  const on = walker.note(certain, { node: table, what: "routed", says: label, by });
  const target = targetOf(walker, route);
  const way = WAYS.get(route.via.type);
  if (way === undefined) {
    const beyond = walker.fabric.holes.at(table, "targets");
    walker.doubt(on, {
      node: table,
      says: `what lies behind ${label} is not modelled`,
      gaps: [...gaps, ...beyond],
    });
  } else if (target === undefined && route.via.type !== "local") {
    walker.doubt(on, {
      node: table,
      says: `${route.via.id ?? route.via.type} was not collected`,
      gaps: walker.fabric.holes.at(table, "targets"),
    });
  } else if (target === undefined || !inDispute(walker, on, target))
    way(walker, on, { network: at.network, subnet: at.subnet, target: target ?? "", table });
}

function placeOf(walker: Walker, table: string) {
  return (walker.fabric.graph.node(table) as EstateNode).at;
}

/** The node that a route names, among those that its table leads to. */
export function targetOf(walker: Walker, { via }: Route): string | undefined {
  if (via.id === null) return undefined;
  const found = walker.fabric.graph.find(via.id);
  return found.length === 1 ? found[0]?.id : undefined;
}

export interface Via extends Inside {
  readonly target: string;
  readonly table: string;
}

type Way = (walker: Walker, flow: Flow, via: Via) => void;

const WAYS: ReadonlyMap<string, Way> = new Map<string, Way>([
  ["local", deliver],
  ["internet-gateway", outByInternetGateway],
  ["egress-only-gateway", outByEgressOnly],
  ["carrier-gateway", outByCarrierGateway],
  ["nat-gateway", throughNat],
  ["peering", acrossPeering],
  ["transit-gateway", intoTransitGateway],
  ["vpn-gateway", toPremisesByGateway],
  ["local-gateway", toLocalGateway],
  ["endpoint", intoEndpoint],
  ["interface", intoMiddlebox],
  ["host", intoMiddlebox],
]);

/** Brings packets to the card that they are for, if it is in this VPC. */
export function deliver(walker: Walker, flow: Flow, { network, subnet }: Inside): void {
  const { goal, fabric } = walker;
  if (goal.kind === "anywhere") {
    walker.arrive(flow, { node: network, says: `arrives in ${fabric.label(network)}` });
    return;
  }
  const here = goal.kind === "cards" && goal.first.network === network ? goal : undefined;
  const mine = here === undefined ? undefined : walker.to(flow, privateOf(here));
  if (mine !== undefined && here !== undefined) handOver(walker, mine, { goal: here, subnet });
  const rest = here === undefined ? flow : walker.notTo(flow, privateOf(here));
  if (rest === undefined) return;
  const returned = walker.reply ? backThroughNat(walker, rest, { network, subnet }) : rest;
  if (returned === undefined) return;
  const unread = fabric.holes.at(network).filter(({ reason }) => reason === "unparsed");
  const gaps = [...fabric.holes.hidingNear("interface", network), ...unread];
  if (gaps.length > 0)
    walker.doubt(returned, { node: network, says: "who has the address is not known", gaps });
  else walker.end("unrouted", returned, { node: network, what: "lost", says: "nobody here has the address" });
}

function privateOf({ nics }: Cards): AddressSet {
  return AddressSet.unionOf(nics.map(({ addresses }) => addresses));
}

/** Cards that serve the provider's own devices take no connections from others. */
const CLOSED: ReadonlySet<string> = new Set(["nat_gateway", "transit_gateway", "transit_gateway_attachment"]);

function handOver(
  walker: Walker,
  flow: Flow,
  { goal, subnet }: { goal: Cards; subnet: string | undefined },
): void {
  const { first } = goal;
  const crossing = first.subnet !== undefined && first.subnet !== subnet;
  const came = crossing
    ? throughAcl(walker, flow, { subnet: first.subnet ?? "", direction: "ingress" })
    : flow;
  if (came === undefined) return;
  if (CLOSED.has(first.type) && !walker.reply) {
    walker.end("filtered", came, {
      node: first.id,
      what: "refused",
      says: `a ${first.type.replaceAll("_", " ")} takes no connections`,
    });
    return;
  }
  const on = walker.reply ? came : throughGroups(walker, came, { goal, direction: "ingress" });
  if (on !== undefined) walker.arrive(on, { node: first.id, says: `arrives at ${first.label}` });
}

/** The groups of a card. Stateful: answers of what they admitted are not asked. */
export function throughGroups(
  walker: Walker,
  flow: Flow,
  { goal, direction }: { goal: Cards; direction: "ingress" | "egress" },
): Flow | undefined {
  const { first } = goal;
  const { holes } = walker.fabric;
  const gaps = [
    ...holes.at(first.id, "filters"),
    ...(first.host === undefined ? [] : holes.at(first.host, "filters")),
  ];
  const bare = first.filters.length === 0 && GUARDED.has(first.type) && gaps.length === 0;
  const hidden = bare ? holes.hidingNear("filter", first.id, "aws.security-group") : [];
  if (gaps.length > 0 || hidden.length > 0) {
    return walker.unsure(flow, {
      node: first.id,
      says: "its security groups are not all known",
      gaps: [...gaps, ...hidden],
    });
  }
  return walker.filter(flow, { node: first.id, ids: first.filters, direction });
}

const GUARDED: ReadonlySet<string> = new Set(["interface", "host", "vpc_endpoint", "lambda", "efa"]);

/** The answer to what a NAT gateway sent: it goes on to the one who asked. */
function backThroughNat(walker: Walker, flow: Flow, inside: Inside): Flow | undefined {
  const [last] = flow.translations;
  const card = last === undefined ? undefined : walker.fabric.nic(last.device);
  const mine =
    card === undefined || card.network !== inside.network ? undefined : walker.to(flow, card.addresses);
  if (last === undefined || card?.subnet === undefined || mine === undefined) return flow;
  const came =
    card.subnet === inside.subnet
      ? mine
      : throughAcl(walker, mine, { subnet: card.subnet, direction: "ingress" });
  if (came !== undefined) {
    const { space } = walker;
    const to = space.withField(came.set, "destination", space.addresses(last.from, "source"));
    const set = space.withField(to, "destinationPort", space.ports(last.from, "source"));
    const on = walker.note(
      { ...came, set, translations: flow.translations.slice(1) },
      {
        node: last.device,
        what: "translated",
        says: "the NAT gateway gives the answer to who asked",
      },
    );
    fromSubnet(walker, on, { network: card.network ?? "", subnet: card.subnet });
  }
  return walker.notTo(flow, card.addresses);
}
