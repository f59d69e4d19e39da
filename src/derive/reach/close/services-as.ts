import type { ChainRefusal, RuleTerms } from "../../../model/index.js";
import { type Family, PortSet } from "../../../net/index.js";

/** Protocols that are written one by one where a rule for all of them is taken apart (IANA numbers). */
const NAMED: readonly number[] = [6, 17, 1, 58];
/** So many without a name are told one by one; more are not written. */
const MANY = 8;
/** More types and codes of ICMP nobody writes as rules. */
const MOST_ICMP = 4;
const ICMP: ReadonlySet<number> = new Set([1, 58]);
const PORTED: ReadonlySet<number> = new Set([6, 17]);

/** The ICMP of the other family: no packet of this one carries it. */
export function strangerTo(family: Family): number {
  return family === "ipv4" ? 58 : 1;
}

/** Every one but the ICMP of the other family is every one. */
export function protocolsOf(
  protocols: readonly number[],
  ports: PortSet,
  stranger: number,
): readonly (number | null)[] {
  const told = protocols.filter((protocol) => protocol !== stranger).length;
  if (told === 255 && ports.equals(PortSet.ALL)) return [null];
  return protocols.length <= MANY ? protocols : NAMED.filter((protocol) => protocols.includes(protocol));
}

type Run = Omit<RuleTerms, "peer">;

/** Ports of a protocol as runs that one rule each can say; none where rules cannot. */
export function runsOf(protocol: number | null, ports: PortSet): Run[] {
  const plain = { protocol, ports: null, icmp: null };
  if (ports.isEmpty()) return [];
  if (ports.equals(PortSet.ALL)) return [plain];
  if (protocol === null) return [];
  if (PORTED.has(protocol)) return ports.ranges().map((run) => ({ ...plain, ports: run }));
  if (!ICMP.has(protocol)) return [];
  const types = ports.ranges().flatMap(icmpIn);
  return types.length > MOST_ICMP ? [] : types.map((icmp) => ({ ...plain, icmp }));
}

/** Type in the upper byte, code in the lower. */
function icmpIn({ from, to }: { from: number; to: number }): NonNullable<Run["icmp"]>[] {
  const out: NonNullable<Run["icmp"]>[] = [];
  for (let at = from; at <= to && out.length <= MOST_ICMP; ) {
    const type = at >>> 8;
    const whole = (at & 255) === 0 && at + 255 <= to;
    out.push({ type, code: whole ? null : at & 255 });
    at += whole ? 256 : 1;
  }
  return out;
}

interface Slice {
  readonly family: Family;
  readonly protocols: readonly number[];
  readonly ports: PortSet;
}

type Service = Pick<ChainRefusal, "protocol" | "ports" | "icmp">;

/** The services of a slice, with all ports of a protocol in one: a chain can say that. */
export function servicesAs({ family, protocols, ports }: Slice): Service[] {
  const stranger = strangerTo(family);
  const mine = protocolsOf(protocols, ports, stranger).filter((protocol) => protocol !== stranger);
  return mine.flatMap((protocol): Service[] => {
    const runs = runsOf(protocol, ports);
    const own = runs.flatMap((run) => run.ports ?? []);
    if (own.length > 0) return [{ protocol, ports: own, icmp: null }];
    return runs.map(({ icmp }) => ({ protocol, ports: null, icmp }));
  });
}
