import type { Question } from "../../model/index.js";
import { type AddressSet, type PacketBox, PortSet } from "../../net/index.js";

/** Protocol numbers of the names that people write (IANA). */
const PROTOCOLS: ReadonlyMap<string, number> = new Map([
  ["icmp", 1],
  ["tcp", 6],
  ["udp", 17],
  ["gre", 47],
  ["esp", 50],
  ["ah", 51],
  ["icmpv6", 58],
  ["icmp6", 58],
  ["ipv6-icmp", 58],
  ["sctp", 132],
  ["dccp", 33],
  ["udplite", 136],
]);

/** Ports that a client's own system picks; hosts differ, no client begins below. */
export const CLIENT_PORTS = PortSet.ofRanges([{ from: 1024, to: 65535 }]);
const ECHO_REQUEST: ReadonlyMap<number, number> = new Map([
  [1, 8],
  [58, 128],
]);

/** The packets that a question is about, apart from addresses; a text says what is wrong with it. */
export function packetsOf(question: Question): Omit<PacketBox, "source" | "destination"> | string {
  const { port, sourcePort, icmpType, icmpCode } = question;
  const protocol = protocolOf(question);
  if (typeof protocol === "string") return protocol;
  if (protocol === undefined) {
    if (port !== undefined || sourcePort !== undefined)
      return { protocols: [6], ...portsOf(port, sourcePort) };
    return {};
  }
  if (protocol === 1 || protocol === 58) {
    if (port !== undefined) return "ICMP has no ports: ask for icmpType";
    const type = icmpType ?? ECHO_REQUEST.get(protocol) ?? 8;
    return {
      // ICMP is IPv4's (RFC 792), ICMPv6 is IPv6's (RFC 4443).
      family: protocol === 1 ? "ipv4" : "ipv6",
      protocols: [protocol],
      icmpTypes: [type],
      ...(icmpCode === undefined
        ? icmpType === undefined
          ? { icmpCodes: [0] }
          : {}
        : { icmpCodes: [icmpCode] }),
    };
  }
  if (icmpType !== undefined || icmpCode !== undefined)
    return "icmpType is for the protocols icmp and icmpv6";
  if (!PORTED.has(protocol)) {
    if (port !== undefined) return `the protocol ${protocol} has no ports`;
    return { protocols: [protocol] };
  }
  return { protocols: [protocol], ...portsOf(port, sourcePort) };
}

const PORTED: ReadonlySet<number> = new Set([6, 17, 33, 132, 136]);

function protocolOf({ protocol, icmpType }: Question): number | string | undefined {
  if (protocol === undefined) return icmpType === undefined ? undefined : 1;
  if (typeof protocol === "number") return protocol;
  const text = protocol.trim().toLowerCase();
  if (text === "any" || text === "all" || text === "-1") return undefined;
  const known = PROTOCOLS.get(text) ?? (/^\d{1,3}$/.test(text) ? Number(text) : undefined);
  return known === undefined || known > 255 ? `there is no protocol ${JSON.stringify(protocol)}` : known;
}

type Ports = Question["port"];

function portsOf(port: Ports, sourcePort: Ports): Pick<PacketBox, "sourcePorts" | "destinationPorts"> {
  return {
    ...(port === undefined ? {} : { destinationPorts: rangeOf(port) }),
    sourcePorts: sourcePort === undefined ? CLIENT_PORTS : rangeOf(sourcePort),
  };
}

function rangeOf(port: NonNullable<Ports>): PortSet {
  return PortSet.ofRanges([typeof port === "number" ? { from: port, to: port } : port]);
}

/** Larger than what one owner holds: one /8, one IPv6 /16. */
export interface Breadth {
  readonly ipv4: number;
  readonly ipv6: number;
}

/** Does a set hold more of the internet than one owner may have? */
export function isBroad(set: AddressSet, { ipv4, ipv6 }: Breadth): boolean {
  const four = set.only("ipv4").ranges();
  const six = set.only("ipv6").ranges();
  const count4 = four.reduce((sum, range) => sum + Number(range.to) - Number(range.from) + 1, 0);
  const count6 = six.reduce((sum, range) => sum + BigInt(range.to) - BigInt(range.from) + 1n, 0n);
  return count4 > 2 ** (32 - ipv4) || count6 > 1n << BigInt(128 - ipv6);
}
