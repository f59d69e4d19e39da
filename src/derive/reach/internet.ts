import { PUBLIC_SPACE } from "../../net/index.js";
import { accessGaps, exclusionGaps } from "./access-gaps.js";
import { intoGatewayEdge } from "./edge.js";
import type { Flow } from "./flow.js";
import { inDispute } from "./in-dispute.js";
import { type Nic, setOfAddress } from "./nics.js";
import type { Via } from "./vpc.js";
import type { Walker } from "./walker.js";

/**
 * An internet gateway translates the private address of a card into its public one, and carries nothing that
 * has none; IPv6 goes as it is (docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html).
 */
export function outByInternetGateway(walker: Walker, flow: Flow, { target, network, subnet }: Via): void {
  if (!attached(walker, target, network)) {
    detached(walker, flow, target);
    return;
  }
  for (const part of blocked(walker, flow, { network, direction: "egress", subnet }))
    outward(walker, part, { gateway: target, network });
}

function outward(
  walker: Walker,
  flow: Flow,
  { gateway, network }: { gateway: string; network: string },
): void {
  const { space, fabric } = walker;
  if (walker.goal.kind === "anywhere") {
    toInternet(walker, flow, gateway);
    return;
  }
  const v6 = walker.part(flow, space.intersect(flow.set, space.box({ family: "ipv6" })));
  if (v6 !== undefined) outwardV6(walker, v6, { gateway, network });
  let left = walker.part(flow, space.intersect(flow.set, space.box({ family: "ipv4" })));
  for (const { inside, outside } of pairsOf(walker, flow, network)) {
    if (left === undefined) return;
    const part = walker.part(left, space.intersect(left.set, space.box({ source: setOfAddress(inside) })));
    if (part === undefined) continue;
    const says = `${fabric.label(gateway)} makes the source its public address`;
    toInternet(walker, walker.rename(part, outside, { node: gateway, says }), gateway);
    left = walker.part(left, space.difference(left.set, part.set));
  }
  if (left !== undefined)
    walker.end("unrouted", left, {
      node: gateway,
      what: "unrouted",
      says: "the source has no public address",
    });
}

/** The public addresses of those who may have sent the packets: the one who asks, or a NAT gateway on the way. */
function pairsOf(walker: Walker, flow: Flow, network: string): Nic["pairs"] {
  const { from, fabric } = walker;
  const own = from?.kind === "cards" ? from.nics : [];
  const nats = flow.translations.flatMap(({ device }) => fabric.nic(device) ?? []);
  // A public address belongs to the gateway of its own VPC: another's does not know it.
  return [...own, ...nats]
    .filter((nic) => nic.network === network)
    .flatMap(({ pairs }) => pairs.filter(({ by }) => by === "public"));
}

/** IPv6 goes as it is, for the addresses of the gateway's own VPC. */
function outwardV6(
  walker: Walker,
  flow: Flow,
  { gateway, network }: { gateway: string; network: string },
): void {
  const { space, fabric } = walker;
  const own = space.intersect(flow.set, space.box({ source: fabric.blocksOf(network) }));
  const ours = walker.part(flow, own);
  if (ours !== undefined) toInternet(walker, ours, gateway);
  const strange = walker.part(flow, space.difference(flow.set, own));
  const unread = fabric.holes.at(network).filter(({ reason }) => reason === "unparsed");
  if (strange !== undefined && unread.length > 0)
    walker.doubt(strange, { node: network, says: "not every block of the VPC can be read", gaps: unread });
  else if (strange !== undefined)
    walker.end("unrouted", strange, {
      node: gateway,
      what: "unrouted",
      says: "the source is not an address of the gateway's VPC",
    });
}

