import type { Service } from "../../model/index.js";
import { type AddressSet, formatCidr, type PacketSet, PortSet, PUBLIC_SPACE } from "../../net/index.js";
import { type Breadth, isBroad } from "./ask.js";
import type { Fabric } from "./fabric.js";

const NAMES: ReadonlyMap<number, string> = new Map([
  [1, "icmp"],
  [6, "tcp"],
  [17, "udp"],
  [58, "icmpv6"],
]);
const PORTED: ReadonlySet<number> = new Set([6, 17, 33, 132, 136]);
const MOST_SOURCES = 16;

/** A set of packets as services: one for each protocol and set of sources, sorted. */
export function servicesOf(fabric: Fabric, set: PacketSet, breadth: Breadth): Service[] {
  const merged = new Map<string, { protocol: number; ports: PortSet; sources: AddressSet }>();
  const byPorts = new Map<string, { protocol: number; ports: PortSet; sources: AddressSet }>();
  for (const { protocols, ports, sources } of fabric.space.slices(set)) {
    for (const protocol of protocols) {
      const range = PORTED.has(protocol) ? ports : PortSet.NONE;
      const key = JSON.stringify([protocol, range.ranges()]);
      const held = byPorts.get(key);
      byPorts.set(key, {
        protocol,
        ports: range,
        sources: held === undefined ? sources : held.sources.union(sources),
      });
    }
  }
  for (const { protocol, ports, sources } of byPorts.values()) {
    const key = JSON.stringify([protocol, sources.toCidrs().map(formatCidr)]);
    const held = merged.get(key);
    merged.set(key, { protocol, ports: held === undefined ? ports : held.ports.union(ports), sources });
  }
  return [...merged.values()]
    .sort((a, b) => a.protocol - b.protocol || firstPort(a.ports) - firstPort(b.ports))
    .map((one) => service(one, breadth));
}

function firstPort(ports: PortSet): number {
  return ports.ranges()[0]?.from ?? 0;
}

function service(
  { protocol, ports, sources }: { protocol: number; ports: PortSet; sources: AddressSet },
  breadth: Breadth,
): Service {
  const blocks = sources.toCidrs(MOST_SOURCES).map(formatCidr);
  const open = sources.intersect(PUBLIC_SPACE);
  return {
    protocol: NAMES.get(protocol) ?? String(protocol),
    ports: [...ports.ranges()],
    sources: blocks,
    moreSources: Math.max(0, sources.countCidrs() - blocks.length),
    breadth: isBroad(open, breadth) ? "internet" : open.isEmpty() ? "private" : "public",
  };
}
