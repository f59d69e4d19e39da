/**
 * Variables of a packet, most telling first. IPv4 addresses use the first 32 bits of the 128. ICMP type and
 * code stand where the destination port does (type in the upper byte), for no packet has both. What a packet
 * does not have is free, so that equal sets of packets are one diagram.
 */
export const FAMILY = 0;
export const PROTOCOL = 1;
export const DESTINATION_PORT = 9;
export const SOURCE_PORT = 25;
export const DESTINATION = 41;
export const SOURCE = 169;
export const END = 297;

export interface Field {
  readonly start: number;
  readonly bits: number;
}

export const FIELDS = {
  protocol: { start: PROTOCOL, bits: 8 },
  destinationPort: { start: DESTINATION_PORT, bits: 16 },
  sourcePort: { start: SOURCE_PORT, bits: 16 },
  destination: { start: DESTINATION, bits: 128 },
  source: { start: SOURCE, bits: 128 },
} as const;

export type FieldName = keyof typeof FIELDS;

/** TCP, UDP, DCCP, SCTP, UDP-Lite: their headers begin with two ports (IANA protocol numbers). */
export const PORTED: readonly number[] = [6, 17, 33, 132, 136];
export const ICMP = 1;
export const ICMPV6 = 58;
