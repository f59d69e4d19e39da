import type { Answer, Hop } from "../../model/index.js";
import { PortSet } from "../../net/index.js";
import { type Breadth, CLIENT_PORTS } from "./ask.js";
import { between } from "./between.js";
import { cardSpots, type Spot } from "./ends.js";
import type { Fabric } from "./fabric.js";
import type { Relay } from "./relays.js";
import { settle } from "./settle.js";

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

/** The best answer over a load balancer that has the target behind it; undefined where none has. */
export function relayed(fabric: Fabric, way: Way): Answer | undefined {
  const { target, port, protocols, depth } = way;
  if (target.place.kind !== "cards" || depth >= MOST_RELAYS) return undefined;
  let best: Answer | undefined;
  for (const relay of fabric.relays.to(target.place.nics, port)) {
    if (protocols !== undefined && !protocols.includes(relay.protocol)) continue;
    const answer = over(fabric, way, relay);
    if (answer?.verdict === "reaches") return answer;
    if (answer?.verdict === "unknown") best ??= answer;
  }
  return best;
}

/** Two connections: to the listener, and from the load balancer to the target. */
function over(fabric: Fabric, way: Way, relay: Relay): Answer | undefined {
  const { source, target, breadth, depth } = way;
  const ports = (port: number) => PortSet.ofRanges([{ from: port, to: port }]);
  const head = { protocols: [relay.protocol], sourcePorts: CLIENT_PORTS };
  let best: Answer | undefined;
  for (const door of cardSpots(fabric, relay.cards, undefined)) {
    const packets = { ...head, destinationPorts: ports(relay.listenerPort) };
    const first = between(fabric, { source, target: door, packets, breadth, relays: depth + 1 });
    if (first.verdict !== "reaches" && first.verdict !== "unknown") continue;
    const second = behind(fabric, { ...way, door, relay });
    if (second.verdict !== "reaches" && second.verdict !== "unknown") continue;
    const sure = first.verdict === "reaches" && second.verdict === "reaches";
    const answer: Answer = {
      verdict: sure ? "reaches" : "unknown",
      says: sure
        ? `${source.label} reaches ${target.label} through ${fabric.label(relay.balancer)}`
        : first.verdict === "unknown"
          ? first.says
          : second.says,
      from: source.label,
      to: target.label,
      trace: [
        ...there(first.trace),
        hop(fabric, relay),
        ...second.trace,
        ...first.trace.filter(({ way: side }) => side === "back"),
      ],
      assumes: [...new Set([...first.assumes, ...second.assumes])].sort(),
      gaps: [...new Set([...first.gaps, ...second.gaps])].sort(),
    };
    if (sure) return answer;
    best ??= answer;
  }
  return best;
}

const there = (trace: readonly Hop[]) => trace.filter(({ way }) => way === "there");

function hop(fabric: Fabric, relay: Relay): Hop {
  const label = fabric.label(relay.balancer);
  const sees = relay.preserves ? "with the client's address" : "with an address of its own";
  return {
    ...{ way: "there", node: relay.balancer, label, what: "relayed" },
    says: `${label} takes it on port ${relay.listenerPort} and connects to port ${relay.targetPort} ${sees}`,
  };
}

/** From the load balancer to its target. A client's address that is preserved is one that no route has to know. */
function behind(
  fabric: Fabric,
  { source, target, breadth, door, relay }: Way & { door: Spot; relay: Relay },
): Answer {
  const { space } = fabric;
  const client = relay.preserves ? source.place.addresses : door.place.addresses;
  const set = space.box({
    protocols: [relay.protocol],
    sourcePorts: CLIENT_PORTS,
    destinationPorts: PortSet.ofRanges([{ from: relay.targetPort, to: relay.targetPort }]),
    source: client,
    destination: target.place.addresses,
  });
  return settle(fabric, { from: door.place, to: target.place, set }, { source: door, target, breadth });
}
