import { AddressSet } from "../../net/index.js";
import { intoGatewayEdge } from "./edge.js";
import type { Flow } from "./flow.js";
import { throughHost } from "./host-guard.js";
import { type Link, linksOf, stateOf } from "./links.js";
import { fromLocalGateway } from "./local-gateway.js";
import { type NearEnd, throughRouters } from "./routers.js";
import { routeAt } from "./transit.js";
import { someBare, unseenLinks } from "./unseen-links.js";
import type { Via } from "./vpc.js";
import type { Walker } from "./walker.js";

/** A route of a VPC to its virtual private gateway, or to a local gateway: down the line to the data centre. */
export function toPremisesByGateway(walker: Walker, flow: Flow, { target }: Via): void {
  toPremises(walker, flow, target);
}

/** Out by whatever links hang on a gateway or an attachment. */
export function toPremises(walker: Walker, flow: Flow, from: string): void {
  const links = linksOf(walker.fabric, from);
  const up = usable(walker, flow, { links, from });
  if (up === undefined) return;
  const carried = carriedBy(up);
  const part = carried === undefined ? flow : walker.to(flow, carried);
  const stray = carried === undefined ? undefined : walker.notTo(flow, carried);
  if (stray !== undefined)
    walker.end("unrouted", stray, {
      node: from,
      what: "unrouted",
      says: "no link of the gateway has a route to the destination",
    });
  if (part !== undefined) arriveThere(walker, part, up);
}

/** The links that are up, or may be; a flow without any ends here. */
function usable(
  walker: Walker,
  flow: Flow,
  { links, from }: { links: readonly Link[]; from: string },
): Link[] | undefined {
  const { fabric } = walker;
  const states = links.map((link) => ({ link, state: stateOf(fabric, link) }));
  const up = states.filter(({ state }) => state === "up").map(({ link }) => link);
  if (up.length > 0) return up;
  const unsure = states.filter(({ state }) => state === "unknown").map(({ link }) => link);
  if (unsure.length > 0 || links.length === 0) {
    const says =
      links.length === 0
        ? "what hangs on the gateway was not collected"
        : "whether its link is up was not told";
    const said = { node: unsure[0]?.id ?? from, says, gaps: fabric.holes.at(from) };
    if (links.length === 0) walker.doubt(flow, said);
    else if (walker.unsure(flow, said) !== undefined) return unsure;
    return undefined;
  }
  const [first] = links;
  walker.end("unrouted", flow, {
    node: first?.id ?? from,
    what: "unrouted",
    says: `${fabric.label(first?.id ?? from)} is down`,
  });
  return undefined;
}

/** Destinations that links with static routes or traffic selectors take; undefined: whatever is routed to them. */
function carriedBy(links: readonly Link[]): AddressSet | undefined {
  if (links.some(({ takes }) => takes === undefined)) return undefined;
  return AddressSet.unionOf(links.flatMap(({ takes }) => takes ?? []));
}

function arriveThere(walker: Walker, flow: Flow, links: readonly Link[]): void {
  const { goal, fabric } = walker;
  const [link] = links;
  const node = link?.id ?? "premises";
  if (goal.kind === "anywhere") {
    walker.arrive(flow, { node, says: `leaves for the data centre by ${fabric.label(node)}` });
    return;
  }
  if (goal.kind !== "premises") {
    walker.end("unrouted", flow, {
      node,
      what: "lost",
      says: "leaves for the data centre, which does not have the address",
    });
    return;
  }
  const mine = walker.to(flow, goal.addresses);
  const rest = walker.notTo(flow, goal.addresses);
  if (rest !== undefined)
    walker.end("unrouted", rest, { node, what: "lost", says: "not the address that is asked for" });
  if (mine === undefined) return;
  const on =
    goal.nic === undefined ? mine : throughHost(walker, mine, { nic: goal.nic, direction: "ingress" });
  if (goal.nic === undefined)
    walker.assumes.add(`nothing was collected of what filters packets behind ${fabric.label(node)}`);
  if (on !== undefined)
    walker.arrive(on, {
      node: goal.nic?.id ?? goal.site ?? node,
      says: `arrives in the data centre by ${fabric.label(node)}`,
    });
}

