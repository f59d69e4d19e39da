import type { Clause } from "./clause.js";

export const LAST_PORT = 65535;

/** A run of ports over which the same clauses speak. */
export interface PortRun {
  readonly from: number;
  readonly to: number;
  readonly clauses: readonly Clause[];
}

/** The protocol classes that matter: tcp, udp, the family's ICMP, what the clauses name, and `other`. */
export function classesOf(clauses: readonly Clause[], family: "ipv4" | "ipv6"): (number | "other")[] {
  const named = new Set<number>([6, 17, family === "ipv4" ? 1 : 58]);
  for (const clause of clauses) for (const protocol of clause.protocols ?? []) named.add(protocol);
  return [...[...named].sort((a, b) => a - b), "other"];
}

export function speaksOf(clause: Clause, protocol: number | "other", family: "ipv4" | "ipv6"): boolean {
  if (clause.family !== null && clause.family !== family) return false;
  return clause.protocols === null || (protocol !== "other" && clause.protocols.includes(protocol));
}

/** Cuts 0 … 65535 where some clause begins or ends; the clauses of a run keep their order. */
export function portRuns(clauses: readonly Clause[]): PortRun[] {
  const cuts = new Set<number>([0, LAST_PORT + 1]);
  for (const { ports } of clauses) {
    for (const { from, to } of ports ?? []) {
      if (from > to || to < 0 || from > LAST_PORT) continue;
      cuts.add(Math.max(from, 0));
      cuts.add(Math.min(to, LAST_PORT) + 1);
    }
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  if (sorted.length > 64) return sweep(clauses, sorted);
  return sorted.slice(0, -1).map((from, index) => ({
    from,
    to: (sorted[index + 1] ?? LAST_PORT + 1) - 1,
    clauses: clauses.filter(
      ({ ports }) => ports === null || ports.some((run) => run.from <= from && from <= run.to),
    ),
  }));
}

/** The same for many cuts: each clause is put into just the runs that it covers. */
function sweep(clauses: readonly Clause[], cuts: readonly number[]): PortRun[] {
  const place = new Map(cuts.map((cut, index) => [cut, index]));
  const runs = cuts.slice(0, -1).map(() => [] as Clause[]);
  for (const clause of clauses) {
    for (const { from, to } of clause.ports ?? [{ from: 0, to: LAST_PORT }]) {
      if (from > to || to < 0 || from > LAST_PORT) continue;
      const first = place.get(Math.max(from, 0)) ?? 0;
      const end = place.get(Math.min(to, LAST_PORT) + 1) ?? runs.length;
      for (let index = first; index < end; index++)
        if (runs[index]?.at(-1) !== clause) runs[index]?.push(clause);
    }
  }
  return runs.map((own, index) => ({ from: cuts[index] ?? 0, to: (cuts[index + 1] ?? 0) - 1, clauses: own }));
}
