import type { Answer } from "../../model/index.js";
import { AddressSet } from "../../net/index.js";
import { type Breadth, CLIENT_PORTS } from "./ask.js";
import type { Spot } from "./ends.js";
import type { Fabric } from "./fabric.js";
import { walk } from "./journey.js";
import { portOf } from "./packets.js";
import type { Relay } from "./relays.js";
import { idsOf, settle } from "./settle.js";

interface Leg {
  readonly source: Spot;
  readonly target: Spot;
  readonly breadth: Breadth;
  /** Cards of the load balancer in one subnet. */
  readonly door: Spot;
  readonly relay: Relay;
  /** Of the connection to the listener: in a sure walk, or a possible one. */
  readonly mode: "sure" | "possible";
}

/** From a load balancer to its target; where nobody told whose address the target sees, as far as both agree. */
export function behind(fabric: Fabric, leg: Leg): Answer {
  const { preserves, group } = leg.relay;
  if (preserves !== undefined) return sent(fabric, leg, preserves);
  const [kept, replaced] = [sent(fabric, leg, true), sent(fabric, leg, false)];
  if (kept.verdict === replaced.verdict) return replaced;
  const lucky = [kept, replaced].find(({ verdict }) => verdict === "reaches" || verdict === "unknown");
  if (lucky === undefined) return replaced;
  const gaps = group === undefined ? [] : fabric.holes.at(group, "attributes");
  const whose = group === undefined ? fabric.label(leg.relay.balancer) : fabric.label(group);
  return {
    ...lucky,
    verdict: "unknown",
    says: `whether the targets of ${whose} see the client's address was not collected`,
    gaps: [...new Set([...lucky.gaps, ...idsOf(gaps)])].sort(),
  };
}

function sent(fabric: Fabric, leg: Leg, preserves: boolean): Answer {
  const { source, target, breadth, door, relay } = leg;
  const client = preserves ? clientsOf(fabric, leg) : door.place.addresses;
  const set = fabric.space.box({
    protocols: [relay.protocol],
    sourcePorts: CLIENT_PORTS,
    destinationPorts: portOf(relay.targetPort),
    source: client,
    destination: target.place.addresses,
  });
  const kept = preserves && door.place.kind === "cards" && target.place.kind === "cards";
  const through = kept && door.place.kind === "cards" ? door.place.first.filters : undefined;
  const kin = through === undefined ? {} : { through, client: { ...source.place, addresses: client } };
  return settle(
    fabric,
    { from: door.place, to: target.place, set, ...kin },
    { source: door, target, breadth },
  );
}

/** Addresses from which clients get as far as the load balancer, as it sees them. */
function clientsOf(fabric: Fabric, { source, door, relay, mode }: Leg): AddressSet {
  const { space } = fabric;
  const away = source.place.kind === "internet";
  const set = space.box({
    protocols: [relay.protocol],
    sourcePorts: CLIENT_PORTS,
    destinationPorts: portOf(relay.listenerPort),
    source: source.place.addresses,
    destination: away ? door.outside : door.place.addresses.union(door.outside),
  });
  const journey = walk(fabric, { from: source.place, to: door.place, set }, { mode, tell: false });
  const arrived = journey.there.flatMap(({ kind, flow }) => (kind === "arrives" ? [flow.set] : []));
  const seen = away
    ? space.addresses(journey.answered, "destination")
    : AddressSet.unionOf(arrived.map((one) => space.addresses(one, "source")));
  // Behind another load balancer the walk has no direct way: the client is the one that was asked about.
  return seen.isEmpty() ? source.place.addresses : seen;
}
