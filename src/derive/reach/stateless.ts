import type { PacketSet, PacketSpace } from "../../net/index.js";
import type { Clause } from "./clauses.js";

/** What the stateless rules of a firewall may do with packets; a packet is in several where that is not certain. */
export interface Stateless {
  readonly allow: PacketSet;
  readonly deny: PacketSet;
  readonly inspect: PacketSet;
  /** The last rule that took packets, for a single one. */
  readonly by: Clause | undefined;
}

type Outcome = "allow" | "deny" | "inspect";
const OUTCOMES: readonly Outcome[] = ["allow", "deny", "inspect"];

/**
 * The first rule that matches decides, group by group in their priorities (developer guide, "How AWS Network
 * Firewall filters network traffic").
 */
export function statelessOf(
  space: PacketSpace,
  set: PacketSet,
  { rules, otherwise }: { readonly rules: readonly Clause[]; readonly otherwise: string },
): Stateless {
  const found = { allow: space.none, deny: space.none, inspect: space.none };
  let by: Clause | undefined;
  let left = set;
  const put = (action: string, hit: PacketSet) => {
    const known = OUTCOMES.filter((outcome) => outcome === action);
    for (const outcome of known.length === 0 ? OUTCOMES : known)
      found[outcome] = space.union(found[outcome], hit);
  };
  for (const rule of rules) {
    const hit = space.intersect(left, rule.match);
    if (space.isEmpty(hit)) continue;
    put(rule.action, hit);
    by = rule;
    if (rule.sure) left = space.difference(left, hit);
    if (space.isEmpty(left)) return { ...found, by };
  }
  put(otherwise, left);
  return { ...found, by: undefined };
}
