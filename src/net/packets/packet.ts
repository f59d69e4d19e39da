import type { Address } from "../address.js";
import type { AddressSet } from "../address-set.js";
import type { Family } from "../family.js";
import type { PortSet } from "../port-set.js";

/** One packet, as far as filters and routes look at it. */
export interface Packet {
  readonly source: Address;
  readonly destination: Address;
  /** IANA protocol number. */
  readonly protocol: number;
  readonly sourcePort?: number;
  readonly destinationPort?: number;
  readonly icmpType?: number;
  readonly icmpCode?: number;
}

/**
 * Packets by the values that each field may have; an absent member is any value. Ports are those of the
 * protocols that have them (TCP, UDP, SCTP, DCCP, UDP-Lite): a box that names ports holds no other packets.
 * ICMP types and codes are those of ICMP and ICMPv6, in the same way.
 */
export interface PacketBox {
  readonly family?: Family;
  readonly source?: AddressSet;
  readonly destination?: AddressSet;
  readonly protocols?: readonly number[];
  readonly sourcePorts?: PortSet;
  readonly destinationPorts?: PortSet;
  readonly icmpTypes?: readonly number[];
  readonly icmpCodes?: readonly number[];
}

/** A set of packets of one PacketSpace: equal sets are equal numbers. */
export type PacketSet = number & { readonly __packets: unique symbol };
