import type { Cause } from "../../model/index.js";
import { AddressSet, additions, type Family } from "../../net/index.js";
import type { BreadthBook } from "./breadth.js";
import type { Clause } from "./clause.js";
import { isWhole, openingsOf, type Run } from "./openings.js";
import type { Outcome } from "./outcome.js";
import { LAST_PORT } from "./segments.js";

/** One run of ports of one protocol class, with those who admit it. */
export interface Admitted extends Run {
  readonly outcome: Outcome;
}

interface Draft {
  readonly rules: readonly Clause[];
  readonly peers: AddressSet;
  readonly runs: Run[];
}

/** The family, how many protocol classes it is cut into, and what counts as the internet. */
export interface Frame {
  readonly family: Family;
  readonly classes: number;
  readonly breadths: BreadthBook;
}

/** Groups what is admitted by the rules that admit it, and whom: disjoint causes, each one thing to mend. */
export function causesOf(admitted: readonly Admitted[], frame: Frame): Cause[] {
  const known = new Map<Outcome, Draft | null>();
  const drafts = new Map<string, Draft[]>();
  for (const { protocol, from, to, outcome } of admitted) {
    const draft = known.get(outcome) ?? draftOf(outcome, drafts);
    known.set(outcome, draft);
    draft?.runs.push({ protocol, from, to });
  }
  const causes = [...drafts.values()].flat().map((draft) => causeOf(draft, frame));
  return causes.length < 2 ? causes : sorted(causes);
}

/** The draft with these rules and peers, or a new one; null where nobody is admitted. */
function draftOf({ whom, members }: Outcome, drafts: Map<string, Draft[]>): Draft | null {
  const rules = whom.size > 0 ? needed(whom) : [...members].sort(wider);
  if (rules.length === 0) return null;
  const [first] = rules;
  const alone = rules.length === 1 && first !== undefined ? whom.get(first) : undefined;
  const peers = alone ?? AddressSet.unionOf(rules.flatMap((rule) => whom.get(rule) ?? []));
  const key = rules.map(({ id }) => id).join("\n");
  const alike = drafts.get(key) ?? [];
  const same = alike.find((draft) => draft.peers.equals(peers));
  if (same !== undefined) return same;
  const draft = { rules, peers, runs: [] };
  alike.push(draft);
  drafts.set(key, alike);
  return draft;
}

function causeOf({ rules, peers, runs }: Draft, { family, classes, breadths }: Frame): Cause {
  const { breadth, ...rest } = breadths.of(peers);
  return {
    family,
    rules: rules.map(({ id, label }) => ({ id, label })),
    openings: openingsOf(runs, classes),
    breadth: peers.isEmpty() ? "members" : breadth,
    ...rest,
    allPorts: runs.some((run) => carriesPorts(run.protocol) && isWhole(run)) || rules.every(namesEveryPort),
  };
}

const carriesPorts = (protocol: Run["protocol"]) => protocol === 6 || protocol === 17;

/** Rules for every port stay rules for every port where refusals before them take some away. */
function namesEveryPort({ ports, protocols }: Clause): boolean {
  return ports === null && (protocols === null || protocols.some(carriesPorts));
}

/** The fewest rules, widest first, that together admit all of it: a rule that others cover is no cause. */
function needed(whom: ReadonlyMap<Clause, AddressSet>): Clause[] {
  if (whom.size === 1) return [...whom.keys()];
  const sized = [...whom].map(([clause, set]) => ({ clause, set, size: set.size() }));
  sized.sort((a, b) => {
    const six = b.size.ipv6 - a.size.ipv6;
    return b.size.ipv4 - a.size.ipv4 || (six > 0n ? 1 : six < 0n ? -1 : 0) || wider(a.clause, b.clause);
  });
  const adds = additions(sized.map(({ set }) => set));
  return sized.filter((_, index) => adds[index] === true).map(({ clause }) => clause);
}

/** A rule for everything stands before one for a port, so that the wider fault is the one that is named. */
function wider(a: Clause, b: Clause): number {
  return reach(b) - reach(a) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function reach({ protocols, ports }: Clause): number {
  const width = ports === null ? LAST_PORT + 1 : ports.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  return width * (protocols === null ? 256 : protocols.length);
}

function sorted(causes: readonly Cause[]): Cause[] {
  const keyed = causes.map((cause) => ({ cause, key: keyOf(cause) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ cause }) => cause);
}

function keyOf({ openings: [first], rules: [rule] }: Cause): string {
  return `${first?.protocol} ${String(first?.from).padStart(5, "0")} ${rule?.id}`;
}