/** From the data centre into the cloud, by every link that may carry it. */
export function fromPremises(walker: Walker, flow: Flow, source: NearEnd): void {
  const { fabric, goal } = walker;
  const { nic } = source;
  const left = nic === undefined ? flow : throughHost(walker, flow, { nic, direction: "egress" });
  if (left === undefined) return;
  if (goal.kind === "premises") {
    arriveNear(walker, left, source);
    return;
  }
  const doors = [...fabric.graph.ids("gateway"), ...fabric.graph.ids("attachment")];
  for (const door of doors) {
    const links = linksOf(fabric, door);
    if (links.length === 0) continue;
    const states = links.map((link) => stateOf(fabric, link));
    const open = states.includes("up") || (walker.manner.mode === "possible" && states.includes("unknown"));
    if (!open) continue;
    intoCloud(walker, left, { door, links });
  }
  const gaps = unseenLinks(fabric);
  if (gaps.length > 0 || someBare(fabric))
    walker.doubt(left, { node: "premises", says: "not every link to the cloud was collected", gaps });
  else if (walker.ends.length === 0)
    walker.end("unrouted", left, {
      node: "premises",
      what: "unrouted",
      says: "no link to the cloud that is up carries it",
    });
}

/** Within the data centre: what no route table tells is one network. */
function arriveNear(walker: Walker, flow: Flow, source: NearEnd): void {
  const { goal } = walker;
  if (goal.kind !== "premises") return;
  const mine = walker.to(flow, goal.addresses);
  if (mine === undefined) return;
  walker.assumes.add("within a data centre every network reaches every other: its routes were not collected");
  const there = throughRouters(walker, mine, [source, goal]);
  if (there === undefined) return;
  const on =
    goal.nic === undefined ? there : throughHost(walker, there, { nic: goal.nic, direction: "ingress" });
  if (on !== undefined)
    walker.arrive(on, { node: goal.nic?.id ?? goal.site ?? "premises", says: "arrives in the data centre" });
}

function intoCloud(
  walker: Walker,
  flow: Flow,
  { door, links }: { door: string; links: readonly Link[] },
): void {
  const { fabric } = walker;
  const told = AddressSet.unionOf(links.flatMap(({ advertised }) => advertised ?? []));
  const open = links.some(({ advertised }) => advertised === undefined);
  const part = open ? flow : walker.to(flow, told);
  const stray = open ? undefined : walker.notTo(flow, told);
  if (stray !== undefined)
    walker.end("unrouted", stray, {
      node: door,
      what: "unrouted",
      says: "the destination is not among the prefixes that the data centre is told",
    });
  const on = part === undefined ? undefined : walker.step(part, door);
  if (on === undefined) return;
  const entered = walker.note(on, {
    node: links[0]?.id ?? door,
    what: "routed",
    says: `comes in by ${fabric.label(links[0]?.id ?? door)}`,
  });
  if (fabric.graph.node(door)?.kind === "attachment") {
    routeAt(walker, entered, door);
    return;
  }
  if (fabric.is(door, "gateway").gatewayType === "local") {
    fromLocalGateway(walker, entered, door);
    return;
  }
  const network = fabric.one(door, "network");
  if (network === undefined) {
    const gaps = fabric.holes.at(door, "network");
    if (gaps.length > 0)
      walker.doubt(entered, { node: door, says: "what the gateway is attached to is not known", gaps });
    return;
  }
  const inside = walker.to(entered, fabric.blocksOf(network));
  if (inside !== undefined) intoGatewayEdge(walker, inside, { gateway: door, network });
}
