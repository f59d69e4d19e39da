import type { Flow } from "./flow.js";
import { deliver, type Via } from "./vpc.js";
import type { Walker } from "./walker.js";

/** A card that forwards: an appliance, or one that refuses since the packet is not for it. */
export function intoMiddlebox(walker: Walker, flow: Flow, { target, network, subnet }: Via): void {
  const { fabric } = walker;
  const id = fabric.nic(target) !== undefined ? target : (fabric.one(target, "interfaces") ?? target);
  const nic = fabric.nic(id);
  if (nic === undefined) {
    walker.doubt(flow, { node: target, says: "the interface that the route names was not collected" });
    return;
  }
  // It is the appliance's own address that is asked for.
  if (walker.goal.kind === "cards" && walker.goal.nics.includes(nic)) {
    deliver(walker, flow, { network, subnet });
    return;
  }
  if (nic.checks === true) {
    walker.end("filtered", flow, {
      node: id,
      what: "refused",
      says: `${nic.label} checks source and destination, and the packet is not for it`,
    });
    return;
  }
  const says =
    nic.checks === undefined
      ? `whether ${nic.label} forwards, or checks source and destination, was not told`
      : `what ${nic.label} does with packets that it forwards is not known`;
  walker.doubt(flow, { node: id, says, gaps: fabric.holes.at(id) });
}
