import { PortSet } from "../../net/index.js";
import type { Breadth } from "./ask.js";
import type { Spot } from "./ends.js";
import type { Fabric } from "./fabric.js";
import type { Inlet } from "./inlets.js";
import { relayed } from "./relayed.js";

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
  const doors = new Map(
    fabric.relays.to(nics, undefined).map((relay) => [`${relay.protocol} ${relay.targetPort}`, relay]),
  );
  return [...doors.values()].flatMap(({ protocol, targetPort: port }): Inlet[] => {
    const protocols = [protocol];
    const answer = relayed(fabric, { source, target, port, protocols, breadth, depth: 0 });
    if (answer === undefined) return [];
    const destinationPorts = PortSet.ofRanges([{ from: port, to: port }]);
    const set = space.box({ source: internet, protocols, destinationPorts });
    const told = answer.trace.map(({ node, label }) => ({ id: node, label }));
    const sure = answer.verdict === "reaches";
    return [{ open: sure ? set : space.none, maybe: sure ? space.none : set, at, course: undefined, told }];
  });
}