/** Packets with public addresses on the internet: to the goal there, or in at the gateway behind which it is. */
export function toInternet(walker: Walker, flow: Flow, from: string): void {
  const { goal } = walker;
  const routable = walker.to(flow, PUBLIC_SPACE);
  const stray = walker.notTo(flow, PUBLIC_SPACE);
  if (stray !== undefined)
    walker.end("unrouted", stray, {
      node: from,
      what: "unrouted",
      says: "the internet does not carry private addresses",
    });
  if (routable === undefined) return;
  if (goal.kind !== "cards") {
    const there = walker.to(routable, goal.addresses);
    if (there !== undefined) walker.arrive(there, { node: "internet", says: "arrives on the internet" });
    const rest = walker.notTo(routable, goal.addresses);
    if (rest !== undefined)
      walker.end("unrouted", rest, {
        node: "internet",
        what: "lost",
        says: "not the address that is asked for",
      });
    return;
  }
  intoEstate(walker, routable);
}

/** From the internet to a public address of the estate. */
export function intoEstate(walker: Walker, flow: Flow): void {
  const { goal, fabric } = walker;
  let rest: Flow | undefined = flow;
  const nics = goal.kind === "cards" ? goal.nics : [];
  const [last] = flow.translations;
  const nat = walker.reply && last !== undefined ? fabric.nic(last.device) : undefined;
  for (const nic of [...nics, ...(nat === undefined ? [] : [nat])]) {
    for (const { inside, outside, by } of nic.pairs) {
      if (rest === undefined || by === "customer-owned" || nic.network === undefined) continue;
      const part = walker.to(rest, setOfAddress(outside));
      if (part === undefined) continue;
      const gateway = gatewayOf(walker, nic.network);
      if (by === "carrier") byCarrier(walker, part, { nic, inside, network: nic.network });
      else if (gateway === undefined) lost(walker, part, nic.network);
      else {
        const says = `${fabric.label(gateway)} makes the destination the private address`;
        inward(walker, walker.redirect(part, inside, { node: gateway, says }), {
          gateway,
          network: nic.network,
        });
      }
      rest = walker.notTo(rest, setOfAddress(outside));
    }
    const v6 = nic.addresses.only("ipv6").intersect(PUBLIC_SPACE);
    if (rest === undefined || v6.isEmpty() || nic.network === undefined) continue;
    const part = walker.to(rest, v6);
    if (part === undefined) continue;
    const gateway =
      gatewayOf(walker, nic.network) ?? (walker.reply ? egressOnlyOf(walker, nic.network) : undefined);
    if (gateway === undefined) lost(walker, part, nic.network);
    else inward(walker, part, { gateway, network: nic.network });
    rest = walker.notTo(rest, v6);
  }
  if (rest !== undefined)
    walker.end("unrouted", rest, {
      node: "internet",
      what: "lost",
      says: "nobody here has the public address",
    });
}

/** To a carrier address: from the internet come answers alone (Wavelength developer guide, "Carrier gateways"). */
function byCarrier(
  walker: Walker,
  flow: Flow,
  { nic, inside, network }: { nic: Nic; inside: Nic["pairs"][number]["inside"]; network: string },
): void {
  const gateway = walker.fabric
    .many(network, "gateways")
    .find((id) => walker.fabric.is(id, "gateway").gatewayType === "carrier");
  if (!walker.reply || gateway === undefined) {
    const says = "a carrier gateway takes no connections from the internet";
    walker.end("unrouted", flow, { node: gateway ?? nic.id, what: "unrouted", says });
    return;
  }
  const says = `${walker.fabric.label(gateway)} makes the destination the private address`;
  const on = walker.step(walker.redirect(flow, inside, { node: gateway, says }), gateway);
  if (on !== undefined) intoGatewayEdge(walker, on, { gateway, network });
}

function lost(walker: Walker, flow: Flow, network: string): void {
  const { holes, graph } = walker.fabric;
  const adrift = graph.ids("gateway").filter((id) => graph.node(id)?.type === "aws.internet-gateway");
  const gaps = [
    ...holes.hidingNear("gateway", network, "aws.internet-gateway"),
    ...adrift.flatMap((id) => holes.at(id, "network")),
  ];
  if (gaps.length > 0)
    walker.doubt(flow, { node: network, says: "whether the VPC has an internet gateway is not known", gaps });
  else
    walker.end("unrouted", flow, {
      node: network,
      what: "unrouted",
      says: "the VPC has no internet gateway",
    });
}

