import type { Route, Told } from "./cloud.js";
import type { Sketch, SubnetSketch, VpcSketch } from "./estate.js";
import { ACCOUNT } from "./estate-answers.js";
import { WORLD } from "./universe.js";

/** One main table a VPC, and some of the subnets with a table of their own. */
export function tablesOf(sketch: Sketch): Told {
  const { random, vpcs } = sketch;
  const tables = vpcs.flatMap((vpc) => {
    const own = vpc.subnets.filter(() => random.chance(0.7));
    const main = { Main: true, AssociationState: { State: "associated" } };
    return [
      { id: `rtb-${vpc.index}`, associations: [main], routes: routes(sketch, vpc, undefined) },
      ...own.map((subnet, index) => ({
        id: `rtb-${vpc.index}${index}`,
        associations: [{ Main: false, SubnetId: subnet.id, AssociationState: { State: "associated" } }],
        routes: routes(sketch, vpc, subnet),
      })),
    ].map(({ id, associations, routes: listed }) => ({
      ...{ RouteTableId: id, VpcId: vpc.id, OwnerId: ACCOUNT, Tags: [], PropagatingVgws: [] },
      Associations: associations.map((one) => ({ ...one, RouteTableId: id })),
      Routes: listed,
    }));
  });
  return { operation: "DescribeRouteTables", output: { RouteTables: tables } };
}

type Target = Partial<Route>;

function routes(sketch: Sketch, vpc: VpcSketch, subnet: SubnetSketch | undefined): Route[] {
  const { random } = sketch;
  const local = [...vpc.blocks, ...(vpc.six === undefined ? [] : [vpc.six])].map((to) =>
    routeTo(to, { GatewayId: "local", Origin: "CreateRouteTable" }),
  );
  const out = [...outward(sketch, vpc, subnet), ...sideways(sketch, vpc), ...inner(sketch, vpc, subnet)];
  // A destination is there once; some targets are gone.
  const seen = new Set(local.map(destinationOf));
  const kept = out.filter((route) => {
    const to = destinationOf(route);
    if (seen.has(to)) return false;
    seen.add(to);
    return true;
  });
  return [
    ...local,
    ...random.shuffled(kept.map((route) => (random.chance(0.05) ? { ...route, State: "blackhole" } : route))),
  ];
}

const destinationOf = (route: Route) =>
  route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? route.DestinationPrefixListId ?? "";

function routeTo(to: string, target: Target): Route {
  const destination = to.startsWith("pl-")
    ? { DestinationPrefixListId: to }
    : to.includes(":")
      ? { DestinationIpv6CidrBlock: to }
      : { DestinationCidrBlock: to };
  return { ...destination, State: "active", Origin: "CreateRoute", ...target };
}

/** To the internet: by the gateway, by a NAT gateway, by parts of both, or not at all. */
function outward(sketch: Sketch, vpc: VpcSketch, subnet: SubnetSketch | undefined): Route[] {
  const { random, prefixLists } = sketch;
  const igw: Target | undefined = vpc.igw === undefined ? undefined : { GatewayId: vpc.igw };
  const eigw: Target | undefined =
    vpc.eigw === undefined ? undefined : { EgressOnlyInternetGatewayId: vpc.eigw };
  const away = vpc.nats.filter((nat) => nat.subnet !== subnet);
  const nat: Target | undefined = away.length === 0 ? undefined : { NatGatewayId: random.pick(away).id };
  const holdsNat = subnet !== undefined && vpc.nats.some((one) => one.subnet === subnet);
  const kind = random.weighted([
    [holdsNat ? 80 : 35, "open"],
    [35, "hidden"],
    [15, "parts"],
    [15, "none"],
  ] as const);
  const four = kind === "open" ? (igw ?? nat) : kind === "hidden" ? (nat ?? igw) : undefined;
  const six = random.chance(0.5) ? (igw ?? eigw) : (eigw ?? igw);
  const both = [
    ...(four === undefined ? [] : [routeTo("0.0.0.0/0", four)]),
    ...(six === undefined || kind === "none" ? [] : [routeTo("::/0", six)]),
  ];
  const parts = kind === "parts" || random.chance(0.25) ? random.some([...WORLD.four], 1, 2) : [];
  const some = [igw, nat].filter((target) => target !== undefined);
  if (some.length === 0) return both;
  const lists = random.chance(0.2) ? [random.pick(prefixLists.filter(({ routed }) => routed))] : [];
  const listed = lists.map(({ id, six }) => routeTo(id, six ? (igw ?? {}) : random.pick(some)));
  return [
    ...both,
    ...parts.map((to) => routeTo(to, random.pick(some))),
    ...listed.filter((route) => targetOf(route) !== undefined),
  ];
}

const targetOf = (route: Route) => route.GatewayId ?? route.NatGatewayId;

/** To other VPCs, by peerings and the transit gateway. */
function sideways(sketch: Sketch, vpc: VpcSketch): Route[] {
  const { random, vpcs, peerings, transit } = sketch;
  const attached = transit?.attachments.some((one) => one.vpc === vpc) ?? false;
  const found = vpcs
    .filter((other) => other !== vpc)
    .flatMap((other) => {
      const by = [
        ...peerings
          .filter(({ a, b }) => (a === vpc && b === other) || (b === vpc && a === other))
          .map(({ id }): Target => ({ VpcPeeringConnectionId: id })),
        ...(attached && transit !== undefined ? [{ TransitGatewayId: transit.id } as Target] : []),
        // By a peering with a third one: it does not carry that far.
        ...(random.chance(0.1)
          ? peerings
              .filter(({ a, b }) => a === vpc || b === vpc)
              .map(({ id }): Target => ({ VpcPeeringConnectionId: id }))
          : []),
      ];
      if (by.length === 0 || random.chance(0.15)) return [];
      const blocks = [...other.blocks, ...(other.six === undefined ? [] : [other.six])];
      const parts = random.chance(0.3) ? other.subnets.map(({ block }) => block) : [];
      const target = random.pick(by);
      return [
        ...blocks.map((to) => routeTo(to, target)),
        ...random.some(parts, 0, 1).map((to) => routeTo(to, random.pick(by))),
      ];
    });
  if (attached && transit !== undefined && random.chance(0.15))
    found.push(
      routeTo(random.pick(["0.0.0.0/0", "10.0.0.0/8", "8.8.0.0/16"]), { TransitGatewayId: transit.id }),
    );
  return found;
}

/** More specific than local: another subnet of the VPC by way of a NAT gateway. */
function inner({ random }: Sketch, vpc: VpcSketch, subnet: SubnetSketch | undefined): Route[] {
  const others = vpc.subnets.filter((other) => other !== subnet);
  const nats = vpc.nats.filter((nat) => nat.subnet !== subnet);
  if (subnet === undefined || others.length === 0 || nats.length === 0 || !random.chance(0.1)) return [];
  return [routeTo(random.pick(others).block, { NatGatewayId: random.pick(nats).id })];
}
