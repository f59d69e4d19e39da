import type { Opening } from "../../model/index.js";
import { LAST_PORT, type Protocol } from "./segments.js";

/** A run of ports of one protocol class that a cause opens. */
export interface Run {
  readonly protocol: Protocol;
  readonly from: number;
  readonly to: number;
}

const NAMES: Readonly<Record<string, string>> = { 1: "icmp", 6: "tcp", 17: "udp", 58: "icmpv6" };

/** Sorted and joined; `all` where each of the classes is open throughout, so that nothing is said twice. */
export function openingsOf(runs: readonly Run[], classes: number): Opening[] {
  const joined: { protocol: Protocol; from: number; to: number }[] = [];
  for (const run of [...runs].sort((a, b) => rank(a) - rank(b) || a.from - b.from)) {
    const last = joined[joined.length - 1];
    if (last?.protocol === run.protocol && last.to + 1 === run.from) last.to = run.to;
    else joined.push({ ...run });
  }
  if (joined.length === classes && joined.every(isWhole))
    return [{ protocol: "all", from: 0, to: LAST_PORT }];
  return joined.map(({ protocol, from, to }) => ({
    protocol: NAMES[protocol] ?? String(protocol),
    from,
    to,
  }));
}

const rank = ({ protocol }: Run) => (protocol === "other" ? 256 : protocol);

export function isWhole({ from, to }: Pick<Run, "from" | "to">): boolean {
  return from === 0 && to === LAST_PORT;
}
