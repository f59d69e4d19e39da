import type { FactsByKind, Gap } from "../../model/index.js";
import type { AddressSet } from "../../net/index.js";
import type { Clause, Home } from "./clauses.js";
import type { Fabric } from "./fabric.js";
import { Engine } from "./firewall-engine.js";
import { setOf } from "./nics.js";
import { Kept } from "./reads.js";

type Facts = FactsByKind["firewall-policy"];

/** What a firewall follows, as far as it is known. */
export interface Policy {
  readonly engine: Engine;
  readonly midstream: Facts["midstream"];
  readonly gaps: readonly Gap[];
}

interface Found {
  readonly policy: Policy | undefined;
  readonly gaps: readonly Gap[];
}

const KNOWN = new WeakMap<Fabric, Kept<Found>>();

/** Undefined, with the gaps, where the policy is not known. */
export function policyOf(fabric: Fabric, firewall: string): Found {
  const known = KNOWN.get(fabric) ?? new Kept<Found>(fabric.reads);
  KNOWN.set(fabric, known);
  return known.get(firewall, () => readPolicy(fabric, firewall));
}

function readPolicy(fabric: Fabric, firewall: string): Found {
  const { holes } = fabric;
  const own = holes.at(firewall);
  const id = fabric.one(firewall, "policy");
  const doings = fabric.is(firewall, "firewall").unmodelled ?? ["not described"];
  const facts = id === undefined ? undefined : fabric.is(id, "firewall-policy");
  const gaps = [...own, ...(id === undefined ? [] : holes.at(id))];
  if (id === undefined || !isWhole(facts) || doings.length > 0 || gaps.length > 0)
    return { policy: undefined, gaps: [...gaps, ...holes.hidingNear("firewall-policy", firewall)] };
  const home = homeOf(fabric, firewall, facts);
  const missing: Gap[] = [];
  const read = (group: string): readonly Clause[] => {
    const { clauses, gaps: unseen } = rulesOf(fabric, { group, policy: id, home });
    missing.push(...unseen);
    return clauses;
  };
  const stateless = facts.statelessGroups.flatMap(({ group }) => read(group));
  const stateful = facts.statefulGroups.flatMap(({ group, alertsOnly }) =>
    read(group).filter(({ action }) => !alertsOnly || action !== "deny"),
  );
  const { space } = fabric;
  const ordered = facts.strictOrder ? stateful : byAction(stateful);
  const engine = new Engine(space, { facts, stateless, stateful: ordered });
  return { policy: { engine, midstream: facts.midstream, gaps: missing }, gaps: missing };
}

function isWhole(facts: Partial<Facts> | undefined): facts is Facts {
  return facts?.statelessDefault !== undefined && facts.statefulGroups !== undefined;
}

/** HOME_NET of the policy, or what the firewall's VPC has. */
function homeOf(fabric: Fabric, firewall: string, { homeNet }: Facts): Home | undefined {
  if (homeNet !== null) return { id: homeNet.join(","), set: setOf(homeNet) };
  const network = fabric.one(firewall, "network");
  if (network === undefined) return undefined;
  const set: AddressSet = fabric.blocksOf(network);
  return set.isEmpty() ? undefined : { id: network, set };
}

/** The rules of a group; one of which not all are known may hold any. */
function rulesOf(
  fabric: Fabric,
  at: { readonly group: string; readonly policy: string; readonly home: Home | undefined },
): { clauses: readonly Clause[]; gaps: readonly Gap[] } {
  const { holes, graph, filters, space } = fabric;
  const { group, policy, home } = at;
  const gaps = holes.at(group);
  const known = fabric.is(group, "filter").stateful !== undefined;
  const rules = filters.rules(group, "ingress", home);
  if (known && gaps.length === 0) return { clauses: rules, gaps: [] };
  const node = graph.node(group) ?? graph.node(policy);
  if (node === undefined) return { clauses: rules, gaps };
  const any: Clause = {
    ...{ id: group, label: `${fabric.label(group)}: rules that are not known`, at: node.at, target: null },
    ...{ match: space.all, action: "unknown", sure: false, turns: ["new", "reply"] },
    ...{ twoWay: false, disputed: false, connection: null, gaps },
  };
  const hidden = known ? [] : holes.hidingNear("firewall-policy", policy);
  return { clauses: [any, ...rules], gaps: [...gaps, ...hidden] };
}

/**
 * Without strict order rules that pass go before those that drop and reject, whatever their groups (developer
 * guide, "Managing evaluation order for Suricata compatible rules"). What a rule of which nothing is known does
 * to packets that others pass is nothing.
 */
function byAction(clauses: readonly Clause[]): Clause[] {
  const rank = ({ action }: Clause) => (action === "allow" ? 0 : action === "unknown" ? 1 : 2);
  return [...clauses].sort((a, b) => rank(a) - rank(b));
}
