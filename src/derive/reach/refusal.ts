import { type PacketSet, PortSet } from "../../net/index.js";
import type { Asked } from "./amongst.js";
import type { Spot } from "./ends.js";
import type { Fabric } from "./fabric.js";
import type { Place } from "./flow.js";

type Cards = Extract<Place, { kind: "cards" }>;

/** What can be said of one end without walking. */
interface Side {
  readonly cards: Cards;
  /** What its groups let through, or may. */
  readonly through: PacketSet;
  /** A load balancer may open the connection in somebody's stead. */
  readonly relayed: boolean;
}

/** Tells pairs of spots that no packet can join, by what costs little: within one VPC the groups, beyond it the routes. */
export class Refusal {
  private readonly from: readonly (Side | undefined)[];
  private readonly to: readonly (Side | undefined)[];

  constructor(
    private readonly fabric: Fabric,
    private readonly asked: Asked,
  ) {
    this.from = asked.sources.map((spot) => this.side(spot, "source"));
    this.to = asked.targets.map((spot) => this.side(spot, "destination"));
  }

  /** True where certainly nothing passes from the one to the other; false says nothing. */
  keepsApart(source: number, target: number): boolean {
    const [from, to] = [this.from[source], this.to[target]];
    const outside = this.asked.targets[target]?.outside;
    if (from === undefined || to === undefined || to.relayed || outside?.isEmpty() !== true) return false;
    const ways = this.waysTo(from.cards, to.cards);
    if (ways === undefined) return false;
    if (ways.length === 0) return true;
    const direct =
      from.cards.first.network === to.cards.first.network && ways.every((way) => way === "local");
    return direct && !this.fabric.space.overlaps(from.through, to.through);
  }

  private side({ place }: Spot, end: "source" | "destination"): Side | undefined {
    if (place.kind !== "cards" || place.first.subnet === undefined || place.first.network === undefined)
      return undefined;
    const { space, filters, holes, relays } = this.fabric;
    const { first, nics } = place;
    const { packets } = this.asked;
    const set = space.box({ ...packets, [end]: place.addresses });
    const known = holes.at(first.id, "filters").length === 0 && first.filters.length > 0;
    const direction = end === "source" ? "egress" : "ingress";
    const { permit, maybe } = known
      ? filters.together(first.filters, direction, "new")
      : { permit: space.all, maybe: space.none };
    const [ports] = (packets.destinationPorts ?? PortSet.NONE).ranges();
    const port = ports !== undefined && ports.from === ports.to ? ports.from : undefined;
    return {
      cards: place,
      through: space.intersect(set, space.union(permit, maybe)),
      relayed: end === "destination" && relays.to(nics, port).length > 0,
    };
  }

  /** Types of the routes that packets may take; `local` for those that stay in the subnet; undefined: not known. */
  private waysTo(from: Cards, to: Cards): readonly string[] | undefined {
    const { fabric } = this;
    const subnet = from.first.subnet ?? "";
    const table = fabric.tables.of(fabric.one(subnet, "route_table") ?? "");
    if (table?.node.is.routes === undefined) return undefined;
    const near = fabric.blocksOf(subnet).overlaps(to.addresses) ? ["local"] : [];
    const far = table.pieces.filter(
      (piece) => piece.to.overlaps(to.addresses) && this.leads(piece.route.via.type, from, to),
    );
    return [...near, ...far.map(({ route }) => route.via.type)];
  }

  /** Whether such a route can bring packets to private addresses of the other's network. */
  private leads(via: string, from: Cards, to: Cards): boolean {
    if (via === "local") return from.first.network === to.first.network;
    return !BEYOND.has(via);
  }
}

/** Gateways to the internet do not carry packets to private addresses. */
const BEYOND: ReadonlySet<string> = new Set(["internet-gateway", "egress-only-gateway"]);
