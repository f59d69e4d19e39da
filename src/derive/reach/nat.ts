import { PortSet } from "../../net/index.js";
import type { Flow } from "./flow.js";
import { NAT64 } from "./nat64.js";
import { fromSubnet, throughAcl, type Via } from "./vpc.js";
import type { Walker } from "./walker.js";

/** Ports that a NAT gateway sends from (VPC user guide, "NAT gateway basics"). */
const NAT_PORTS = PortSet.ofRanges([{ from: 1024, to: 65535 }]);
/** TCP, UDP and ICMP are what it carries (same page). */
const CARRIED = [1, 6, 17];

/** A NAT gateway puts its own private address in front, and routes by the table of its own subnet. */
export function throughNat(walker: Walker, flow: Flow, { target, subnet, table }: Via): void {
  const { fabric, space } = walker;
  const { state = "unknown" } = fabric.is(target, "gateway");
  const card = fabric.nic(target);
  if (state !== "available" || card?.subnet === undefined || card.network === undefined) {
    const says = `the NAT gateway is ${state}`;
    if (state === "unknown" || state === "available") walker.doubt(flow, { node: target, says });
    else walker.end("unrouted", flow, { node: target, what: "unrouted", says });
    return;
  }
  if (walker.reply) {
    // What leaves through it gets another source: for the one who waits it is no answer.
    walker.end("unrouted", flow, {
      node: target,
      what: "unrouted",
      says: "the answer would leave through the NAT gateway, under another address",
    });
    return;
  }
  const six = walker.part(flow, space.intersect(flow.set, space.box({ family: "ipv6" })));
  if (six !== undefined) ipv6(walker, six, { target, table });
  const four = walker.part(
    flow,
    space.intersect(flow.set, space.box({ family: "ipv4", protocols: CARRIED })),
  );
  const other = walker.part(
    flow,
    space.difference(
      flow.set,
      space.union(space.box({ family: "ipv6" }), space.box({ family: "ipv4", protocols: CARRIED })),
    ),
  );
  if (other !== undefined)
    walker.end("unrouted", other, {
      node: target,
      what: "unrouted",
      says: "a NAT gateway carries TCP, UDP and ICMP alone",
    });
  if (four === undefined) return;
  const came =
    card.subnet === subnet ? four : throughAcl(walker, four, { subnet: card.subnet, direction: "ingress" });
  if (came === undefined) return;
  const source = space.withField(came.set, "source", card.addresses);
  const set = space.withField(source, "sourcePort", NAT_PORTS);
  const before = came.set;
  const { undo } = came;
  const on = walker.note(
    {
      ...came,
      set,
      translations: [{ device: target, from: before, outside: card.addresses }, ...came.translations],
      undo: (packet) => undo(restored(walker, packet, before)),
    },
    { node: target, what: "translated", says: `${card.label} makes the source its own address` },
  );
  fromSubnet(walker, on, { network: card.network, subnet: card.subnet });
}

/** The packet as it was before: where the source and its port are known to be others. */
function restored(walker: Walker, packet: Parameters<Flow["undo"]>[0], before: Flow["set"]) {
  const was = walker.space.witness(before);
  if (was === undefined) return packet;
  return {
    ...packet,
    source: was.source,
    ...(was.sourcePort === undefined ? {} : { sourcePort: was.sourcePort }),
  };
}

function ipv6(
  walker: Walker,
  flow: Flow,
  { target, table }: { readonly target: string; readonly table: string },
): void {
  const translated = walker.to(flow, NAT64);
  const gaps = walker.fabric.holes.at(table, "targets");
  if (translated !== undefined)
    walker.doubt(translated, { node: target, says: "NAT64 is not modelled", gaps });
  const rest = walker.notTo(flow, NAT64);
  if (rest !== undefined)
    walker.end("unrouted", rest, {
      node: target,
      what: "unrouted",
      says: "a NAT gateway carries no IPv6 but NAT64",
    });
}
