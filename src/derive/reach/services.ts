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

interface Part {
  readonly protocols: readonly number[];
  readonly ports: PortSet;
  readonly sources: AddressSet;
}

/** So many protocols without a name are told as one. */
const MANY = 8;

/** A set of packets as services: one for each protocol and set of sources, sorted. */
export function servicesOf(fabric: Fabric, set: PacketSet, breadth: Breadth): Service[] {
  const families = fabric.space.slices(set).flatMap(({ protocols, ports, sources }): Part[] => {
    const named = protocols.filter((protocol) => NAMES.has(protocol));
    const others = protocols.filter((protocol) => !NAMES.has(protocol));
    const groups = others.length > MANY ? [others] : others.map((protocol) => [protocol]);
    return [...named.map((protocol) => [protocol]), ...groups].map((group) => ({
      protocols: group,
      ports: group.length === 1 && PORTED.has(group[0] ?? 0) ? ports : PortSet.NONE,
      sources,
    }));
  });
  // First both address families of the same ports, then the ports of the same sources.
  const joined = joinBy(families, ({ protocols, ports }) => [protocols, ports.ranges()]);
  const merged = joinBy(joined, ({ protocols, sources }) => [protocols, sources.toCidrs().map(formatCidr)]);
  return merged
    .sort((a, b) => (a.protocols[0] ?? 0) - (b.protocols[0] ?? 0) || firstPort(a.ports) - firstPort(b.ports))
    .map((one) => service(one, breadth));
}

function joinBy(parts: readonly Part[], keyOf: (part: Part) => unknown): Part[] {
  const joined = new Map<string, Part>();
  for (const part of parts) {
    const key = JSON.stringify(keyOf(part));
    const held = joined.get(key);
    const { protocols } = part;
    joined.set(
      key,
      held === undefined
        ? part
        : { protocols, ports: held.ports.union(part.ports), sources: held.sources.union(part.sources) },
    );
  }
  return [...joined.values()];
}

function firstPort(ports: PortSet): number {
  return ports.ranges()[0]?.from ?? 0;
}

function service({ protocols, ports, sources }: Part, breadth: Breadth): Service {
  const blocks = sources.toCidrs(MOST_SOURCES).map(formatCidr);
  const open = sources.intersect(PUBLIC_SPACE);
  const [protocol = 0] = protocols;
  return {
    protocol: protocols.length > 1 ? "other" : (NAMES.get(protocol) ?? String(protocol)),
    ports: [...ports.ranges()],
    sources: blocks,
    moreSources: Math.max(0, sources.countCidrs() - blocks.length),
    breadth: isBroad(open, breadth) ? "internet" : open.isEmpty() ? "private" : "public",
  };
}
