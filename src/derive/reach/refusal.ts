import { AddressSet, type PacketSet, PortSet } from "../../net/index.js";
import type { Asked } from "./amongst.js";
import type { Spot } from "./ends.js";
import type { Fabric } from "./fabric.js";
import type { Place } from "./flow.js";
import { NAT64 } from "./nat64.js";
import { setOfAddress } from "./nics.js";
import type { Table } from "./tables.js";

/** What can be said of a source without walking. */
interface Source {
  readonly place: Place;
  /** By what its packets may be known anywhere: its own addresses, and those by which gateways call it. */
  readonly known: AddressSet;
  /** Its groups let something of the kind out, or may. */
  readonly leaves: boolean;
  readonly table: Table | undefined;
}

/** What can be said of a target. */
interface Target {
  readonly spot: Spot;
  /** Sources that its groups admit, or may; undefined where that is not told by groups. */
  readonly admits: AddressSet | undefined;
  /** A load balancer may open the connection in somebody's stead. */
  readonly relayed: boolean;
}

/**
 * Tells pairs of spots that no packet can join, by what costs little: whom the groups admit, and whether any route
 * leads there. Who asks about many pairs walks only the others.
 */
export class Refusal {
  private readonly from: readonly Source[];
  private readonly to: readonly Target[];
  /** Addresses that gateways put in place of those of others. */
  private readonly translated: AddressSet;

  constructor(
    private readonly fabric: Fabric,
    private readonly asked: Asked,
  ) {
    const nats = fabric.graph.ids("gateway").flatMap((id) => {
      const nic = fabric.nic(id);
      return nic === undefined
        ? []
        : [nic.addresses, ...nic.pairs.map(({ outside }) => setOfAddress(outside))];
    });
    this.translated = AddressSet.unionOf(nats);
    this.from = asked.sources.map((spot) => this.source(spot));
    this.to = asked.targets.map((spot) => this.target(spot));
  }

  /** True where certainly nothing passes from the one to the other; false says nothing. */
  keepsApart(row: number, column: number): boolean {
    const [from, to] = [this.from[row], this.to[column]];
    if (from === undefined || to === undefined) return false;
    const { spot, admits, relayed } = to;
    if (admits?.isEmpty() === true) return true;
    if (relayed) return false;
    if (!from.leaves) return true;
    if (spot.place.kind !== "cards") return false;
    if (from.place.kind === "internet") return spot.outside.isEmpty();
    if (from.place.kind !== "cards") return false;
    if (admits !== undefined && !admits.overlaps(from.known)) return true;
    return !this.leads(from, spot);
  }

  private source({ place, outside }: Spot): Source {
    const known = place.addresses.union(outside).union(this.translated);
    const subnet = place.kind === "cards" ? place.first.subnet : undefined;
    const table = subnet === undefined ? undefined : this.fabric.one(subnet, "route_table");
    return {
      ...{ place, known },
      leaves: this.through(place, "egress") !== this.fabric.space.none,
      table: table === undefined ? undefined : this.fabric.tables.of(table),
    };
  }

  private target(spot: Spot): Target {
    const { place } = spot;
    const through = this.through(place, "ingress");
    const [ports] = (this.asked.packets.destinationPorts ?? PortSet.NONE).ranges();
    const port = ports !== undefined && ports.from === ports.to ? ports.from : undefined;
    return {
      spot,
      admits: through === undefined ? undefined : this.fabric.space.addresses(through, "source"),
      relayed: place.kind === "cards" && this.fabric.relays.to(place.nics, port).length > 0,
    };
  }

  /** What the groups of cards let through of what is asked, whoever the other end is; undefined: not told by groups. */
  private through(place: Place, direction: "ingress" | "egress"): PacketSet | undefined {
    if (place.kind !== "cards" || place.first.filters.length === 0) return undefined;
    const { first } = place;
    const { space, filters, holes } = this.fabric;
    if (holes.at(first.id, "filters").length > 0) return undefined;
    if (first.host !== undefined && holes.at(first.host, "filters").length > 0) return undefined;
    const { permit, maybe } = filters.together(first.filters, direction, "new");
    return space.intersect(space.box(this.asked.packets), space.union(permit, maybe));
  }

  /** Whether some route may bring packets of the source to the target; true where that is not known. */
  private leads({ place, table }: Source, { place: goal, outside }: Spot): boolean {
    if (place.kind !== "cards" || goal.kind !== "cards" || table?.node.is.routes === undefined) return true;
    const { subnet, network } = place.first;
    if (subnet === undefined || this.fabric.blocksOf(subnet).overlaps(goal.addresses)) return true;
    return table.pieces.some(({ to, route: { via } }) => {
      if (to.overlaps(outside) || (via.type === "nat-gateway" && to.overlaps(NAT64))) return true;
      if (via.type === "local") return network === goal.first.network && to.overlaps(goal.addresses);
      return !BEYOND.has(via.type) && to.overlaps(goal.addresses);
    });
  }
}

/** Gateways to the internet do not carry packets to private addresses. */
const BEYOND: ReadonlySet<string> = new Set(["internet-gateway", "egress-only-gateway"]);
