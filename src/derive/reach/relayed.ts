import type { Answer, Hop } from "../../model/index.js";
import { type Breadth, CLIENT_PORTS } from "./ask.js";
import { behind } from "./behind.js";
import { between } from "./between.js";
import { cardSpots, type Spot } from "./ends.js";
import type { Fabric } from "./fabric.js";
import type { Place } from "./flow.js";
import type { Nic } from "./nics.js";
import { portOf } from "./packets.js";
import type { Relay } from "./relays.js";
import { idsOf } from "./settle.js";

interface Way {
  readonly source: Spot;
  readonly target: Spot;
  /** The one port that is asked for, if it is one. */
  readonly port: number | undefined;
  readonly protocols: readonly number[] | undefined;
  readonly breadth: Breadth;
  readonly depth: number;
}

const MOST_RELAYS = 2;

/**
 * The best answer over a load balancer that has the target behind it; undefined where none has.
 * @param relays those that come into question; all that forward to the target unless given
 */
export function relayed(fabric: Fabric, way: Way, relays?: readonly Relay[]): Answer | undefined {
  const { target, port, protocols, depth } = way;
  if (depth >= MOST_RELAYS) return undefined;
  let best: Answer | undefined;
  for (const relay of relays ?? fabric.relays.to(nicsOf(target.place), port)) {
    if (protocols !== undefined && !protocols.includes(relay.protocol)) continue;
    // What is not certain comes last, and cannot say more than that.
    if (best !== undefined && relay.doubt !== undefined) break;
    const answer = over(fabric, way, relay) ?? faceless(fabric, way, relay);
    if (answer?.verdict === "reaches") return answer;
    if (answer?.verdict === "unknown") best ??= answer;
  }
  return best;
}

/** A load balancer whose cards were not seen stands nobody knows where. */
function faceless(fabric: Fabric, { source, target }: Way, relay: Relay): Answer | undefined {
  const gaps = relay.cards.length > 0 ? [] : fabric.holes.hidingNear("interface", relay.balancer);
  if (gaps.length === 0) return undefined;
  return {
    verdict: "unknown",
    says: `the interfaces of ${fabric.label(relay.balancer)} were not collected`,
    ...{
      from: source.label,
      to: target.label,
      trace: [],
      assumes: [],
      gaps: idsOf([...gaps, ...relay.gaps]),
    },
  };
}

function nicsOf(place: Place): readonly Nic[] {
  if (place.kind === "cards") return place.nics;
  return place.kind === "premises" && place.nic !== undefined ? [place.nic] : [];
}

/** Two connections: to the listener, and from the load balancer to the target. */
function over(fabric: Fabric, way: Way, relay: Relay): Answer | undefined {
  const { source, breadth, depth } = way;
  const destinationPorts = portOf(relay.listenerPort);
  const packets = { protocols: [relay.protocol], sourcePorts: CLIENT_PORTS, destinationPorts };
  let best: Answer | undefined;
  for (const door of cardSpots(fabric, relay.cards, undefined)) {
    const zones = servesZone(fabric, way, { door, relay });
    if (zones === false) continue;
    const first = between(fabric, { source, target: door, packets, breadth, relays: depth + 1 });
    if (first.verdict !== "reaches" && first.verdict !== "unknown") continue;
    const mode = first.verdict === "reaches" ? "sure" : "possible";
    const second = behind(fabric, { ...way, door, relay, mode });
    if (second.verdict !== "reaches" && second.verdict !== "unknown") continue;
    const doubt =
      relay.doubt ?? (zones === undefined ? "whether it serves other zones is not known" : undefined);
    const answer = joined(fabric, way, { relay, first, second, doubt });
    if (answer.verdict === "reaches") return answer;
    best ??= answer;
  }
  return best;
}

/** Does this node of the load balancer serve the target's zone? */
function servesZone(
  fabric: Fabric,
  { target }: Way,
  { door, relay }: { door: Spot; relay: Relay },
): boolean | undefined {
  const zone = (place: Place) => (place.kind === "cards" ? fabric.zoneOf(place.first.subnet) : undefined);
  const [here, there] = [zone(door.place), zone(target.place)];
  return here === undefined || there === undefined || here === there ? true : relay.crosses;
}

interface Legs {
  readonly relay: Relay;
  readonly first: Answer;
  readonly second: Answer;
  readonly doubt: string | undefined;
}

function joined(fabric: Fabric, { source, target }: Way, { relay, first, second, doubt }: Legs): Answer {
  const sure = first.verdict === "reaches" && second.verdict === "reaches" && doubt === undefined;
  const unsure =
    first.verdict === "unknown" ? first.says : second.verdict === "unknown" ? second.says : doubt;
  const side = (answer: Answer, way: Hop["way"]) => answer.trace.filter((one) => one.way === way);
  const manner = relay.group === undefined ? [] : fabric.holes.at(relay.group, "attributes");
  const gaps = doubt === undefined ? [] : idsOf([...manner, ...relay.gaps]);
  return {
    verdict: sure ? "reaches" : "unknown",
    says: unsure ?? `${source.label} reaches ${target.label} through ${fabric.label(relay.balancer)}`,
    from: source.label,
    to: target.label,
    trace: [...side(first, "there"), hop(fabric, relay), ...second.trace, ...side(first, "back")],
    assumes: [...new Set([...first.assumes, ...second.assumes])].sort(),
    gaps: [...new Set([...first.gaps, ...second.gaps, ...gaps])].sort(),
  };
}

function hop(fabric: Fabric, relay: Relay): Hop {
  const label = fabric.label(relay.balancer);
  const sees =
    relay.preserves === undefined
      ? "with the client's address or its own"
      : relay.preserves
        ? "with the client's address"
        : "with an address of its own";
  const { listenerPort = "it listens on", targetPort = "of the target", rule } = relay;
  const by = rule === undefined ? undefined : { id: rule.id, label: rule.label, at: rule.at };
  return {
    ...{ way: "there", node: relay.balancer, label, what: "relayed" },
    says: `${label} takes it on port ${listenerPort} and connects to port ${targetPort} ${sees}`,
    ...(by === undefined ? {} : { by }),
  };
}
