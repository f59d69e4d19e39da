import type { Flow } from "./flow.js";
import { deliver, type Via } from "./vpc.js";
import type { Walker } from "./walker.js";

/**
 * A peering carries packets between the addresses of its two VPCs, and nothing beyond them
 * (docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html).
 */
export function acrossPeering(walker: Walker, flow: Flow, { target, network }: Via): void {
  const { fabric, space } = walker;
  const { state = "unknown" } = fabric.is(target, "peering");
  if (state !== "active") {
    walker.end("unrouted", flow, { node: target, what: "unrouted", says: `the peering is ${state}` });
    return;
  }
  const sides = [fabric.one(target, "requester"), fabric.one(target, "accepter")];
  const other = sides.find((side) => side !== undefined && side !== network);
  if (other === undefined || !sides.includes(network)) {
    walker.doubt(flow, {
      node: target,
      says: "the VPC at the other side was not collected",
      gaps: fabric.holes.at(target),
    });
    return;
  }
  const unread = [network, other].flatMap((id) => [
    ...fabric.holes.at(id).filter(({ reason }) => reason === "unparsed"),
  ]);
  if (unread.length > 0) {
    walker.doubt(flow, { node: target, says: "not every block of its VPCs can be read", gaps: unread });
    return;
  }
  const own = space.box({ source: fabric.blocksOf(network) });
  const strange = walker.part(flow, space.difference(flow.set, own));
  if (strange !== undefined)
    walker.end("unrouted", strange, {
      node: target,
      what: "unrouted",
      says: "a peering carries no packets that come from beyond its VPCs",
    });
  const ours = walker.part(flow, space.intersect(flow.set, own));
  const there = ours === undefined ? undefined : walker.to(ours, fabric.blocksOf(other));
  const beyond = ours === undefined ? undefined : walker.notTo(ours, fabric.blocksOf(other));
  if (beyond !== undefined)
    walker.end("unrouted", beyond, {
      node: target,
      what: "unrouted",
      says: "the destination is not in the VPC at the other side",
    });
  const on = there === undefined ? undefined : walker.step(there, target);
  if (on !== undefined) deliver(walker, on, { network: other, subnet: undefined });
}
