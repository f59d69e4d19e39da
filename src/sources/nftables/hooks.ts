import { FAMILIES, type Family } from "../../net/index.js";
import type { Chain, Direction } from "./chain.js";
import { refuses } from "./draft.js";
import { sameVisit, type Visit } from "./visits.js";

/** Where an accepted packet goes next, by family; a family that is absent is through. */
export type Next = ReadonlyMap<Family, Chain>;

/** How the chains of a listing work together. */
export interface Roles {
  /** The chain judges packets of this direction by itself: it is first at its hook. */
  readonly entries: ReadonlyMap<Chain, Direction>;
  /** How the rules of a chain are met, each way once. */
  readonly visits: ReadonlyMap<Chain, readonly Visit[]>;
  /** Base chains that are entered by an accept of an earlier one: their policy must be a row. */
  readonly followers: ReadonlySet<Chain>;
}

const HOOKS: ReadonlyMap<string, Direction> = new Map([
  ["input", "ingress"],
  ["forward", "ingress"],
  ["output", "egress"],
]);
const ASIDE: ReadonlyMap<string, Direction> = new Map([
  ["ingress", "ingress"],
  ["prerouting", "ingress"],
  ["input", "ingress"],
  ["output", "egress"],
  ["postrouting", "egress"],
  ["egress", "egress"],
]);

/** The direction that a base chain filters, null where it does not filter IP at a hook that is modelled. */
export function filteredDirection({ type, hook, family }: Chain): Direction | null {
  if ((type !== "filter" && type !== "route") || family === "arp" || family === "netdev") return null;
  return HOOKS.get(hook ?? "") ?? null;
}

/** The direction of a base chain that stands before or after those: it may refuse packets, or send them elsewhere. */
export function asideDirection(chain: Chain): Direction | null {
  if (chain.family === "arp" || filteredDirection(chain) !== null) return null;
  return ASIDE.get(chain.hook ?? "") ?? null;
}

/**
 * Every base chain at a hook must accept a packet (nft(8): an accept ends the base chain, a drop ends the
 * packet). Chains that refuse nobody are left out; of the others each accept leads to the next one. Their
 * order makes no difference to what passes all of them, so chains of both families come first. What stands
 * at other hooks is met by itself.
 */
export function rolesOf(chains: ReadonlyMap<string, Chain>): Roles {
  const entries = new Map<Chain, Direction>();
  const followers = new Set<Chain>();
  const visits = new Map<Chain, Visit[]>();
  const aside = [...chains.values()].flatMap((base): Placed[] => {
    const direction = asideDirection(base);
    return direction === null ? [] : [{ base, next: new Map(), isEntry: false, direction }];
  });
  const groups = groupsOf(chains).flatMap((group) => places(group, chains));
  for (const { base, next, isEntry, direction } of [...groups, ...aside]) {
    if (isEntry) entries.set(base, direction);
    for (const follower of next.values()) followers.add(follower);
    const visit: Visit = { direction, next, tracking: trackingAt(base) };
    for (const member of reachable(base, chains, direction)) {
      const known = visits.get(member) ?? [];
      if (!known.some((one) => sameVisit(one, visit))) visits.set(member, [...known, visit]);
    }
  }
  return { entries, visits, followers };
}

/**
 * What chains know of connections: nothing before they are tracked, at the hooks where packets come in or are
 * made, at priority -200 (NF_IP_PRI_CONNTRACK of the kernel's netfilter_ipv4.h).
 */
function trackingAt({ hook, priority, family }: Chain): Visit["tracking"] {
  if (hook === "ingress") return "before";
  if (family === "bridge") return "unknown";
  if ((hook !== "prerouting" && hook !== "output") || priority > TRACKED_AT) return "after";
  return priority < TRACKED_AT ? "before" : "unknown";
}

const TRACKED_AT = -200;

/** Base chains that judge the same packets. A bridge's hooks are not those of the host it runs on. */
function groupsOf(chains: ReadonlyMap<string, Chain>): Chain[][] {
  const groups = new Map<string, Chain[]>();
  for (const chain of chains.values()) {
    if (filteredDirection(chain) === null) continue;
    const key = `${chain.family === "bridge"} ${chain.hook}`;
    groups.set(key, [...(groups.get(key) ?? []), chain]);
  }
  return [...groups.values()];
}

interface Placed {
  readonly base: Chain;
  readonly next: Next;
  readonly isEntry: boolean;
  readonly direction: Direction;
}

function places(group: readonly Chain[], chains: ReadonlyMap<string, Chain>): Placed[] {
  const sequence = sequenceOf(group, chains);
  return group.map((base) => {
    const at = sequence.indexOf(base);
    const direction = filteredDirection(base) ?? "ingress";
    if (at < 0) return { base, next: new Map(), isEntry: false, direction };
    const before = sequence.slice(0, at).flatMap(({ families }) => families);
    const isEntry = base.families.some((family) => !before.includes(family));
    return { base, next: nextOf(base.families, sequence.slice(at + 1)), isEntry, direction };
  });
}

/** The chains whose verdict counts, both families first; where none can refuse, one stands for all. */
function sequenceOf(group: readonly Chain[], chains: ReadonlyMap<string, Chain>): Chain[] {
  const wide = [...group].sort(
    (a, b) => b.families.length - a.families.length || a.priority - b.priority || (a.id < b.id ? -1 : 1),
  );
  const chosen = wide.filter((chain) => canRefuse(chain, chains));
  for (const family of FAMILIES) {
    if (chosen.some(({ families }) => families.includes(family))) continue;
    const stand = wide.find(({ families }) => families.includes(family));
    if (stand !== undefined) chosen.push(stand);
  }
  return wide.filter((chain) => chosen.includes(chain));
}

/** Could this base chain refuse any packet, also an answer? */
export function canRefuse(base: Chain, chains: ReadonlyMap<string, Chain>): boolean {
  const direction = filteredDirection(base) ?? asideDirection(base) ?? "ingress";
  if (base.policy === "deny") return true;
  return reachable(base, chains, direction).some((chain) =>
    chain.rules.some((rule) => chain.rows(rule, direction).some(refuses)),
  );
}

function nextOf(families: readonly Family[], later: readonly Chain[]): Next {
  const next = new Map<Family, Chain>();
  for (const family of families) {
    const chain = later.find((one) => one.families.includes(family));
    if (chain !== undefined) next.set(family, chain);
  }
  return next;
}

/** A chain and all that its jumps lead to. */
export function reachable(from: Chain, chains: ReadonlyMap<string, Chain>, direction: Direction): Chain[] {
  const found = new Set([from]);
  for (const chain of found) {
    for (const { target } of chain.rules.flatMap((rule) => chain.rows(rule, direction))) {
      const to = target === null ? undefined : chains.get(targetKey(chain, target));
      if (to !== undefined) found.add(to);
    }
  }
  return [...found];
}

/** A jump leads to a chain of the same table. */
export function targetKey(chain: Chain, target: string): string {
  return `${chain.family}/${chain.table}/${target}`;
}
