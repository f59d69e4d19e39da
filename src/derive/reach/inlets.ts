import { AddressSet, type Family, type PacketSet, PortSet } from "../../net/index.js";
import { cardSpots, type Spot } from "./ends.js";
import { isUniform } from "./exposed.js";
import type { Fabric } from "./fabric.js";
import { type Course, stuckIn, walk } from "./journey.js";
import type { Nic } from "./nics.js";

/** A way by which the internet comes to cards of a class: what it opens for certain, and what it may. */
export interface Inlet {
  readonly open: PacketSet;
  readonly maybe: PacketSet;
  readonly at: { readonly id: string; readonly label: string };
  /** How to walk it again for an example; undefined where it is told already. */
  readonly course: Course | undefined;
  readonly told: { id: string; label: string }[];
}

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ["icmp", 1],
  ["tcp", 6],
  ["udp", 17],
  ["icmpv6", 58],
]);

/** Ways that are remembered at a time. */
const MOST_INLETS = 4096;

/** The ways of the internet to cards, each class walked once. */
export class Inlets {
  private readonly known = new Map<string, Inlet>();

  constructor(private readonly fabric: Fabric) {}

  /** By the families in which the internet can call the cards, one of each for all. */
  of({ place }: Spot): Inlet[] {
    if (place.kind !== "cards") return [];
    const firsts = new Map<string, Nic>();
    for (const nic of place.nics) {
      const outside = AddressSet.unionOf(
        cardSpots(this.fabric, [nic], undefined).map((spot) => spot.outside),
      );
      if (outside.isEmpty()) continue;
      const families = `${outside.only("ipv4").isEmpty()} ${outside.only("ipv6").isEmpty()}`;
      const key = isUniform(this.fabric, nic) ? families : nic.id;
      if (!firsts.has(key)) firsts.set(key, nic);
    }
    return [...firsts.values()].map((nic) => this.to(nic));
  }

  /** Packets of a service, whoever sends them. */
  box({ family, protocol, from, to }: Span): PacketSet {
    const { space } = this.fabric;
    const number = NUMBERS.get(protocol) ?? Number(protocol);
    const all = space.box({ family });
    if (Number.isNaN(number)) return space.difference(all, space.box({ protocols: [...NUMBERS.values()] }));
    const ported = from !== 0 || to !== 65535;
    const ports = ported ? { destinationPorts: PortSet.ofRanges([{ from, to }]) } : {};
    return space.box({ family, protocols: [number], ...ports });
  }

  private to(nic: Nic): Inlet {
    const known = this.known.get(nic.id);
    if (known !== undefined) return known;
    const inlet = this.walked(nic);
    if (this.known.size >= MOST_INLETS) this.known.clear();
    this.known.set(nic.id, inlet);
    return inlet;
  }

  private walked(nic: Nic): Inlet {
    const { fabric } = this;
    const { space, internet } = fabric;
    const at = { id: nic.id, label: nic.label };
    const [spot] = cardSpots(fabric, [nic], undefined);
    if (spot === undefined) return { open: space.none, maybe: space.none, at, course: undefined, told: [] };
    const set = space.box({ source: internet, destination: spot.outside });
    const course: Course = { from: { kind: "internet", addresses: internet }, to: spot.place, set };
    const sure = walk(fabric, course, { mode: "sure", tell: false });
    const open = space.requests(sure.answered);
    const possible = walk(fabric, course, { mode: "possible", tell: false });
    const wide = space.union(space.requests(possible.answered), stuckIn(fabric, possible));
    return { open, maybe: space.difference(wide, open), at, course, told: [] };
  }
}

interface Span {
  readonly family: Family;
  readonly protocol: string;
  readonly from: number;
  readonly to: number;
}
