import type { FactsByKind } from "../../model/index.js";

type Rule = FactsByKind["rule"];

/** What a rule says about protocol and ports, and how its id spells that. */
export interface Traffic {
  readonly protocols: Rule["protocols"];
  readonly ports: Rule["ports"];
  readonly icmp: Rule["icmp"];
  /** `6/22-22`, `all/0-65535`, `1/8-0`. */
  readonly spelled: string;
}

/** Names that the API and its users write for IANA protocol numbers. */
const NAMES: ReadonlyMap<string, number> = new Map([
  ["icmp", 1],
  ["tcp", 6],
  ["udp", 17],
  ["icmpv6", 58],
]);
const ICMP = new Set([1, 58]);
const PORTED = new Set([6, 17]);

/** A protocol as the API writes it: a number, a name, `-1` or `all` for every one; null for anything else. */
export function protocolOf(text: string): number | "all" | null {
  const known = text.trim().toLowerCase();
  if (known === "-1" || known === "all") return "all";
  const named = NAMES.get(known);
  if (named !== undefined) return named;
  return /^\d{1,3}$/.test(known) && Number(known) <= 255 ? Number(known) : null;
}

/**
 * Ports count for TCP and UDP alone, type and code for ICMP alone; every other protocol is admitted
 * whole, whatever range stands beside it.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
 * @returns null where the range cannot be read
 */
export function trafficOf(protocol: number | "all", from: number | null, to: number | null): Traffic | null {
  if (protocol === "all") return { protocols: null, ports: null, icmp: null, spelled: "all/0-65535" };
  if (ICMP.has(protocol)) return icmpTraffic(protocol, from ?? -1, to ?? -1);
  if (!PORTED.has(protocol))
    return { protocols: [protocol], ports: null, icmp: null, spelled: `${protocol}/0-65535` };
  // The API demands a range for TCP and UDP; some copies of it write "every port" as -1 or leave it out.
  if ((from ?? -1) === -1 && (to ?? -1) === -1)
    return { protocols: [protocol], ports: null, icmp: null, spelled: `${protocol}/0-65535` };
  if (from === null || to === null || from < 0 || to > 65535 || from > to) return null;
  const ports = from === 0 && to === 65535 ? null : [{ from, to }];
  return { protocols: [protocol], ports, icmp: null, spelled: `${protocol}/${from}-${to}` };
}

function icmpTraffic(protocol: number, type: number, code: number): Traffic | null {
  if (type < -1 || type > 255 || code < -1 || code > 255) return null;
  const icmp = type === -1 ? null : { type, code: code === -1 ? null : code };
  return {
    protocols: [protocol],
    ports: null,
    icmp,
    spelled: `${protocol}/${type}-${type === -1 ? -1 : code}`,
  };
}

/** For people: `tcp 22`, `udp 1000-2000`, `icmp type 8`, `all traffic`. */
export function describeTraffic({ protocols, ports, icmp }: Traffic): string {
  const [number] = protocols ?? [];
  if (number === undefined) return "all traffic";
  const name = [...NAMES].find(([, known]) => known === number)?.[0] ?? `protocol ${number}`;
  if (icmp !== null) return `${name} type ${icmp.type}${icmp.code === null ? "" : ` code ${icmp.code}`}`;
  const [range] = ports ?? [];
  if (range === undefined) return PORTED.has(number) ? `${name} all ports` : name;
  return `${name} ${range.from === range.to ? range.from : `${range.from}-${range.to}`}`;
}
