import type { Answer, Hop } from "../../model/index.js";
import { type AddressSet, type Packet, type PacketSet, PUBLIC_SPACE } from "../../net/index.js";
import { type Breadth, isBroad } from "./ask.js";
import { type Spot, told } from "./ends.js";
import type { Fabric } from "./fabric.js";
import { type Ending, hopsOf } from "./flow.js";
import { type Course, gapsOf, type Journey, walk } from "./journey.js";
import { boxOf } from "./packets.js";

interface Told {
  readonly source: Spot;
  readonly target: Spot;
  readonly breadth: Breadth;
}

/** Every refusal that an example packet would meet, there and back, if the ones before it were lifted. */
export function refusals(fabric: Fabric, course: Course): Hop[] {
  const packet = fabric.space.witness(course.set);
  if (packet === undefined) return [];
  const set = fabric.space.intersect(course.set, boxOf(fabric.space, packet));
  const journey = walk(fabric, { ...course, set }, { mode: "possible", tell: true, blind: true });
  const ending = journey.back.flat().sort(furthest)[0] ?? [...journey.there].sort(furthest)[0];
  return hopsOf(ending?.flow.trail).filter(({ what }) => KEEPS.has(what));
}

const KEEPS: ReadonlySet<Hop["what"]> = new Set(["refused", "unrouted", "lost", "unknown"]);

/** Walks one course, and says what comes of it. */
export function settle(fabric: Fabric, course: Course, told_: Told): Answer {
  const { space } = fabric;
  const labels = { from: told_.source.label, to: told_.target.label };
  const sure = walk(fabric, course, { mode: "sure", tell: false });
  const reached = wide(fabric, course, { journey: sure, breadth: told_.breadth });
  if (reached === "reaches") {
    const packet = turned(space.witness(sure.answered));
    const trace = packet === undefined ? [] : traceOf(fabric, course, { packet, mode: "sure" });
    return {
      ...labels,
      verdict: "reaches",
      says: `${labels.from} reaches ${labels.to}, and the answer comes back`,
      trace,
      assumes: [...sure.assumes],
      gaps: [],
    };
  }
  const possible = walk(fabric, course, { mode: "possible", tell: false });
  const maybe = wide(fabric, course, { journey: possible, breadth: told_.breadth });
  const stuck = [...possible.there, ...possible.back.flat()].filter(({ kind }) => kind === "unknown");
  if (maybe === "reaches" || stuck.length > 0) {
    const unknown = [...sure.there, ...sure.back.flat()].filter(({ kind }) => kind === "unknown");
    const [first] = [...unknown, ...stuck];
    const gaps = idsOf(gapsOf([...unknown, ...stuck]));
    const trace = first === undefined ? [] : blockedTrace(fabric, course, { ending: first, mode: "sure" });
    return {
      ...labels,
      verdict: "unknown",
      says: first?.says ?? "it is not certain",
      trace,
      assumes: [...possible.assumes],
      gaps,
    };
  }
  if (reached !== undefined) {
    const says = `only ${told(reached)} of the internet`;
    const packet = turned(space.witness(sure.answered));
    const trace = packet === undefined ? [] : traceOf(fabric, course, { packet, mode: "sure" });
    const refused = [...sure.there, ...sure.back.flat()].some(({ kind }) => kind === "filtered");
    return {
      ...labels,
      verdict: refused ? "filtered" : "unrouted",
      says,
      trace,
      assumes: [...sure.assumes],
      gaps: [],
    };
  }
  return blocked(fabric, course, { journey: possible, labels });
}

/** `reaches`, or the few addresses of the internet that do; undefined where nothing comes back. */
function wide(
  fabric: Fabric,
  { from, to, client }: Course,
  { journey, breadth }: { journey: Journey; breadth: Breadth },
): "reaches" | AddressSet | undefined {
  const { space } = fabric;
  if (space.isEmpty(journey.answered)) return undefined;
  for (const [place, side] of [
    [client ?? from, "destination"],
    [to, "source"],
  ] as const) {
    if (place.kind !== "internet" || !isBroad(place.addresses, breadth)) continue;
    const some = space.addresses(journey.answered, side).intersect(PUBLIC_SPACE);
    if (!isBroad(some, breadth)) return some;
  }
  return "reaches";
}

