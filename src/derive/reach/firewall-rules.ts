import type { PacketSet } from "../../net/index.js";
import type { Clause } from "./clauses.js";
import type { Fabric } from "./fabric.js";

/** What the stateless rules of a firewall make of every packet; the four are disjoint and all. */
export interface Stateless {
  readonly allow: PacketSet;
  readonly deny: PacketSet;
  readonly inspect: PacketSet;
  readonly maybe: PacketSet;
}

/** The first stateless rule that matches decides, group by group in their priority. */
export function statelessOf(fabric: Fabric, groups: readonly string[], otherwise: string): Stateless {
  const { space } = fabric;
  const found = { allow: space.none, deny: space.none, inspect: space.none, maybe: space.none };
  let left = space.all;
  for (const { match, action, sure } of groups.flatMap((id) => fabric.filters.rules(id, "ingress"))) {
    const hit = space.intersect(left, match);
    const to = !sure
      ? "maybe"
      : action === "allow" || action === "deny" || action === "inspect"
        ? action
        : "maybe";
    found[to] = space.union(found[to], hit);
    left = space.difference(left, hit);
  }
  const last = otherwise === "allow" || otherwise === "deny" || otherwise === "inspect" ? otherwise : "maybe";
  found[last] = space.union(found[last], left);
  return found;
}

/**
 * Stateful rules of addresses and ports. In the default order every pass rule goes before every drop rule, and
 * what no rule names passes; in strict order the first that matches decides, then the policy's default
 * (AWS Network Firewall developer guide, "Managing evaluation order for Suricata compatible rules").
 */
export function statefulOf(
  fabric: Fabric,
  groups: readonly string[],
  { strict, drops }: { readonly strict: boolean; readonly drops: boolean },
): { permit: PacketSet; maybe: PacketSet } {
  const rules = groups.flatMap((id) => fabric.filters.rules(id, "ingress"));
  const passes = (rule: Clause) => rule.action === "allow";
  const ordered = strict ? rules : [...rules.filter(passes), ...rules.filter((rule) => !passes(rule))];
  const { space } = fabric;
  let permit = space.none;
  let maybe = space.none;
  let left = space.all;
  for (const rule of ordered) {
    if (rule.action === "continue") continue;
    const hit = space.intersect(left, rule.match);
    if (!rule.sure || rule.action === "unknown") maybe = space.union(maybe, hit);
    else if (passes(rule)) permit = space.union(permit, hit);
    left = space.difference(left, hit);
  }
  return { permit: drops ? permit : space.union(permit, left), maybe };
}
