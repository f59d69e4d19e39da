import type { HopPacket } from "../../model/index.js";
import { formatAddress, type Packet, type PacketSet, type PacketSpace, PortSet } from "../../net/index.js";
import { setOfAddress } from "./nics.js";

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

/** One port; every port where none was told. */
export function portOf(port: number | undefined): PortSet {
  return PortSet.ofRanges([port === undefined ? { from: 0, to: 65535 } : { from: port, to: port }]);
}

/** The set of one packet; what it leaves open is any. */
export function boxOf(space: PacketSpace, packet: Packet): PacketSet {
  const { source, destination, protocol, sourcePort, destinationPort, icmpType, icmpCode } = packet;
  const port = (value: number) => PortSet.ofRanges([{ from: value, to: value }]);
  return space.box({
    source: setOfAddress(source),
    destination: setOfAddress(destination),
    protocols: [protocol],
    ...(sourcePort === undefined ? {} : { sourcePorts: port(sourcePort) }),
    ...(destinationPort === undefined ? {} : { destinationPorts: port(destinationPort) }),
    ...(icmpType === undefined ? {} : { icmpTypes: [icmpType] }),
    ...(icmpCode === undefined ? {} : { icmpCodes: [icmpCode] }),
  });
}
