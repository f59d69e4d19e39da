import type { Flow, Place } from "./flow.js";
import { throughAcl } from "./vpc.js";
import type { Walker } from "./walker.js";

type Cards = Extract<Place, { kind: "cards" }>;

/**
 * The answer of a target that sees the client's address: it goes back to the load balancer, which opened the
 * connection, whatever the target's routes say of the client; ACLs between subnets judge it as any packet
 * (Network Load Balancer guide, "Client IP preservation").
 */
export function straightBack(walker: Walker, flow: Flow, { from, to }: { from: Cards; to: Cards }): void {
  const answerer = from.first;
  const on = walker.note(flow, { node: answerer.id, what: "leaves", says: `leaves ${answerer.label}` });
  const [own, other] = [answerer.subnet, to.first.subnet];
  const left =
    own === undefined || own === other ? on : throughAcl(walker, on, { subnet: own, direction: "egress" });
  const came =
    left === undefined || other === undefined || own === other
      ? left
      : throughAcl(walker, left, { subnet: other, direction: "ingress" });
  if (came !== undefined)
    walker.arrive(came, { node: to.first.id, says: `arrives at ${to.first.label}, which asked for it` });
}
