import type { PeerTerms, RuleTerms } from "../../model/index.js";
import { visible } from "../visible.js";

const NAMES: ReadonlyMap<number, string> = new Map([
  [1, "icmp"],
  [6, "tcp"],
  [17, "udp"],
  [58, "icmpv6"],
]);

/** A protocol as the API of the provider takes it: a name, a number, `-1` for all. */
export function protocolName(protocol: number | null): string {
  return protocol === null ? "-1" : (NAMES.get(protocol) ?? String(protocol));
}

/** First and last port, type and code of ICMP, or none where the protocol has neither. */
export function bothPorts({ protocol, ports, icmp }: Omit<RuleTerms, "peer">): [number, number] | undefined {
  if (protocol === 1 || protocol === 58) return [icmp?.type ?? -1, icmp === null ? -1 : (icmp.code ?? -1)];
  if (protocol === 6 || protocol === 17) return [ports?.from ?? 0, ports?.to ?? 65535];
  return undefined;
}

/** `tcp 20-25`, `icmp type 8`, `all traffic`. */
export function trafficText({ protocol, ports, icmp }: Omit<RuleTerms, "peer">): string {
  if (protocol === null) return "all traffic";
  const name = NAMES.get(protocol) ?? `protocol ${protocol}`;
  if (icmp !== null) return `${name} type ${icmp.type}${icmp.code === null ? "" : ` code ${icmp.code}`}`;
  if (ports === null) return protocol === 6 || protocol === 17 ? `${name} all ports` : name;
  return `${name} ${ports.from === ports.to ? ports.from : `${ports.from}-${ports.to}`}`;
}

export function peerText(peer: PeerTerms): string {
  return visible("cidr" in peer ? peer.cidr : "prefixList" in peer ? peer.prefixList : peer.group);
}

/** `tcp 22 from 0.0.0.0/0`. */
export function termsText(terms: RuleTerms, direction: "ingress" | "egress"): string {
  return `${trafficText(terms)} ${direction === "ingress" ? "from" : "to"} ${peerText(terms.peer)}`;
}
