import type { Address } from "../address.js";
import { type Diagram, FALSE, type Node, TRUE } from "./diagram.js";
import { FAMILY, FIELDS, ICMP, ICMPV6, PORTED } from "./layout.js";
import type { Packet } from "./packet.js";

/** Is this packet in the set? */
export function packetIn(diagram: Diagram, set: Node, packet: Packet): boolean {
  let node = set;
  while (node !== FALSE && node !== TRUE) {
    node = bitOf(packet, diagram.variableOf(node)) ? diagram.highOf(node) : diagram.lowOf(node);
  }
  return node === TRUE;
}

function bitOf(packet: Packet, variable: number): boolean {
  if (variable === FAMILY) return packet.source.family === "ipv6";
  const { protocol, destinationPort, sourcePort, destination, source } = FIELDS;
  if (variable < destinationPort.start) return bit(packet.protocol, variable - protocol.start, 8);
  if (variable < sourcePort.start) return bit(lowerOf(packet), variable - destinationPort.start, 16);
  if (variable < destination.start) return bit(packet.sourcePort ?? 0, variable - sourcePort.start, 16);
  if (variable < source.start) return addressBit(packet.destination, variable - destination.start);
  return addressBit(packet.source, variable - source.start);
}

function lowerOf({ protocol, destinationPort, icmpType, icmpCode }: Packet): number {
  return protocol === ICMP || protocol === ICMPV6
    ? ((icmpType ?? 0) << 8) | (icmpCode ?? 0)
    : (destinationPort ?? 0);
}

function bit(value: number, index: number, bits: number): boolean {
  return ((value >>> (bits - 1 - index)) & 1) === 1;
}

function addressBit({ family, value }: Address, index: number): boolean {
  if (family === "ipv4") return index < 32 && ((value >>> (31 - index)) & 1) === 1;
  return ((value >> BigInt(127 - index)) & 1n) === 1n;
}

/** Protocols in the order in which people think of them. */
const PREFERRED = [6, 17, ICMP, ICMPV6];

/** The packet that the lowest values make, of the best known protocol that is there. */
export function witnessOf(
  diagram: Diagram,
  set: Node,
  protocol: (number: number) => Node,
): Packet | undefined {
  if (set === FALSE) return undefined;
  const four = diagram.and(set, diagram.make(FAMILY, TRUE, FALSE));
  const family = four === FALSE ? set : four;
  const found = PREFERRED.map((number) => diagram.and(family, protocol(number))).find(
    (part) => part !== FALSE,
  );
  const bits = new Uint8Array(297);
  for (let node = found ?? family; node !== TRUE; ) {
    const low = diagram.lowOf(node);
    bits[diagram.variableOf(node)] = low === FALSE ? 1 : 0;
    node = low === FALSE ? diagram.highOf(node) : low;
  }
  return packetFrom(bits);
}

function packetFrom(bits: Uint8Array): Packet {
  const number = ({ start, bits: length }: { start: number; bits: number }) => {
    let value = 0;
    for (let i = 0; i < length; i++) value = value * 2 + (bits[start + i] ?? 0);
    return value;
  };
  const protocol = number(FIELDS.protocol);
  const six = bits[FAMILY] === 1;
  const ends = {
    source: addressFrom(bits, FIELDS.source.start, six),
    destination: addressFrom(bits, FIELDS.destination.start, six),
    protocol,
  };
  const lower = number(FIELDS.destinationPort);
  if (protocol === ICMP || protocol === ICMPV6)
    return { ...ends, icmpType: lower >>> 8, icmpCode: lower & 255 };
  return PORTED.includes(protocol)
    ? { ...ends, sourcePort: number(FIELDS.sourcePort), destinationPort: lower }
    : ends;
}

function addressFrom(bits: Uint8Array, start: number, six: boolean): Address {
  let value = 0n;
  for (let i = 0; i < (six ? 128 : 32); i++) value = value * 2n + BigInt(bits[start + i] ?? 0);
  return six ? { family: "ipv6", value } : { family: "ipv4", value: Number(value) };
}
