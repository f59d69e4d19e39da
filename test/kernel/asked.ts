import type { Question } from "../../src/model/index.js";

/** A packet from an address to another one. */
export interface Packet {
  readonly from: string;
  readonly to: string;
  readonly protocol: "tcp" | "udp" | "icmp";
  readonly port: number;
  readonly sourcePort: number;
}

/** What both judges are asked: it reaches where one of the packets is answered. */
export interface Matter {
  readonly question: Question;
  readonly packets: readonly Packet[];
}

/** The question of one packet: ICMP is another protocol in IPv6. A source port of 0 is any. */
export function questionOf({ from, to, ...traffic }: Packet): Question {
  return { from: { ip: from }, to: { ip: to }, ...trafficOf(traffic, from.includes(":")) };
}

/** What is asked of the packets apart from their ends. */
export function trafficOf(
  { protocol, port, sourcePort }: Pick<Packet, "protocol" | "port" | "sourcePort">,
  six: boolean,
): Pick<Question, "protocol" | "port" | "sourcePort"> {
  if (protocol === "icmp") return { protocol: six ? "icmpv6" : "icmp" };
  return { protocol, port, ...(sourcePort === 0 ? {} : { sourcePort }) };
}
