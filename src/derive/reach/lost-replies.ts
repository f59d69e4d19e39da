import { type EstateNode, type Fact, type Gap, gapOf, type LostRepliesFact } from "../../model/index.js";
import { AddressSet, type PacketSet, PortSet } from "../../net/index.js";
import { alike } from "./alike.js";
import { type Breadth, CLIENT_PORTS } from "./ask.js";
import { cardSpots, type Spot } from "./ends.js";
import type { Fabric } from "./fabric.js";
import type { Direction } from "./filters.js";
import type { Ground } from "./ground.js";
import { servicesOf } from "./services.js";

type Lost = LostRepliesFact["lost"][number];

const MOST = 32;
const BACK: Readonly<Record<Direction, Direction>> = { ingress: "egress", egress: "ingress" };
const ACL = "aws.network-acl";
/** Groups let everything out as they come; where an ACL lets higher ports out that may be for answers, not for calls. */
const CALLED = PortSet.ofRanges([{ from: 0, to: 1023 }]);

/**
 * The fact `lost_replies` of network ACLs: connections that groups behind one admit, that it lets begin, and of
 * which it lets no answer through, whichever port the client calls from. An ACL keeps no state
 * (docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports).
 */
export function lostReplies(ground: Ground, breadth: Breadth): (id: string) => Fact {
  return (id) => {
    const { fabric } = ground;
    const node = fabric.graph.node(id) as EstateNode<"filter"> | undefined;
    if (node?.type !== ACL) return { value: { lost: [] }, gaps: [] };
    const subnets = fabric.many(id, "subnets");
    const lost = subnets.flatMap((subnet) => new Behind(fabric, { acl: id, subnet, breadth }).lost());
    return {
      value: { lost: lost.slice(0, MOST) },
      gaps: subnets.length === 0 ? [] : gapsOf(fabric, node, subnets),
    };
  };
}

interface At {
  readonly acl: string;
  readonly subnet: string;
  readonly breadth: Breadth;
}

/** One subnet behind an ACL. */
class Behind {
  constructor(
    private readonly fabric: Fabric,
    private readonly at: At,
  ) {}

  lost(): Lost[] {
    const { fabric } = this;
    const { subnet } = this.at;
    const users = [...fabric.many(subnet, "interfaces"), ...fabric.many(subnet, "hosts")];
    const nics = users.flatMap((id) => fabric.nic(id) ?? []).filter(({ filters }) => filters.length > 0);
    const spots = cardSpots(fabric, nics, undefined);
    return (["ingress", "egress"] as const).flatMap((direction) =>
      alike(fabric, spots, direction).flatMap((spot) => this.of(spot, direction)),
    );
  }

  private of(spot: Spot, direction: Direction): Lost[] {
    const { space } = this.fabric;
    const requests = this.requests(spot, direction);
    if (space.isEmpty(requests)) return [];
    const { permit, maybe } = this.fabric.filters.pass(this.at.acl, BACK[direction], "reply");
    const answers = space.intersect(space.reverse(requests), space.union(permit, maybe));
    const own = direction === "ingress" ? "destination" : "source";
    const free = (set: PacketSet) => space.forget(space.forget(set, own), "sourcePort");
    const lost = space.difference(free(requests), free(space.requests(answers)));
    return this.told(spot, { direction, lost });
  }

  /** TCP and UDP that groups and ACL admit for certain, from or to where a route leads. */
  private requests({ place, outside }: Spot, direction: Direction): PacketSet {
    const { space, filters } = this.fabric;
    if (place.kind !== "cards") return space.none;
    const far = this.beyond(direction, !outside.isEmpty());
    const [own, other] =
      direction === "ingress" ? (["destination", "source"] as const) : (["source", "destination"] as const);
    const asked = space.box({
      ...{ [own]: place.addresses, [other]: far },
      ...{ protocols: [6, 17], sourcePorts: CLIENT_PORTS },
      ...(direction === "egress" ? { destinationPorts: CALLED } : {}),
    });
    const groups = filters.together(place.first.filters, direction, "new").permit;
    const acl = filters.pass(this.at.acl, direction, "new").permit;
    return space.intersect(asked, space.intersect(groups, acl));
  }

  /** Addresses beyond the subnet to which its routes lead; by an internet gateway only for who has a public address. */
  private beyond(direction: Direction, faced: boolean): AddressSet {
    const { fabric } = this;
    const table = fabric.tables.of(fabric.one(this.at.subnet, "route_table") ?? "");
    const closed = direction === "ingress" ? ONE_WAY : NO_TYPES;
    const led = (table?.pieces ?? []).filter(
      ({ route: { via, state } }) =>
        state === "active" && !closed.has(via.type) && (faced || via.type !== "internet-gateway"),
    );
    return AddressSet.unionOf(led.map(({ to }) => to)).difference(fabric.blocksOf(this.at.subnet));
  }

  private told(
    { place, label }: Spot,
    { direction, lost }: { direction: Direction; lost: PacketSet },
  ): Lost[] {
    const { space } = this.fabric;
    if (space.isEmpty(lost) || place.kind !== "cards") return [];
    const turned = direction === "ingress" ? lost : space.mirrored(lost);
    const { id } = place.first;
    return servicesOf(this.fabric, turned, this.at.breadth).flatMap(
      ({ protocol, ports, sources, moreSources }) =>
        ports.map(({ from, to }) => ({
          ...{ direction, protocol, from, to, peers: sources, morePeers: moreSources },
          at: { id, label },
          subnet: { id: this.at.subnet, label: this.fabric.label(this.at.subnet) },
        })),
    );
  }
}

/** Ways by which nobody begins a connection from outside. */
const ONE_WAY: ReadonlySet<string> = new Set(["nat-gateway", "egress-only-gateway", "endpoint"]);
const NO_TYPES: ReadonlySet<string> = new Set();

/** What of the cards, groups, routes and entries was not seen. */
function gapsOf(fabric: Fabric, node: EstateNode, subnets: readonly string[]): Gap[] {
  const { holes, filters } = fabric;
  const nics = subnets
    .flatMap((subnet) => fabric.many(subnet, "interfaces"))
    .flatMap((id) => fabric.nic(id) ?? []);
  const groups = new Set(nics.flatMap((nic) => nic.filters));
  const passes = [node.id, ...groups].flatMap((id) =>
    (["ingress", "egress"] as const).flatMap((direction) => filters.pass(id, direction, "new").gaps),
  );
  const untold = subnets
    .filter((subnet) => fabric.one(subnet, "route_table") === undefined)
    .map((subnet) =>
      gapOf({
        reason: "not-collected",
        message: `the route table of ${fabric.label(subnet)} is not known`,
        at: node.at,
        touches: { nodes: [subnet], relations: ["route_table"] },
      }),
    );
  const hidden = [
    ...holes.hidingNear("interface", node.id),
    ...subnets.flatMap((subnet) => [...holes.at(subnet, "interfaces"), ...holes.at(subnet, "route_table")]),
    ...nics.flatMap(({ id }) => holes.at(id, "filters")),
  ];
  const all = new Map([...passes, ...hidden, ...untold].map((gap) => [gap.id, gap]));
  return [...all.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
