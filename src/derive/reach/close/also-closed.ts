import type { AlsoClosed } from "../../../model/index.js";
import { AddressSet, FAMILIES, type PacketSet, type PacketSpace, PortSet } from "../../../net/index.js";
import type { Breadth } from "../ask.js";
import { cardSpots, classIn } from "../ends.js";
import { isUniform } from "../exposed.js";
import type { Fabric } from "../fabric.js";
import { walk } from "../journey.js";
import type { Nic } from "../nics.js";
import { servicesOf } from "../services.js";
import { cardsBehind } from "./cards-behind.js";

/** So many cards are asked; of the others it is said that they were not. */
const MOST_CARDS = 200;

/** What the internet can open before and after on the cards behind edited filters, and what it loses. */
export function alsoClosed(
  [before, after]: readonly [Fabric, Fabric],
  filters: readonly string[],
  breadth: Breadth,
): AlsoClosed {
  const cards = new Map(filters.flatMap((id) => cardsBehind(before, id)).map((nic) => [nic.id, nic]));
  const some = [...cards.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, MOST_CARDS);
  const known = new Map<string, Omit<AlsoClosed["interfaces"][number], "id" | "label">>();
  const interfaces = some.map((nic) => {
    const key = kindOf(before, nic);
    const loss = known.get(key) ?? lossOf([before, after], nic, breadth);
    known.set(key, loss);
    return { ...{ id: nic.id, label: nic.label }, ...loss };
  });
  return { interfaces, behind: cards.size, asked: some.length };
}

/** Cards of one class that the internet can call in the same families fare alike. */
function kindOf(fabric: Fabric, nic: Nic): string {
  if (!isUniform(fabric, nic)) return nic.id;
  const outside = AddressSet.unionOf(cardSpots(fabric, [nic], undefined).map((spot) => spot.outside));
  const families = FAMILIES.filter((family) => !outside.only(family).isEmpty());
  return `${families.join(" ")} ${classIn(fabric, nic)}`;
}

function lossOf(
  [before, after]: readonly [Fabric, Fabric],
  nic: Nic,
  breadth: Breadth,
): Omit<AlsoClosed["interfaces"][number], "id" | "label"> {
  const { space } = before;
  const [was, is] = [openOn(before, nic), openOn(after, after.nic(nic.id))];
  return {
    before: portsIn(space, was),
    after: portsIn(space, is),
    lost: servicesOf(before, space.difference(was, is), breadth),
  };
}

/** Ports that anybody opens, and one for each protocol that has none. */
function portsIn(space: PacketSpace, set: PacketSet): number {
  const ports = new Map<number, PortSet>();
  for (const slice of space.slices(set))
    for (const protocol of slice.protocols)
      ports.set(protocol, (ports.get(protocol) ?? PortSet.NONE).union(slice.ports));
  return [...ports].reduce((sum, [protocol, some]) => sum + (PORTED.has(protocol) ? some.size() : 1), 0);
}

/** TCP, UDP, DCCP, SCTP, UDP-Lite (IANA protocol numbers). */
const PORTED: ReadonlySet<number> = new Set([6, 17, 33, 132, 136]);

/** What the internet opens on a card for certain. */
function openOn(fabric: Fabric, nic: Nic | undefined): PacketSet {
  const { space, internet } = fabric;
  const [spot] = nic?.network === undefined ? [] : cardSpots(fabric, [nic], undefined);
  if (spot === undefined || spot.outside.isEmpty()) return space.none;
  const set = space.box({ source: internet, destination: spot.outside });
  const from = { kind: "internet", addresses: internet } as const;
  const { answered } = walk(fabric, { from, to: spot.place, set }, { mode: "sure", tell: false });
  return space.requests(answered);
}
