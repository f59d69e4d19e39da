import { type AddressSet, FAMILIES, type Family, type PortSet } from "../../net/index.js";

export type Turn = "new" | "reply";

export const TURNS: readonly Turn[] = ["new", "reply"];

/**
 * What a packet must be for a rule to apply: the conjunction of the matches read so far. Sets are exact;
 * null is no condition. What is not understood is kept in `unmodelled` and narrows by an unknown amount.
 */
export interface Condition {
  readonly families: readonly Family[];
  readonly source: AddressSet | null;
  readonly destination: AddressSet | null;
  /** IANA numbers, ascending. */
  readonly protocols: readonly number[] | null;
  readonly sourcePorts: PortSet | null;
  readonly ports: PortSet | null;
  readonly icmp: { readonly type: number | null; readonly code: number | null } | null;
  /** States of connection tracking, of `new`, `established`, `related`, `invalid`, `untracked`. */
  readonly states: readonly string[] | null;
  /** Which packets of a connection can match, by more than its state: those that open it, answers to them. */
  readonly turns: readonly Turn[];
  /**
   * Packets that rules set apart while they run: members that a set takes up later. To accept them is
   * doubtful, to refuse them keeps nobody out for certain.
   */
  readonly aside: readonly string[];
  readonly unmodelled: readonly string[];
}

export const ANYTHING: Condition = {
  families: FAMILIES,
  source: null,
  destination: null,
  protocols: null,
  sourcePorts: null,
  ports: null,
  icmp: null,
  states: null,
  turns: TURNS,
  aside: [],
  unmodelled: [],
};

/** A condition of its own: `ANYTHING` but for the members given. */
export function condition(members: Partial<Condition>): Condition {
  return { ...ANYTHING, ...members };
}

/** Both at once; null where no packet can satisfy both. */
export function meet(a: Condition, b: Condition): Condition | null {
  const source = addresses(a.source, b.source);
  const destination = addresses(a.destination, b.destination);
  const families = a.families.filter(
    (family) => b.families.includes(family) && holds(source, family) && holds(destination, family),
  );
  const protocols = list(a.protocols, b.protocols);
  const states = list(a.states, b.states);
  const sourcePorts = ports(a.sourcePorts, b.sourcePorts);
  const destinationPorts = ports(a.ports, b.ports);
  const icmp = icmpOf(a.icmp, b.icmp);
  if (families.length === 0 || icmp === "never" || protocols?.length === 0 || states?.length === 0)
    return null;
  if (sourcePorts?.isEmpty() || destinationPorts?.isEmpty()) return null;
  return {
    families,
    source,
    destination,
    protocols,
    sourcePorts,
    ports: destinationPorts,
    icmp,
    states,
    turns: a.turns.filter((turn) => b.turns.includes(turn)),
    aside: [...a.aside, ...b.aside],
    unmodelled: [...a.unmodelled, ...b.unmodelled],
  };
}

/** Which packets of a connection can match: an answer is `established`, whatever is `invalid` is neither. */
export function turnsOf({ states, turns }: Condition): readonly Turn[] {
  const untracked = states?.every((state) => state === "untracked") === true;
  const said = (turn: Turn) =>
    states === null || untracked || states.includes(turn === "new" ? "new" : "established");
  return turns.filter(said);
}

/** A flow's first packet cannot match: only packets of flows that were let through before. */
export function isEstablished(condition: Condition): boolean {
  return !turnsOf(condition).includes("new");
}

function addresses(a: AddressSet | null, b: AddressSet | null): AddressSet | null {
  return a === null ? b : b === null ? a : a.intersect(b);
}

function holds(set: AddressSet | null, family: Family): boolean {
  return set === null || !set.only(family).isEmpty();
}

function list<T>(a: readonly T[] | null, b: readonly T[] | null): readonly T[] | null {
  return a === null ? b : b === null ? a : a.filter((member) => b.includes(member));
}

function ports(a: PortSet | null, b: PortSet | null): PortSet | null {
  return a === null ? b : b === null ? a : a.intersect(b);
}

function icmpOf(a: Condition["icmp"], b: Condition["icmp"]): Condition["icmp"] | "never" {
  if (a === null || b === null) return a ?? b;
  const clash = (x: number | null, y: number | null) => x !== null && y !== null && x !== y;
  if (clash(a.type, b.type) || clash(a.code, b.code)) return "never";
  return { type: a.type ?? b.type, code: a.code ?? b.code };
}
