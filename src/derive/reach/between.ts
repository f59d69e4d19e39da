import type { Answer, Gap } from "../../model/index.js";
import type { AddressSet, PacketBox } from "../../net/index.js";
import type { Breadth } from "./ask.js";
import type { Spot } from "./ends.js";
import type { Fabric } from "./fabric.js";
import type { Place } from "./flow.js";
import { inNat64 } from "./nat64.js";
import { relayed } from "./relayed.js";
import { idsOf, refusals, settle } from "./settle.js";

export interface Pairing {
  readonly source: Spot;
  readonly target: Spot;
  readonly packets: Omit<PacketBox, "source" | "destination">;
  readonly breadth: Breadth;
  /** How many load balancers stood on the way so far; absent: none are asked. */
  readonly relays?: number;
  /** Everything that keeps the packets is asked for, not only what does so first. */
  readonly whyNot?: boolean;
  /** The destination is the one address that is asked for, not whatever the thing is known by. */
  readonly exact?: boolean;
}

/** A card of which nobody told where it is. */
function isAdrift(place: Place): place is Extract<Place, { kind: "cards" }> {
  return place.kind === "cards" && (place.first.network === undefined || place.first.subnet === undefined);
}

/** A card none of whose addresses could be read, or that is told in two ways. */
function isBlank({ holes }: Fabric, place: Place): place is Extract<Place, { kind: "cards" }> {
  if (place.kind !== "cards") return false;
  const { id } = place.first;
  return disputed(holes, id).length > 0 || (place.addresses.isEmpty() && holes.at(id).length > 0);
}

/** What is told in two ways of a card: of its addresses, or of where it is. */
function disputed(holes: Fabric["holes"], id: string): readonly Gap[] {
  return ["subnet", "network"].flatMap((segment) => holes.disputes(id, segment));
}

function adrift(
  fabric: Fabric,
  { source, target }: { source: Spot; target: Spot },
  { first }: Extract<Place, { kind: "cards" }>,
): Answer {
  const { holes } = fabric;
  const unseen = [...holes.hidingNear("subnet", first.id), ...holes.hidingNear("network", first.id)];
  const told = disputed(holes, first.id);
  const says = first.addresses.isEmpty()
    ? `the addresses of ${first.label} cannot be read`
    : told.length > 0
      ? `${first.label} is told in two ways`
      : `the subnet or VPC of ${first.label} was not collected`;
  return {
    ...{ verdict: "unknown", says, from: source.label, to: target.label, trace: [], assumes: [] },
    gaps: idsOf([...holes.at(first.id), ...told, ...(first.addresses.isEmpty() ? [] : unseen)]),
  };
}

/** Who has IPv6 calls IPv4 by addresses that a NAT gateway translates, where a route leads there (RFC 6052). */
function translatedFor(source: Place, target: AddressSet): AddressSet[] {
  const six = source.kind === "cards" && !source.addresses.only("ipv6").isEmpty();
  const four = target.only("ipv4");
  return six && !four.isEmpty() ? [inNat64(four)] : [];
}

/** From one spot to another: to the addresses that it has, then to those that the internet knows. */
export function between(
  fabric: Fabric,
  { source, target, packets, breadth, relays, whyNot = false, exact = false }: Pairing,
): Answer {
  const { space } = fabric;
  const away = source.place.kind === "internet";
  const asked = target.place.addresses;
  const outside = target.outside.difference(asked);
  const onlyOutside = !target.outside.isEmpty() && target.label.includes(" at ");
  const places = [source, target].map(({ place }) => place);
  const unseen = places.find(isAdrift) ?? places.find((place) => isBlank(fabric, place));
  if (unseen?.kind === "cards") return adrift(fabric, { source, target }, unseen);
  const translated = exact ? [] : translatedFor(source.place, asked.union(outside));
  // A packet to an address has that destination; who asks about a thing means any address that it has.
  const all = exact ? [asked] : [asked, outside];
  const destinations: AddressSet[] = away || onlyOutside ? [target.outside] : [...all, ...translated];
  let best: Answer | undefined;
  for (const destination of destinations) {
    if (destination.isEmpty() && best !== undefined) continue;
    const set = space.box({ ...packets, source: source.place.addresses, destination });
    const course = { from: source.place, to: target.place, set };
    const settled = settle(fabric, course, { source, target, breadth });
    const answer =
      whyNot && settled.verdict !== "reaches" ? { ...settled, keeps: refusals(fabric, course) } : settled;
    if (answer.verdict === "reaches") return answer;
    if (best === undefined || (answer.verdict === "unknown" && best.verdict !== "unknown")) best = answer;
  }
  if (best === undefined) throw new Error("no destination");
  const [ports] = packets.destinationPorts?.ranges() ?? [];
  const port = ports !== undefined && ports.from === ports.to ? ports.from : undefined;
  const { protocols } = packets;
  const by =
    relays === undefined
      ? undefined
      : relayed(fabric, { source, target, port, protocols, breadth, depth: relays });
  if (by?.verdict === "reaches" || (by !== undefined && best.verdict !== "unknown")) return by;
  const blocked = by === undefined && best.verdict !== "unknown" && best.verdict !== "reaches";
  const hidden = blocked ? places.flatMap((place) => behindHost(fabric, place)) : [];
  if (hidden.length > 0)
    return { ...best, verdict: "unknown", says: "its interfaces were not collected", gaps: idsOf(hidden) };
  if (away && target.outside.isEmpty() && target.place.kind !== "premises")
    return { ...best, verdict: "unrouted", says: `${target.label} has no public address` };
  return best;
}

/** A host of which no interface was seen stands for itself, and may have addresses and groups that it does not tell. */
function behindHost({ holes }: Fabric, place: Place): readonly Gap[] {
  if (place.kind !== "cards" || place.first.type !== "host") return [];
  return holes.hidingNear("interface", place.first.id);
}
