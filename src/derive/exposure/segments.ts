import { type Family, PortSet } from "../../net/index.js";
import type { Clause } from "./clause.js";

export const LAST_PORT = 65535;
const END = LAST_PORT + 1;
const EVERY_PORT = [{ from: 0, to: LAST_PORT }];

/** An IANA protocol number, or `other`: all those that no rule names. */
export type Protocol = number | "other";

/** A run of ports over which the same clauses speak. */
export interface PortRun {
  readonly from: number;
  readonly to: number;
  readonly clauses: readonly Clause[];
}

/** Protocols whose ports stand where those of TCP do: TCP, UDP, DCCP, SCTP, UDP-Lite (nft(8), `th`). */
const TRANSPORTS = [6, 17, 33, 132, 136];

/** The protocol classes that matter: tcp, udp, the family's ICMP, what the clauses name, and `other`. */
export function classesOf(clauses: readonly Clause[], family: Family): Protocol[] {
  const named = new Set<number>([6, 17, family === "ipv4" ? 1 : 58]);
  for (const { protocols, transport, icmp } of clauses) {
    if (protocols !== null) for (const protocol of protocols) named.add(protocol);
    else if (transport) for (const protocol of TRANSPORTS) named.add(protocol);
    else if (icmp !== null) named.add(1).add(58);
  }
  return [...[...named].sort((a, b) => a - b), "other"];
}

/** A rule that names ports, or ICMP types, without a protocol speaks of the protocols that have them. */
export function speaksOf({ protocols, transport, icmp }: Clause, protocol: Protocol): boolean {
  const isIcmp = protocol === 1 || protocol === 58;
  if (icmp !== null && !isIcmp) return false;
  if (protocols !== null) return protocol !== "other" && protocols.includes(protocol);
  return !transport || (protocol !== "other" && TRANSPORTS.includes(protocol));
}

/** Where on the line 0 … 65535 a clause speaks: ports, ICMP types, null for all of it. */
function spansOf({ ports, icmp }: Clause, protocol: Protocol): Clause["ports"] {
  if (icmp !== null) return icmp.type === null ? null : [{ from: icmp.type, to: icmp.type }];
  return protocol === 1 || protocol === 58 ? null : ports;
}

/** Cuts 0 … 65535 where some clause begins or ends; the clauses of a run keep their order. */
export function* portRuns(clauses: readonly Clause[], protocol: Protocol): Generator<PortRun> {
  if (clauses.every((clause) => spansOf(clause, protocol) === null)) {
    yield { from: 0, to: LAST_PORT, clauses };
    return;
  }
  const turns = turnsOf(clauses, protocol);
  const active: number[] = [];
  const first = turns[0]?.at ?? END;
  if (first > 0) yield { from: 0, to: first - 1, clauses: [] };
  for (const [index, { at, position, begins }] of turns.entries()) {
    const place = placeOf(active, position);
    if (begins) active.splice(place, 0, position);
    else active.splice(place, 1);
    const next = turns[index + 1]?.at ?? END;
    if (next > at) yield { from: at, to: next - 1, clauses: active.map((each) => clauses[each] as Clause) };
  }
}

/** A clause begins or ceases to speak at a port; endings come before beginnings. */
interface Turn {
  readonly at: number;
  /** Of the clause, in the order of the filter. */
  readonly position: number;
  readonly begins: boolean;
}

function turnsOf(clauses: readonly Clause[], protocol: Protocol): Turn[] {
  const turns: Turn[] = [];
  for (const [position, clause] of clauses.entries()) {
    const spans = spansOf(clause, protocol);
    for (const { from, to } of runsOf(spans)) {
      turns.push({ at: from, position, begins: true });
      if (to < LAST_PORT) turns.push({ at: to + 1, position, begins: false });
    }
  }
  return turns.sort((a, b) => a.at - b.at || Number(a.begins) - Number(b.begins));
}

/** Ranges of one rule may overlap; joined, no clause begins twice. */
function runsOf(spans: Clause["ports"]): NonNullable<Clause["ports"]> {
  if (spans === null) return EVERY_PORT;
  const [only] = spans;
  const plain = spans.length === 1 && only !== undefined && 0 <= only.from && only.from <= only.to;
  return plain && only.to <= LAST_PORT ? spans : PortSet.ofRanges(spans).ranges();
}

/** Where the position is, or belongs, in an ascending list. */
function placeOf(active: readonly number[], position: number): number {
  let low = 0;
  let high = active.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((active[middle] as number) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
