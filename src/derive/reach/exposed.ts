import type { Exposed } from "../../model/index.js";
import { AddressSet, formatCidr, type PacketSet } from "../../net/index.js";
import type { Breadth } from "./ask.js";
import { cardSpots, type Spot } from "./ends.js";
import type { Fabric } from "./fabric.js";
import { gapsOf, type Journey, stuckIn, walk } from "./journey.js";
import type { Nic } from "./nics.js";
import { Kept } from "./reads.js";
import { servicesOf } from "./services.js";
import { idsOf } from "./settle.js";

/** ICMP echo, and everything that has no ports of its own beside. */
type Found = Omit<Exposed, "node" | "label" | "addresses">;

/**
 * What the internet can open, card by card; cards behind the same subnet and filters are walked once. Where the
 * fabric notes what is read, classes that a change does not touch are not walked again.
 */
export class Exposures {
  private readonly spots: Kept<readonly Spot[]>;
  private readonly classes: Kept<readonly Exposed[]>;

  constructor(
    private readonly fabric: Fabric,
    private readonly breadth: Breadth,
  ) {
    this.spots = new Kept(fabric.reads);
    this.classes = new Kept(fabric.reads, fabric.reads === undefined ? 1 : Number.POSITIVE_INFINITY);
  }

  all(): Exposed[] {
    const { fabric } = this;
    const spots = () =>
      this.spots.get("", () =>
        cardSpots(
          fabric,
          [...fabric.nics.values()].filter(({ network }) => network !== undefined),
          undefined,
        ),
      );
    return spots()
      .flatMap((_, index) =>
        this.classes.get(String(index), () => ofClass(fabric, spots()[index] as Spot, this.breadth)),
      )
      .sort((a, b) => (a.node < b.node ? -1 : 1));
  }
}

/** Of one card. */
export function exposureOf(fabric: Fabric, nic: Nic, breadth: Breadth): Found {
  const [spot] = cardSpots(fabric, [nic], undefined);
  return spot === undefined ? { services: [], uncertain: [], gaps: [] } : found(fabric, spot, breadth);
}

function ofClass(fabric: Fabric, spot: Spot, breadth: Breadth): Exposed[] {
  if (spot.place.kind !== "cards" || spot.outside.isEmpty()) return [];
  const groups = new Map<string, Nic[]>();
  // What decides beside subnet and filters is which families the internet can address.
  for (const nic of spot.place.nics) {
    const outside = outsideOf(fabric, nic);
    if (outside.isEmpty()) continue;
    const key = `${outside.only("ipv4").isEmpty()} ${outside.only("ipv6").isEmpty()}`;
    groups.set(key, [...(groups.get(key) ?? []), nic]);
  }
  const all = [...groups.values()].flatMap((nics) => {
    const [first] = nics as [Nic];
    const shared = isUniform(fabric, first) ? exposureOf(fabric, first, breadth) : undefined;
    return nics.map((nic) => ({
      node: nic.id,
      label: nic.label,
      addresses: outsideOf(fabric, nic).toCidrs(8).map(formatCidr),
      ...(shared ?? exposureOf(fabric, nic, breadth)),
    }));
  });
  return all.filter(({ services, uncertain }) => services.length + uncertain.length > 0);
}

/** Groups and ACLs name no addresses on their own side; what stands in the way behind an edge table may. */
export function isUniform(fabric: Fabric, { network }: Nic): boolean {
  if (network === undefined) return true;
  return fabric
    .many(network, "gateways")
    .every((gateway) => fabric.many(gateway, "edge_route_tables").length === 0);
}

function outsideOf(fabric: Fabric, nic: Nic): AddressSet {
  return AddressSet.unionOf(cardSpots(fabric, [nic], undefined).map(({ outside }) => outside));
}

function found(fabric: Fabric, { place, outside }: Spot, breadth: Breadth): Found {
  const { space, internet } = fabric;
  const from = { kind: "internet", addresses: internet } as const;
  const set = space.box({ source: internet, destination: outside });
  const sure = walk(fabric, { from, to: place, set }, { mode: "sure", tell: false });
  const possible = walk(fabric, { from, to: place, set }, { mode: "possible", tell: false });
  const open = asked(fabric, sure);
  const stuck = [...possible.there, ...possible.back.flat()].filter(({ kind }) => kind === "unknown");
  const maybe = space.union(asked(fabric, possible), stuckIn(fabric, possible));
  const uncertain = space.difference(maybe, open);
  const doubts = [...sure.there, ...sure.back.flat()].filter(({ kind }) => kind === "unknown");
  return {
    services: servicesOf(fabric, open, breadth),
    uncertain: servicesOf(fabric, uncertain, breadth),
    gaps: space.isEmpty(uncertain) ? [] : idsOf(gapsOf([...doubts, ...stuck])),
  };
}

/** The requests whose answers come back. */
function asked({ space }: Fabric, { answered }: Journey): PacketSet {
  return space.requests(answered);
}
