import type { FactsByKind } from "../../../model/index.js";

type Rule = FactsByKind["rule"];

/** Packets that a protocol of a rule's header can match. */
export interface RuleProtocol {
  readonly protocols: Rule["protocols"];
  readonly family: Rule["family"];
  /** It is found by looking into packets. */
  readonly looksInside: boolean;
}

const [TCP, UDP] = [6, 17];
const ICMP = [1, 58];

const PLAIN: ReadonlyMap<string, Omit<RuleProtocol, "looksInside">> = new Map([
  ["ip", { protocols: null, family: null }],
  ["any", { protocols: null, family: null }],
  ["ip4", { protocols: null, family: "ipv4" }],
  ["ipv4", { protocols: null, family: "ipv4" }],
  ["ip6", { protocols: null, family: "ipv6" }],
  ["ipv6", { protocols: null, family: "ipv6" }],
  ["tcp", { protocols: [TCP], family: null }],
  ["tcp-pkt", { protocols: [TCP], family: null }],
  ["udp", { protocols: [UDP], family: null }],
  ["icmp", { protocols: ICMP, family: null }],
  ["icmpv4", { protocols: [1], family: null }],
  ["icmpv6", { protocols: [58], family: null }],
]);

/** Application protocols by what carries them. https://docs.suricata.io/en/suricata-7.0.8/rules/intro.html#protocol */
const ON_TCP =
  /^(?:tcp-stream|http[12]?|ftp|ftp-data|tls|ssl|smb|ssh|smtp|imap|msn|modbus|nfs|rdp|rfb|mqtt|pgsql|telnet|websocket)$/;
const ON_UDP = /^(?:ike(?:v2)?|tftp|ntp|dhcp|quic|snmp)$/;
const ON_BOTH = /^(?:dns|dcerpc|krb5|sip|enip|dnp3|bittorrent-dht)$/;

export function ruleProtocolOf(text: string): RuleProtocol {
  const name = text.trim().toLowerCase();
  const plain = PLAIN.get(name);
  if (plain !== undefined) return { ...plain, looksInside: false };
  const protocols = ON_TCP.test(name)
    ? [TCP]
    : ON_UDP.test(name)
      ? [UDP]
      : ON_BOTH.test(name)
        ? [TCP, UDP]
        : null;
  return { protocols, family: null, looksInside: true };
}