function inward(walker: Walker, flow: Flow, at: { gateway: string; network: string }): void {
  const subnet = walker.goal.kind === "cards" ? walker.goal.first.subnet : undefined;
  for (const part of blocked(walker, flow, { network: at.network, direction: "ingress", subnet })) {
    const on = inDispute(walker, part, at.gateway) ? undefined : walker.step(part, at.gateway);
    if (on !== undefined) intoGatewayEdge(walker, on, at);
  }
}

/** Out only, IPv6 only, and the answers back (VPC user guide, "Egress-only internet gateways"). */
export function outByEgressOnly(walker: Walker, flow: Flow, { target, network }: Via): void {
  const { space } = walker;
  if (!attached(walker, target, network)) {
    detached(walker, flow, target);
    return;
  }
  const v6 = walker.part(flow, space.intersect(flow.set, space.box({ family: "ipv6" })));
  if (v6 === undefined) return;
  if (walker.reply) {
    // It carries answers to what was sent through it; an answer to what came in another way is not one.
    walker.end("unrouted", v6, {
      node: target,
      what: "unrouted",
      says: "an egress-only gateway carries no answers to connections from outside",
    });
    return;
  }
  outwardV6(walker, v6, { gateway: target, network });
}

export function gatewayOf(walker: Walker, network: string): string | undefined {
  return walker.fabric
    .many(network, "gateways")
    .find((id) => walker.fabric.is(id, "gateway").gatewayType === "internet");
}

function egressOnlyOf(walker: Walker, network: string): string | undefined {
  return walker.fabric
    .many(network, "gateways")
    .find((id) => walker.fabric.is(id, "gateway").gatewayType === "egress-only");
}

function detached(walker: Walker, flow: Flow, gateway: string): void {
  const gaps = walker.fabric.holes.at(gateway, "network");
  const says = "the gateway is not attached to this VPC";
  if (gaps.length > 0)
    walker.doubt(flow, { node: gateway, says: "what the gateway is attached to is not known", gaps });
  else walker.end("unrouted", flow, { node: gateway, what: "unrouted", says });
}

function attached(walker: Walker, gateway: string, network: string): boolean {
  return walker.fabric.one(gateway, "network") === network;
}

/**
 * What VPC Block Public Access leaves: exclusions of the VPC or the subnet lift it, in both directions or for
 * what goes out (VPC user guide, "Block public access to VPCs and subnets").
 */
function blocked(
  walker: Walker,
  flow: Flow,
  {
    network,
    direction,
    subnet,
  }: { network: string; direction: "ingress" | "egress"; subnet?: string | undefined },
): Flow[] {
  const { fabric } = walker;
  const region = fabric.one(network, "region");
  const told = region === undefined ? undefined : fabric.is(region, "region");
  const mode = told?.blockPublicAccess?.mode ?? "off";
  if (walker.reply) return [flow];
  const unread = told?.blockPublicAccess === undefined ? accessGaps(fabric, { region, network }) : [];
  if (unread.length > 0) {
    const says = "whether VPC Block Public Access is on was not collected";
    const on = walker.unsure(flow, { node: region ?? network, says, gaps: unread });
    return on === undefined ? [] : [on];
  }
  if (mode === "off") return [flow];
  if (mode === "block-ingress" && direction === "egress") return [flow];
  const exempt = [
    fabric.is(network, "network").publicAccessExclusion,
    subnet === undefined ? undefined : fabric.is(subnet, "subnet").publicAccessExclusion,
  ];
  if (exempt.includes("allow-bidirectional") || (exempt.includes("allow-egress") && direction === "egress"))
    return [flow];
  const node = region ?? network;
  const missing = exclusionGaps(fabric, [region, network, subnet]);
  if (told?.publicAccessExclusions === undefined || missing.length > 0) {
    const on = walker.unsure(flow, {
      node,
      says: "VPC Block Public Access is on, and its exclusions were not collected",
      gaps: missing,
    });
    return on === undefined ? [] : [on];
  }
  walker.end("filtered", flow, { node, what: "refused", says: `VPC Block Public Access is ${mode}` });
  return [];
}
