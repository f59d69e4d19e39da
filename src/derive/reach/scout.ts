import { AddressSet } from "../../net/index.js";
import type { Fabric } from "./fabric.js";
import type { Ending, Flow } from "./flow.js";
import { LINK_LOCAL } from "./vpc.js";
import { Walker } from "./walker.js";

/**
 * Walks to see where routes lead, whoever is there: no filter is obeyed, what is uncertain goes on, and packets
 * arrive as soon as they come to a network, a data centre or the internet.
 */
export function scout(
  fabric: Fabric,
  set: Flow["set"],
  begin: (walker: Walker, flow: Flow) => void,
): readonly Ending[] {
  const goal = { kind: "anywhere", addresses: AddressSet.ALL } as const;
  const walker = new Walker(fabric, goal, { mode: "possible", turn: "new", tell: false, blind: true });
  // What the provider answers on the spot says nothing of routes.
  const routed = fabric.space.difference(set, fabric.space.box({ destination: LINK_LOCAL }));
  begin(walker, {
    set: routed,
    hops: 0,
    trail: undefined,
    translations: [],
    sessions: [],
    undo: (packet) => packet,
    zone: undefined,
  });
  return walker.ends;
}
