import type { End } from "../../../model/index.js";
import { AddressSet, type PacketSet, type PacketSpace } from "../../../net/index.js";
import type { Fabric } from "../fabric.js";
import type { Direction } from "../filters.js";
import type { Place } from "../flow.js";
import type { Course } from "../journey.js";
import { setOf } from "../nics.js";
import type { Passing } from "../passing.js";

/**
 * Packets as a rule names them: by protocol, port and the other end, which is the source here whichever way they
 * go. The near end and the port of the client are anything.
 */
export function asRule(space: PacketSpace, set: PacketSet, direction: Direction): PacketSet {
  const turned = direction === "ingress" ? set : space.mirrored(set);
  return space.forget(space.forget(turned, "destination"), "sourcePort");
}

/** The protocols and ports of a set, from anywhere. */
export function servicesIn(space: PacketSpace, set: PacketSet): PacketSet {
  return space.forget(set, "source");
}

/** What the two ends of a question were declared to be; none where they are things, not addresses. */
export interface Declared {
  readonly from: AddressSet;
  readonly to: AddressSet;
}

/** Addresses that an end names itself: more than those that somebody was found to have. */
export function declaredBy(end: End): AddressSet {
  if ("internet" in end) return AddressSet.ALL;
  return "cidr" in end ? setOf([end.cidr]) : AddressSet.NONE;
}

/** What a passing is about, as a rule would name it: its services, with the other end as it was declared. */
export function aimOf(
  fabric: Fabric,
  { passing, course, declared }: { passing: Passing; course: Course; declared: Declared },
): PacketSet {
  const { space } = fabric;
  const { direction, turn, set } = passing;
  const named = asRule(space, set, direction);
  const fromSource = (direction === "ingress") === (turn === "new");
  const place = fromSource ? (course.client ?? course.from) : course.to;
  const wide = widened(place, fromSource ? declared.from : declared.to);
  const far = AddressSet.unionOf([space.addresses(named, "source"), wide]);
  return space.intersect(servicesIn(space, named), space.box({ source: far }));
}

/** The addresses of a place, with the whole block or internet that was asked for. */
function widened(place: Place, declared: AddressSet): AddressSet {
  const { addresses, kind } = place;
  if (kind === "internet") return addresses.union(declared);
  const block = declared !== AddressSet.ALL && addresses.overlaps(declared);
  return block ? addresses.union(declared) : addresses;
}
