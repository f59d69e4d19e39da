import type { Breadth } from "./ask.js";
import type { Spot } from "./ends.js";
import type { Fabric } from "./fabric.js";
import type { Inlet } from "./inlets.js";
import { portOf } from "./packets.js";
import { relayed } from "./relayed.js";
import type { Relay } from "./relays.js";

/** The ways by which the internet comes to cards through load balancers in front of them. */
export function relaysIn(fabric: Fabric, target: Spot, breadth: Breadth): Inlet[] {
  if (target.place.kind !== "cards") return [];
  const { space, internet } = fabric;
  const { nics, first } = target.place;
  const at = { id: first.id, label: first.label };
  const source: Spot = {
    label: "the internet",
    place: { kind: "internet", addresses: internet },
    outside: internet,
  };
  const doors = new Map<string, Relay[]>();
  for (const relay of fabric.relays.to(nics, undefined)) {
    const key = `${relay.protocol} ${relay.targetPort ?? "any"}`;
    doors.set(key, [...(doors.get(key) ?? []), relay]);
  }
  return [...doors.values()].flatMap((relays): Inlet[] => {
    const [{ protocol, targetPort: port }] = relays as [Relay];
    const protocols = [protocol];
    const answer = relayed(fabric, { source, target, port, protocols, breadth, depth: 0 }, relays);
    if (answer === undefined) return [];
    const destinationPorts = portOf(port);
    const set = space.box({ source: internet, protocols, destinationPorts });
    const told = answer.trace.map(({ node, label }) => ({ id: node, label }));
    const sure = answer.verdict === "reaches";
    return [{ open: sure ? set : space.none, maybe: sure ? space.none : set, at, course: undefined, told }];
  });
}
