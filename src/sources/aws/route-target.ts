import type { FactsByKind } from "../../model/index.js";
import type { Item } from "./item.js";

type Via = FactsByKind["route-table"]["routes"][number]["via"];

/** Members of a route that name its target, most telling first: a route to an instance names its interface too. */
const MEMBERS: readonly (readonly [member: string, type: string])[] = [
  ["NatGatewayId", "nat-gateway"],
  ["TransitGatewayId", "transit-gateway"],
  ["VpcPeeringConnectionId", "peering"],
  ["EgressOnlyInternetGatewayId", "egress-only-gateway"],
  ["LocalGatewayId", "local-gateway"],
  ["CarrierGatewayId", "carrier-gateway"],
  ["CoreNetworkArn", "core-network"],
  ["OdbNetworkArn", "odb"],
  ["VpcEndpointId", "endpoint"],
  ["InstanceId", "host"],
  ["NetworkInterfaceId", "interface"],
];

/** What `GatewayId` holds, by its prefix. */
const GATEWAYS: readonly (readonly [prefix: string, type: string])[] = [
  ["igw-", "internet-gateway"],
  ["vgw-", "vpn-gateway"],
  ["vpce-", "endpoint"],
  ["eigw-", "egress-only-gateway"],
  ["nat-", "nat-gateway"],
  ["tgw-", "transit-gateway"],
  ["lgw-", "local-gateway"],
  ["cagw-", "carrier-gateway"],
  ["pcx-", "peering"],
  ["eni-", "interface"],
];

/** Targets that are nodes of the graph; the others are named by `via` alone. */
export const GRAPHED: ReadonlySet<string> = new Set([
  "internet-gateway",
  "egress-only-gateway",
  "nat-gateway",
  "transit-gateway",
  "vpn-gateway",
  "local-gateway",
  "carrier-gateway",
  "peering",
  "endpoint",
  "interface",
  "host",
]);

/**
 * Where a route sends packets, in neutral words. `unknown` for a target we have no word for.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Route.html
 */
export function targetOf(route: Item): Via {
  const gateway = route.text("GatewayId");
  if (gateway === "local") return { type: "local", id: null };
  if (gateway !== null && gateway !== "") {
    const type = GATEWAYS.find(([prefix]) => gateway.startsWith(prefix))?.[1];
    return { type: type ?? "unknown", id: gateway };
  }
  for (const [member, type] of MEMBERS) {
    const id = route.text(member);
    if (id !== null && id !== "") return { type, id };
  }
  return { type: "unknown", id: null };
}
