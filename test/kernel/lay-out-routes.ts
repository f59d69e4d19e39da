import type { Cloud, Route, Subnet } from "./cloud.js";
import type { DraftSpace } from "./draft-space.js";
import type { Ground } from "./lay-out.js";
import { hasInternetGateway } from "./lay-out-edge.js";
import { doorsOf } from "./lay-out-transit.js";

/**
 * The route tables: the longest prefix wins, a route before a prefix list, a prefix list before what was
 * propagated (https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html).
 */
export function layOutRoutes(ground: Ground): void {
  for (const subnet of ground.cloud.subnets) {
    const space = ground.subnets.get(subnet.SubnetId);
    if (space === undefined) continue;
    const seen = new Set<string>();
    const drawn = new Map<string, string | undefined>();
    for (const { to, route } of routesOf(ground.cloud, subnet)) {
      if (seen.has(to)) continue;
      seen.add(to);
      const target = targetOf(route);
      if (!drawn.has(target)) drawn.set(target, wayTo(ground, { subnet, space, route }));
      const dev = route.State === "active" ? drawn.get(target) : undefined;
      const six = to.includes(":");
      space.route(to, dev === undefined || !carries(target, six) ? "blackhole" : { dev });
    }
  }
}

/** Egress-only gateways are for IPv6 alone, NAT gateways for IPv4. */
function carries(target: string, six: boolean): boolean {
  if (target.startsWith("eigw-")) return six;
  return !(target.startsWith("nat-") && six);
}

function routesOf(cloud: Cloud, { SubnetId, VpcId }: Subnet): { to: string; route: Route }[] {
  const own = cloud.tables.find(({ Associations }) =>
    Associations.some((association) => association.SubnetId === SubnetId),
  );
  const main = cloud.tables.find(
    (table) => table.VpcId === VpcId && table.Associations.some(({ Main }) => Main),
  );
  const routes = (own ?? main)?.Routes ?? [];
  return [...routes]
    .sort((a, b) => rank(a) - rank(b))
    .flatMap((route) => {
      const one = route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock;
      const many = cloud.prefixLists.get(route.DestinationPrefixListId ?? "") ?? [];
      return (one === undefined ? many : [one]).map((to) => ({ to, route }));
    });
}

function rank({ Origin, DestinationPrefixListId }: Route): number {
  if (Origin === "EnableVgwRoutePropagation") return 2;
  return DestinationPrefixListId === undefined ? 0 : 1;
}

function targetOf(route: Route): string {
  return (
    route.NatGatewayId ??
    route.TransitGatewayId ??
    route.VpcPeeringConnectionId ??
    route.EgressOnlyInternetGatewayId ??
    route.GatewayId ??
    ""
  );
}

interface From {
  readonly subnet: Subnet;
  readonly space: DraftSpace;
  readonly route: Route;
}

/** The interface of the subnet's router that leads to a target; a cable is drawn where none is. */
function wayTo(ground: Ground, { subnet, space, route }: From): string | undefined {
  const { cloud } = ground;
  const target = targetOf(route);
  const { VpcId: vpc } = subnet;
  if (target === "local") return "core";
  if (target.startsWith("igw-")) {
    const own = cloud.internetGateways.find(({ InternetGatewayId }) => InternetGatewayId === target);
    const attached = own?.Attachments.some(({ VpcId }) => VpcId === vpc) ?? false;
    return attached && hasInternetGateway(cloud, vpc) ? "igw" : undefined;
  }
  if (target.startsWith("eigw-")) {
    const own = cloud.egressOnly.find((one) => one.EgressOnlyInternetGatewayId === target);
    return own?.Attachments.some(({ VpcId }) => VpcId === vpc) ? "eigw" : undefined;
  }
  if (target.startsWith("nat-")) return wayToNat(ground, { subnet, space, route });
  if (target.startsWith("pcx-")) return wayToPeering(ground, { subnet, space, route });
  if (target.startsWith("tgw-")) return wayToTransit(ground, { subnet, space, route });
  return undefined;
}

function wayToNat(ground: Ground, { space, route }: From): string | undefined {
  const index = ground.cloud.nats.findIndex(({ NatGatewayId }) => NatGatewayId === route.NatGatewayId);
  const nat = ground.cloud.nats[index];
  if (nat?.State !== "available") return undefined;
  return feed(ground, space, { name: `n${index}`, subnet: nat.SubnetId, out: `inn${index}` });
}

function wayToTransit(ground: Ground, { space, subnet, route }: From): string | undefined {
  // "Traffic is forwarded to the transit gateway only when the transit gateway has an attachment in a subnet
  // in the same Availability Zone" (https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html).
  const door = doorsOf(ground.cloud).find(
    ({ attachment, zone }) =>
      attachment.TransitGatewayId === route.TransitGatewayId &&
      attachment.VpcId === subnet.VpcId &&
      zone === subnet.AvailabilityZone,
  );
  if (door === undefined) return undefined;
  return feed(ground, space, { name: door.name.replace("int", "t"), subnet: door.subnet, out: door.name });
}

/**
 * From one subnet's router to something that stands in another subnet (or in the same: the packet leaves it
 * and comes in again, past the network ACL both ways, as
 * https://docs.aws.amazon.com/vpc/latest/tgw/tgw-nacls.html says of transit gateways).
 */
function feed(
  { layout, subnets }: Ground,
  from: DraftSpace,
  to: { name: string; subnet: string; out: string },
): string | undefined {
  const other = subnets.get(to.subnet);
  if (other === undefined) return undefined;
  const [here, there] = [`to-${to.name}`, `f${to.name}${from.name}`];
  layout.cable([from, here], [other, there]);
  // One table a thing that stands there; the same route twice is refused.
  const table = 400 + tableNumber(to.name);
  other.rule(`iif ${there}`, { table, preference: 5 });
  for (const whole of ["default", "::/0"]) {
    const line = `route add ${whole} dev ${to.out} table ${table}`;
    if (!other.ip.includes(line)) other.ip.push(line);
  }
  return here;
}

function tableNumber(name: string): number {
  return (name.startsWith("n") ? 0 : 100) + Number(name.slice(1));
}

function wayToPeering({ cloud, layout }: Ground, { space, subnet, route }: From): string | undefined {
  const index = cloud.peerings.findIndex(
    (one) => one.VpcPeeringConnectionId === route.VpcPeeringConnectionId,
  );
  const peering = cloud.peerings[index];
  if (peering?.Status.Code !== "active") return undefined;
  const side =
    peering.RequesterVpcInfo.VpcId === subnet.VpcId
      ? "a"
      : peering.AccepterVpcInfo.VpcId === subnet.VpcId
        ? "b"
        : undefined;
  if (side === undefined) return undefined;
  layout.cable([space, `p${index}`], [layout.space(`p${index}`), `${side}${space.name}`]);
  return `p${index}`;
}
