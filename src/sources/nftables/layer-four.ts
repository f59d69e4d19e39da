import { type Family, PortSet } from "../../net/index.js";
import { type Condition, condition } from "./condition.js";
import type { Alternatives, Match } from "./match.js";
import { ICMP_CODES, ICMP_TYPES, ICMPV6_CODES, ICMPV6_TYPES, PROTOCOLS, WITH_PORTS } from "./names.js";
import { numberRange, numbersBy } from "./values.js";

const NO_NAMES: ReadonlyMap<string, number> = new Map();
const TRANSPORTS: ReadonlyMap<string, readonly number[]> = new Map([
  ["tcp", [6]],
  ["udp", [17]],
  ["dccp", [33]],
  ["sctp", [132]],
  ["udplite", [136]],
  ["th", WITH_PORTS],
]);

/** The numbers that a match admits, as ranges; null where a value or the operator is not understood. */
function admitted({ op, elements }: Match, names: ReadonlyMap<string, number>, max: number) {
  if (elements.values.includes("*")) return op === "==" || op === "in" ? [{ from: 0, to: max }] : null;
  const ranges = elements.values.map((value) => numberRange(value, names));
  const known = ranges.filter((range) => range !== null);
  return known.length === ranges.length ? numbersBy(op, known, max) : null;
}

/** `meta l4proto`, `ip protocol`, `ip6 nexthdr`. */
export function protocolMatch(match: Match, family: Family | null): Alternatives {
  const ranges = admitted(match, PROTOCOLS, 255);
  if (ranges === null || ranges.some(({ to }) => to > 255)) return null;
  const protocols = spread(ranges);
  const families = family === null ? {} : { families: [family] };
  return protocols.length === 0 ? [] : [condition({ ...families, protocols })];
}

/** `tcp dport`, `udp sport`, `th dport` and their like. */
export function portMatch(field: string, match: Match): Alternatives {
  const [transport = "", side] = field.split(" ");
  const protocols = TRANSPORTS.get(transport);
  if (protocols === undefined || (side !== "dport" && side !== "sport")) return null;
  const ranges = admitted(match, NO_NAMES, 65535);
  if (ranges === null) return null;
  const ports = PortSet.ofRanges(ranges);
  if (ports.isEmpty()) return [];
  return [condition({ protocols, ...(side === "dport" ? { ports } : { sourcePorts: ports }) })];
}

/** `icmp type`, `icmpv6 code` and their like: one alternative for each number. */
export function icmpMatch(field: string, match: Match): Alternatives {
  const six = field.startsWith("icmpv6");
  const isType = field.endsWith("type");
  const names = isType ? (six ? ICMPV6_TYPES : ICMP_TYPES) : six ? ICMPV6_CODES : ICMP_CODES;
  const ranges = match.op === "!=" ? null : admitted(match, names, 255);
  if (ranges === null || ranges.some(({ to }) => to > 255)) return null;
  const base: Partial<Condition> = { families: [six ? "ipv6" : "ipv4"], protocols: [six ? 58 : 1] };
  return spread(ranges).map((number) =>
    condition({ ...base, icmp: isType ? { type: number, code: null } : { type: null, code: number } }),
  );
}

function spread(ranges: readonly { readonly from: number; readonly to: number }[]): number[] {
  const all = ranges.flatMap(({ from, to }) =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index),
  );
  return [...new Set(all)].sort((a, b) => a - b);
}
