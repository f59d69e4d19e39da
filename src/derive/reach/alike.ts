import { AddressSet } from "../../net/index.js";
import type { Spot } from "./ends.js";
import type { Fabric } from "./fabric.js";
import type { Direction } from "./filters.js";

/**
 * Spots in one subnet whose groups do the same in a direction, joined: they differ in name alone, for sets of
 * packets are equal where their numbers are. Of many groups few differ in what they let out.
 */
export function alike(fabric: Fabric, spots: readonly Spot[], direction: Direction): Spot[] {
  const joined = new Map<string, Spot[]>();
  for (const [index, spot] of spots.entries()) {
    const key = keyOf(fabric, spot, direction) ?? String(index);
    const held = joined.get(key);
    if (held === undefined) joined.set(key, [spot]);
    else held.push(spot);
  }
  return [...joined.values()].map((members) => together(members));
}

function keyOf(fabric: Fabric, { place }: Spot, direction: Direction): string | undefined {
  if (place.kind !== "cards" || place.first.filters.length === 0) return undefined;
  const { first } = place;
  const { holes, filters } = fabric;
  if (holes.at(first.id, "filters").length > 0) return undefined;
  if (first.host !== undefined && holes.at(first.host, "filters").length > 0) return undefined;
  const { permit, maybe, gaps } = filters.together(first.filters, direction, "new");
  if (gaps.length > 0) return undefined;
  const { subnet, network, type, checks } = first;
  return JSON.stringify([subnet, network, type, checks, permit, maybe]);
}

function together(members: readonly Spot[]): Spot {
  const [spot] = members as readonly [Spot];
  if (members.length === 1 || spot.place.kind !== "cards") return spot;
  const places = members.flatMap(({ place }) => (place.kind === "cards" ? [place] : []));
  const nics = places.flatMap((place) => place.nics);
  return {
    label: `${spot.place.first.label} and ${nics.length - 1} more like it`,
    place: { ...spot.place, nics, addresses: AddressSet.unionOf(places.map(({ addresses }) => addresses)) },
    outside: AddressSet.unionOf(members.map(({ outside }) => outside)),
  };
}
