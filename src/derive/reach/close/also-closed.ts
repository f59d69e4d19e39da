import type { AlsoClosed, Service } from "../../../model/index.js";
import type { PacketSet } from "../../../net/index.js";
import type { Breadth } from "../ask.js";
import { cardSpots } from "../ends.js";
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
  const { space } = before;
  const cards = new Map(filters.flatMap((id) => cardsBehind(before, id)).map((nic) => [nic.id, nic]));
  const some = [...cards.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, MOST_CARDS);
  const interfaces = some.map((nic) => {
    const [was, is] = [openOn(before, nic), openOn(after, after.nic(nic.id))];
    return {
      ...{ id: nic.id, label: nic.label },
      before: countOf(servicesOf(before, was, breadth)),
      after: countOf(servicesOf(before, is, breadth)),
      lost: servicesOf(before, space.difference(was, is), breadth),
    };
  });
  return { interfaces, behind: cards.size, asked: some.length };
}

/** A run of ports that the same sources open is one. */
function countOf(services: readonly Service[]): number {
  return services.reduce((sum, { ports }) => sum + Math.max(1, ports.length), 0);
}

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
