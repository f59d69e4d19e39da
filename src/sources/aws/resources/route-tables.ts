import { type FactsByKind, isObject, type Json } from "../../../model/index.js";
import { ec2Arn } from "../arn.js";
import { blockOf } from "../block.js";
import { type Identity, identify, nodeBase } from "../identity.js";
import type { Item } from "../item.js";
import { type Resource, tokens } from "../resource.js";
import { GRAPHED, targetOf } from "../route-target.js";

type Route = FactsByKind["route-table"]["routes"][number];

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RouteTable.html */
export const routeTables: Resource = {
  service: "ec2",
  operation: "DescribeRouteTables",
  list: "RouteTables",
  actions: ["ec2:DescribeRouteTables"],
  kinds: ["route-table"],
  types: ["aws.route-table"],
  scope: "region",
  paging: tokens(100),
  normalize({ items, draft }) {
    for (const raw of items) {
      const table = identify(raw, "route-table", { idMember: "RouteTableId" });
      if (table === null) continue;
      const { item } = table;
      const routes = item.list("Routes").map((route) => readRoute(route, table));
      const associations = item.list("Associations").filter((association) => inForce(association));
      draft.node({
        ...nodeBase(table),
        kind: "route-table",
        type: "aws.route-table",
        is: {
          main: associations.some((association) => association.flag("Main") === true),
          // A route that cannot be read may go before any other: what is left of them is no table.
          ...(isWhole(item.json["Routes"]) ? { routes } : {}),
          edgeAssociated: associations.some((association) => association.text("GatewayId") !== null),
        },
      });
      link(table, associations);
    }
  },
};

function isWhole(routes: Json | undefined): boolean {
  return routes == null || (Array.isArray(routes) && routes.every(isObject));
}

function link({ id, item, owner }: Identity, associations: Item[]): void {
  const { draft, pointer } = item;
  const vpc = item.text("VpcId");
  draft.edge({ from: id, relation: "network", to: vpc, pointer, account: owner });
  for (const propagating of item.list("PropagatingVgws")) {
    const gateway = propagating.text("GatewayId");
    if (gateway !== null)
      draft.edge({
        from: ec2Arn(draft.place, `vpn-gateway/${gateway}`, owner),
        relation: "propagates_to",
        to: id,
        pointer: propagating.pointer,
      });
  }
  for (const association of associations) {
    const subnet = association.text("SubnetId");
    const at = association.pointer;
    // A subnet and its route table have one owner, also where the subnet is shared.
    if (subnet !== null) {
      const from = ec2Arn(draft.place, `subnet/${subnet}`, owner);
      draft.edge({ from, relation: "route_table", to: id, pointer: at });
    }
    const gateway = association.text("GatewayId");
    draft.edge({ from: id, relation: "edge_of", to: gateway, pointer: at, account: owner });
    if (association.text("PublicIpv4Pool") !== null)
      association.gap("unmodelled", "A route table steers what comes in for a pool of public addresses");
    if (association.flag("Main") === true)
      draft.edge({ from: id, relation: "main_of", to: vpc, pointer: at, account: owner });
  }
}

/** An association on its way in or out may or may not steer packets: both are told. */
function inForce(association: Item): boolean {
  const state = association.child("AssociationState")?.text("State") ?? "associated";
  if (state === "disassociated" || state === "failed") return false;
  if (state !== "associated")
    association.gap(
      "unmodelled",
      `A route table association is ${state}: which table its subnet uses is not settled`,
    );
  return true;
}

function readRoute(route: Item, { id, item, owner }: Identity): Route {
  const { draft } = item;
  const destination =
    blockOf(route, "DestinationCidrBlock", "ipv4") ?? blockOf(route, "DestinationIpv6CidrBlock");
  const prefixList = route.text("DestinationPrefixListId");
  const via = targetOf(route);
  const state = stateOf(route);
  // The target of a black hole is gone, and often its name too.
  if (via.type === "unknown" && state !== "blackhole")
    route.gap(
      "unmodelled",
      `A route of ${item.text("RouteTableId")} goes to a target that is not known here`,
    );
  if (destination === null && prefixList === null)
    route.gap("unparsed", `A route of ${item.text("RouteTableId")} has no destination that can be read`);
  const named = destination ?? prefixList ?? "a destination";
  if (state !== "blackhole") beyond(route, { table: id, named, via: via.type });
  const pointer = route.pointer;
  if (prefixList !== null) draft.edge({ from: id, relation: "prefix_lists", to: prefixList, pointer });
  if (GRAPHED.has(via.type) && state !== "blackhole") {
    const account = via.type === "host" ? (route.text("InstanceOwnerId") ?? owner) : owner;
    draft.edge({ from: id, relation: "targets", to: via.id, pointer, account });
  }
  return { destination, prefixList, via, state, origin: originOf(route) };
}

/** Targets of which nobody here knows what lies behind them: the route is told, and where it leads is not. */
const BEYOND: ReadonlyMap<string, string> = new Map([
  ["core-network", "a core network, whose policy is not modelled"],
  ["odb", "a network of databases, which is not modelled"],
]);

function beyond(route: Item, { table, named, via }: { table: string; named: string; via: string }): void {
  const translated = via === "nat-gateway" && named.includes(":");
  const what = translated ? "a NAT gateway, whose translation of IPv6 is not modelled" : BEYOND.get(via);
  if (what === undefined) return;
  const where = { pointer: route.pointer, touches: { nodes: [table], relations: ["targets"] } };
  route.draft.gap("unmodelled", `The route of ${named} leads to ${what}`, where);
}

function stateOf(route: Item): Route["state"] {
  const state = route.text("State");
  // `filtered`: a route server's route that is not in the forwarding table.
  if (state === "active" || state === "blackhole") return state;
  return state === null ? "active" : "unknown";
}

function originOf(route: Item): Route["origin"] {
  const origin = route.text("Origin");
  if (origin === "EnableVgwRoutePropagation" || origin === "Advertisement") return "propagated";
  return origin === "CreateRouteTable" ? "local" : "static";
}
