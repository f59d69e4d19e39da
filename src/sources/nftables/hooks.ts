import { FAMILIES, type Family } from "../../net/index.js";
import type { Chain, Direction } from "./chain.js";
import { refuses } from "./draft.js";

/** Where an accepted packet goes next, by family; a family that is absent is through. */
export type Next = ReadonlyMap<Family, Chain>;

/** How the chains of a listing work together. */
export interface Roles {
  /** The chain judges packets of this direction by itself: it is first at its hook. */
  readonly entries: ReadonlyMap<Chain, Direction>;
  /** Rules of the chain are met in these directions, with what an accept there leads to. */
  readonly reached: ReadonlyMap<Chain, ReadonlyMap<Direction, Next>>;
  /** Base chains that are entered by an accept of an earlier one: their policy must be a row. */
  readonly followers: ReadonlySet<Chain>;
  /** Base chains that share a chain in a way that has no exact form. */
  readonly unsure: readonly Chain[];
}

const HOOKS: ReadonlyMap<string, Direction> = new Map([
  ["input", "ingress"],
  ["forward", "ingress"],
  ["output", "egress"],
]);

/** The direction that a base chain filters, null where it does not filter IP at a hook that is modelled. */
export function filteredDirection({ type, hook, family }: Chain): Direction | null {
  if ((type !== "filter" && type !== "route") || family === "arp" || family === "netdev") return null;
  return HOOKS.get(hook ?? "") ?? null;
}

/**
 * Every base chain at a hook must accept a packet (nft(8): an accept ends the base chain, a drop ends the
 * packet). Chains that refuse nobody are left out; of the others each accept leads to the next one. Their
 * order makes no difference to what passes all of them, so chains of both families come first.
 */
export function rolesOf(chains: ReadonlyMap<string, Chain>): Roles {
  const entries = new Map<Chain, Direction>();
  const followers = new Set<Chain>();
  const reached = new Map<Chain, Map<Direction, Next>>();
  const unsure = new Set<Chain>();
  const groups = groupsOf(chains);
  for (const { base, next, isEntry } of groups.flatMap((group) => places(group, chains))) {
    const direction = filteredDirection(base) as Direction;
    if (isEntry) entries.set(base, direction);
    for (const follower of next.values()) followers.add(follower);
    for (const member of reachable(base, chains, direction)) {
      const directions = reached.get(member) ?? new Map<Direction, Next>();
      const known = directions.get(direction);
      if (known !== undefined && !sameNext(known, next)) {
        for (const group of groups.filter((one) => one.includes(base) || meets(one, member, chains))) {
          for (const chain of group) if (filteredDirection(chain) === direction) unsure.add(chain);
        }
      }
      reached.set(member, directions.set(direction, next));
    }
  }
  for (const chain of unsure) entries.delete(chain);
  return { entries, reached, followers, unsure: [...unsure] };
}

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
}

function places(group: readonly Chain[], chains: ReadonlyMap<string, Chain>): Placed[] {
  const sequence = sequenceOf(group, chains);
  return group.map((base) => {
    const at = sequence.indexOf(base);
    if (at < 0) return { base, next: new Map(), isEntry: false };
    const before = sequence.slice(0, at).flatMap(({ families }) => families);
    const isEntry = base.families.some((family) => !before.includes(family));
    return { base, next: nextOf(base.families, sequence.slice(at + 1)), isEntry };
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

/** Could this base chain refuse the first packet of some flow? */
export function canRefuse(base: Chain, chains: ReadonlyMap<string, Chain>): boolean {
  const direction = filteredDirection(base) ?? "ingress";
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

function meets(group: readonly Chain[], member: Chain, chains: ReadonlyMap<string, Chain>): boolean {
  return group.some((base) => reachable(base, chains, filteredDirection(base) ?? "ingress").includes(member));
}

function sameNext(a: Next, b: Next): boolean {
  return FAMILIES.every((family) => a.get(family) === b.get(family));
}
