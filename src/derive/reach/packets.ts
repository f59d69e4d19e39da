import type { HopPacket } from "../../model/index.js";
import { formatAddress, type Packet, type PacketSet, type PacketSpace } from "../../net/index.js";

/** An example of a set, for a trace. */
export function hopPacket(space: PacketSpace, set: PacketSet): HopPacket | undefined {
  const packet = space.witness(set);
  return packet === undefined ? undefined : told(packet);
}

function told(packet: Packet): HopPacket {
  const { source, destination, protocol, sourcePort, destinationPort, icmpType, icmpCode } = packet;
  return {
    source: formatAddress(source),
    destination: formatAddress(destination),
    protocol,
    ...(sourcePort === undefined ? {} : { sourcePort }),
    ...(destinationPort === undefined ? {} : { destinationPort }),
    ...(icmpType === undefined ? {} : { icmpType }),
    ...(icmpCode === undefined ? {} : { icmpCode }),
  };
}
