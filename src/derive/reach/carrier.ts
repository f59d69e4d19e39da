import type { Flow } from "./flow.js";
import { toInternet } from "./internet.js";
import { setOfAddress } from "./nics.js";
import type { Via } from "./vpc.js";
import type { Walker } from "./walker.js";

/**
 * A carrier gateway translates the private address of a card in a Wavelength Zone into its carrier address, on the
 * way to the carrier's network and through it to the internet. It carries IPv4 alone, and nobody on the internet can
 * connect inwards (AWS Wavelength developer guide, "How AWS Wavelength works").
 */
export function outByCarrierGateway(walker: Walker, flow: Flow, { target, network }: Via): void {
  const { fabric, space } = walker;
  const { state = "unknown" } = fabric.is(target, "gateway");
  const node = target;
  if (fabric.one(target, "network") !== network || (state !== "available" && state !== "unknown")) {
    const says =
      state === "available" ? "the gateway is not attached to this VPC" : `the gateway is ${state}`;
    walker.end("unrouted", flow, { node, what: "unrouted", says });
    return;
  }
  const sure = state === "available" ? flow : walker.unsure(flow, { node, says: "its state is not known" });
  if (sure === undefined) return;
  let left = walker.part(sure, space.intersect(sure.set, space.box({ family: "ipv4" })));
  const six = walker.part(sure, space.difference(sure.set, space.box({ family: "ipv4" })));
  if (six !== undefined)
    walker.end("unrouted", six, { node, what: "unrouted", says: "a carrier gateway carries IPv4 alone" });
  const senders = walker.from?.kind === "cards" ? walker.from.nics : [];
  const pairs = senders.filter((nic) => nic.network === network).flatMap((nic) => nic.pairs);
  for (const { inside, outside, by } of pairs) {
    const source = space.box({ source: setOfAddress(inside) });
    const part =
      by !== "carrier" || left === undefined
        ? undefined
        : walker.part(left, space.intersect(left.set, source));
    if (part === undefined || left === undefined) continue;
    const says = `${fabric.label(target)} makes the source its carrier address`;
    toInternet(walker, walker.rename(part, outside, { node, says }), target);
    left = walker.part(left, space.difference(left.set, part.set));
  }
  if (left !== undefined)
    walker.end("unrouted", left, { node, what: "unrouted", says: "the source has no carrier address" });
}
