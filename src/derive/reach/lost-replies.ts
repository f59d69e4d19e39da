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
const DIRECTIONS = ["ingress", "egress"] as const;
/** The card's own side of a connection. */
const OWN = { ingress: "destination", egress: "source" } as const;
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
    const refused = DIRECTIONS.map((direction) => ({ direction, set: refusedBy(fabric, id, direction) }));
    const open = refused.filter(({ set }) => !fabric.space.isEmpty(set));
    const lost = subnets.flatMap((subnet) =>
      open.length === 0 ? [] : new Behind(fabric, { refused: open, subnet, breadth }).lost(),
    );
    return {
      value: { lost: lost.slice(0, MOST) },
      gaps: subnets.length === 0 ? [] : gapsOf(fabric, node, subnets),
    };
  };
}

/**
 * TCP and UDP that an ACL certainly lets begin, and of which it certainly lets no answer through: by the other end
 * and the port that is called. Its entries name nothing else, so that this holds for every card behind it.
 */
function refusedBy({ space, filters }: Fabric, acl: string, direction: Direction): PacketSet {
  const asked = space.box({
    ...{ protocols: [6, 17], sourcePorts: CLIENT_PORTS },
    ...(direction === "egress" ? { destinationPorts: CALLED } : {}),
  });
  const requests = space.intersect(asked, filters.pass(acl, direction, "new").permit);
  const { permit, maybe } = filters.pass(acl, BACK[direction], "reply");
  const answers = space.intersect(space.reverse(requests), space.union(permit, maybe));
  const free = (set: PacketSet) => space.forget(space.forget(set, OWN[direction]), "sourcePort");
  return space.difference(free(requests), free(space.requests(answers)));
}

interface At {
  /** What the ACL keeps from being answered, where that is anything. */
  readonly refused: readonly { readonly direction: Direction; readonly set: PacketSet }[];
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
    return this.at.refused.flatMap(({ direction, set }) =>
      alike(fabric, spots, direction).flatMap((spot) => {
        const lost = fabric.space.intersect(this.admitted(spot, direction), set);
        return this.told(spot, { direction, lost });
      }),
    );
  }

  /** What groups admit for certain, from or to where a route leads. */
  private admitted({ place, outside }: Spot, direction: Direction): PacketSet {
    const { space, filters } = this.fabric;
    if (place.kind !== "cards") return space.none;
    const far = this.beyond(direction, !outside.isEmpty());
    const other = direction === "ingress" ? "source" : "destination";
    const groups = filters.together(place.first.filters, direction, "new").permit;
    return space.intersect(space.box({ [OWN[direction]]: place.addresses, [other]: far }), groups);
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
    DIRECTIONS.flatMap((direction) => filters.pass(id, direction, "new").gaps),
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
