import type { EstateNode } from "../../../model/index.js";
import type { PacketSet } from "../../../net/index.js";
import type { Clause } from "../clauses.js";
import { asRule } from "./aim.js";
import type { Desk } from "./draft.js";
import type { Need } from "./kept.js";
import { aimAt, clauseOf, type Site } from "./site.js";

/** What required flows need of a rule of a group, apart from what another rule gives them that nothing is taken from. */
export function keptOf(desk: Desk, site: Site, clause: Clause): PacketSet {
  const { space } = desk.fabric;
  const parts = needsOf(desk, site).map((need) => {
    const whole = neededOf(desk, clause, need);
    return space.isEmpty(whole) ? whole : space.difference(whole, elsewhere(desk, need, clause));
  });
  return space.unionOf(parts);
}

/** What required flows need of an ordered filter: of what answers need too, for it knows no connections. */
export function keptBy(desk: Desk, { filter, direction }: Site): PacketSet {
  const { space } = desk.fabric;
  const needs = desk.needs.filter((need) => need.direction === direction && need.filters.includes(filter));
  return space.unionOf(needs.map(({ aim }) => aim));
}

/** Names of the flows that need any of a set at a site. */
export function flowsThatNeed(desk: Desk, site: Site, set: PacketSet): string[] {
  const { space } = desk.fabric;
  const clause = clauseOf(desk.fabric, site);
  const needs =
    site.kind === "group-rule"
      ? needsOf(desk, site)
      : desk.needs.filter((need) => need.direction === site.direction && need.filters.includes(site.filter));
  return needs
    .filter((need) => space.overlaps(set, clause === undefined ? need.aim : neededOf(desk, clause, need)))
    .map(({ flow }) => flow);
}

/** Groups know their connections: answers are not asked. */
function needsOf(desk: Desk, { filter, direction }: Site): Need[] {
  return desk.needs.filter(
    (need) => need.turn === "new" && need.direction === direction && need.filters.includes(filter),
  );
}

function neededOf({ fabric }: Desk, clause: Clause, { aim, direction, through }: Need): PacketSet {
  const named = nameIn(fabric.graph.step(clause.id, "peer_filters")?.ids ?? [], through);
  return aimAt(fabric, clause, { aim, direction, named });
}

function nameIn(peers: readonly string[], through: readonly string[]): boolean {
  return peers.some((peer) => through.includes(peer));
}

/** What the other rules at the same place admit for certain, of which nothing is taken. */
function elsewhere(desk: Desk, { filters, direction }: Need, clause: Clause): PacketSet {
  const { fabric, sites } = desk;
  const { space } = fabric;
  const groups = filters.filter(
    (id) => (fabric.graph.node(id) as EstateNode<"filter"> | undefined)?.is.evaluation === "any-match",
  );
  const others = groups.flatMap((filter) =>
    fabric.filters
      .rules(filter, direction)
      .filter((other) => other.id !== clause.id && other.sure)
      .filter((other) => {
        const site = sites.get(other.id);
        return site === undefined || isUntouched(desk, site, other);
      }),
  );
  return space.unionOf(others.map(({ match }) => asRule(space, match, direction)));
}

/** All that is to be closed at it is required: it stays as it is. */
function isUntouched(desk: Desk, site: Site, clause: Clause): boolean {
  const { space } = desk.fabric;
  const needed = space.unionOf(needsOf(desk, site).map((need) => neededOf(desk, clause, need)));
  return space.covers(needed, site.closed);
}
