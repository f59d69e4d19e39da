import type { Cause, Opening } from "../../model/index.js";
import { AddressSet } from "../../net/index.js";
import { breadthOf, type InternetPrefix } from "./breadth.js";
import type { Clause } from "./clause.js";
import { LAST_PORT } from "./segments.js";

/** One run of ports of one protocol class, with those who admit it. */
export interface Admitted {
  readonly protocol: number | "other";
  readonly from: number;
  readonly to: number;
  readonly whom: ReadonlyMap<Clause, AddressSet>;
  readonly members: readonly Clause[];
}

interface Draft {
  readonly rules: readonly Clause[];
  readonly peers: AddressSet;
  readonly openings: { protocol: number | "other"; from: number; to: number }[];
}

/** The family, how many protocol classes it is cut into, and what counts as the internet. */
export interface Frame {
  readonly family: "ipv4" | "ipv6";
  readonly classes: number;
  readonly internet: InternetPrefix;
}

/** Groups what is admitted by the rules that admit it: disjoint causes, each one thing to mend. */
export function causesOf(admitted: readonly Admitted[], frame: Frame): Cause[] {
  const drafts = new Map<string, Draft>();
  for (const { protocol, from, to, whom, members } of admitted) {
    const rules = whom.size > 0 ? needed(whom) : [...members].sort(widest);
    if (rules.length === 0) continue;
    const peers = AddressSet.unionOf([...whom.values()]);
    const key = `${rules.map(({ id }) => id).join("\n")}\n${peers.ipv4.join()} ${peers.ipv6.join()}`;
    const draft = drafts.get(key) ?? { rules, peers, openings: [] };
    draft.openings.push({ protocol, from, to });
    drafts.set(key, draft);
  }
  return [...drafts.values()].map((draft) => causeOf(draft, frame)).sort(byPlace);
}

function causeOf({ rules, peers, openings }: Draft, { family, classes, internet }: Frame): Cause {
  const { breadth, ...rest } = breadthOf(peers, internet);
  return {
    family,
    rules: rules.map(({ id, label }) => ({ id, label })),
    openings: openingsOf(openings, classes),
    breadth: peers.isEmpty() ? "members" : breadth,
    ...rest,
    allPorts:
      openings.some(({ protocol, from, to }) => carriesPorts(protocol) && from === 0 && to === LAST_PORT) ||
      rules.every(
        ({ ports, protocols }) => ports === null && (protocols === null || protocols.some(carriesPorts)),
      ),
  };
}

const carriesPorts = (protocol: number | "other") => protocol === 6 || protocol === 17;

/** The fewest rules, widest first, that together admit all of it: a rule that others cover is no cause. */
function needed(whom: ReadonlyMap<Clause, AddressSet>): Clause[] {
  const sizes = new Map([...whom].map(([clause, set]) => [clause, set.size()]));
  const order = [...whom.keys()].sort((a, b) => {
    const [left, right] = [sizes.get(a), sizes.get(b)];
    const six = (right?.ipv6 ?? 0n) - (left?.ipv6 ?? 0n);
    return (right?.ipv4 ?? 0) - (left?.ipv4 ?? 0) || (six > 0n ? 1 : six < 0n ? -1 : 0) || widest(a, b);
  });
  const taken: Clause[] = [];
  let covered = AddressSet.NONE;
  for (const clause of order) {
    const set = whom.get(clause) ?? AddressSet.NONE;
    if (covered.covers(set)) continue;
    taken.push(clause);
    covered = covered.union(set);
  }
  return taken;
}

/** A rule for everything stands before one for a port, so that the wider fault is the one that is named. */
function widest(a: Clause, b: Clause): number {
  return reach(b) - reach(a) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function reach({ protocols, ports }: Clause): number {
  const width = ports === null ? LAST_PORT + 1 : ports.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  return width * (protocols === null ? 256 : protocols.length);
}

const NAMES: Readonly<Record<string, string>> = { 1: "icmp", 6: "tcp", 17: "udp", 58: "icmpv6" };

/** Sorted and joined; `all` where every class is open throughout, so that nothing is said twice. */
function openingsOf(runs: Draft["openings"], classes: number): Opening[] {
  const joined: Draft["openings"] = [];
  const rank = (protocol: number | "other") => (protocol === "other" ? 256 : protocol);
  for (const run of [...runs].sort((a, b) => rank(a.protocol) - rank(b.protocol) || a.from - b.from)) {
    const last = joined.at(-1);
    if (last?.protocol === run.protocol && last.to + 1 === run.from) last.to = run.to;
    else joined.push({ ...run });
  }
  const full = joined.every(({ from, to }) => from === 0 && to === LAST_PORT);
  if (full && joined.length === classes) {
    return [{ protocol: "all", from: 0, to: LAST_PORT }];
  }
  return joined.map(({ protocol, from, to }) => ({
    protocol: NAMES[protocol] ?? String(protocol),
    from,
    to,
  }));
}

function byPlace(a: Cause, b: Cause): number {
  const key = ({ openings, rules }: Cause) => {
    const [first] = openings;
    return `${first?.protocol} ${String(first?.from).padStart(5, "0")} ${rules[0]?.id}`;
  };
  const [left, right] = [key(a), key(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