/** Nothing gets through for certain: what keeps it, of the packets that came furthest. */
function blocked(
  fabric: Fabric,
  course: Course,
  { journey, labels }: { journey: Journey; labels: { from: string; to: string } },
): Answer {
  const arrived = journey.back.length > 0;
  const endings = (arrived ? journey.back.flat() : journey.there).filter(({ kind }) => kind !== "arrives");
  const ending = [...endings].sort(furthest)[0];
  const verdict = arrived ? "no-return" : ending?.kind === "filtered" ? "filtered" : "unrouted";
  const says =
    ending?.says ??
    (arrived ? "the answer is not one to what was sent" : "no packet of the kind can be sent");
  const trace =
    ending === undefined ? [] : blockedTrace(fabric, course, { ending, mode: "possible", arrived: journey });
  return {
    ...labels,
    verdict,
    says: arrived ? `arrives, and the answer is lost: ${says}` : says,
    trace,
    assumes: [...journey.assumes],
    gaps: [],
  };
}

/** Where a filter refuses is more telling than where a route is missing; then what came further. */
function furthest(a: Ending, b: Ending): number {
  const rank = ({ kind }: Ending) => (kind === "filtered" ? 0 : 1);
  return rank(a) - rank(b) || b.flow.hops - a.flow.hops;
}

function blockedTrace(
  fabric: Fabric,
  course: Course,
  { ending, mode, arrived }: { ending: Ending; mode: "sure" | "possible"; arrived?: Journey },
): Hop[] {
  const { space } = fabric;
  if (arrived !== undefined && arrived.back.length > 0) {
    // Any packet that arrives tells the way there; the first arrival's way back tells the rest.
    const [first] = arrived.there.filter(({ kind }) => kind === "arrives");
    const packet = first === undefined ? undefined : space.witness(first.flow.set);
    if (first !== undefined && packet !== undefined)
      return traceOf(fabric, course, { packet: first.flow.undo(packet), mode });
  }
  const packet = space.witness(ending.flow.set);
  return packet === undefined ? [] : traceOf(fabric, course, { packet: ending.flow.undo(packet), mode });
}

/** The way of an example of some of the packets of a course, there and back. */
export function wayOf(fabric: Fabric, course: Course, some: PacketSet): Hop[] {
  const packet = fabric.space.witness(fabric.space.intersect(course.set, some));
  return packet === undefined ? [] : traceOf(fabric, course, { packet, mode: "sure" });
}

/** The way of one packet, hop by hop. */
function traceOf(
  fabric: Fabric,
  course: Course,
  { packet, mode }: { packet: Packet; mode: "sure" | "possible" },
): Hop[] {
  const { space } = fabric;
  const set = space.intersect(course.set, boxOf(space, packet));
  const one = space.isEmpty(set) ? course.set : set;
  const journey = walk(fabric, { ...course, set: one }, { mode, tell: true });
  const returned = journey.back.flat().find(({ kind }) => kind === "arrives");
  const lost = [...journey.back.flat()].sort(furthest)[0];
  const ending = returned ?? lost ?? [...journey.there].sort(furthest)[0];
  return hopsOf(ending?.flow.trail);
}

/** The packet to which this one is the answer; ICMP is left open. */
function turned(packet: Packet | undefined): Packet | undefined {
  if (packet === undefined) return undefined;
  const { source, destination, protocol, sourcePort, destinationPort } = packet;
  return {
    source: destination,
    destination: source,
    protocol,
    ...(destinationPort === undefined ? {} : { sourcePort: destinationPort }),
    ...(sourcePort === undefined ? {} : { destinationPort: sourcePort }),
  };
}

export function idsOf(gaps: readonly { readonly id: string }[]): string[] {
  return [...new Set(gaps.map(({ id }) => id))].sort();
}
