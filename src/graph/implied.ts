import { type Gap, gapOf, KINDS, type Kind } from "../model/index.js";
import type { Arrows } from "./arrows.js";
import { andMore } from "./assembly-gaps.js";
import type { Draft } from "./draft.js";
import { idOf, type NodeTable, nodeNamed, payloadOf } from "./node-table.js";
import type { Resolution } from "./resolve.js";
import { rowOf } from "./segments.js";

const SUBNET_NETWORK = rowOf("network", "subnet", "network");
const MAIN_OF = rowOf("main_of", "route-table", "network");
const FILTER_NETWORK = rowOf("network", "filter", "network");

/** One thing that subnets have from their network unless they name one of their own. */
interface Habit {
  readonly relation: "route_table" | "filters";
  readonly row: number;
  readonly what: string;
  /** By network: its default; SEVERAL where it seems to have more than one. */
  readonly defaults: Map<number, number>;
  /** Subnets that name one of their own, whether it was found or not. */
  readonly named: Set<number>;
}

const SEVERAL = -2;
const NONE = -1;

/**
 * Adds what a provider implies without saying it:
 * - a subnet without a route table of its own uses the main route table of its VPC
 *   (docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html);
 * - a subnet without a network ACL of its own is associated with the default one of its VPC
 *   (docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html).
 * Every AWS subnet has both; where the default is not known, that is a gap.
 */
export function addImplied(draft: Draft, table: NodeTable, resolution: Resolution): Gap[] {
  const { arrows, loose } = resolution;
  const habits: Habit[] = [
    habit("route_table", "main route table", rowOf("route_table", "subnet", "route-table")),
    habit("filters", "default network ACL", rowOf("filters", "subnet", "filter")),
  ];
  const networkOf = survey(table, arrows, habits);
  for (const edge of loose) {
    const relation = draft.ground.names.text(edge.relation);
    const from = nodeNamed(table, edge.from);
    if (from >= 0) habits.find((each) => each.relation === relation)?.named.add(from);
  }
  return habits.flatMap((each) => follow(table, arrows, { habit: each, networkOf }));
}

function habit(relation: Habit["relation"], what: string, row: number): Habit {
  return { relation, row, what, defaults: new Map(), named: new Set() };
}

/** One pass over the arrows: what subnets name, what networks default to. Gives the network of each subnet. */
function survey(table: NodeTable, arrows: Arrows, habits: readonly Habit[]): Map<number, number> {
  const networkOf = new Map<number, number>();
  const [routes, filters] = habits;
  for (let index = 0; index < arrows.length; index++) {
    const [from, row, to] = [arrows.from.at(index), arrows.row.at(index), arrows.to.at(index)];
    if (row === SUBNET_NETWORK) networkOf.set(from, to);
    else if (row === MAIN_OF) offer(routes, to, from);
    else if (row === FILTER_NETWORK && table.defaultAcl[from] === 1) offer(filters, to, from);
    for (const each of habits) if (row === each.row) each.named.add(from);
  }
  return networkOf;
}

function offer(habit: Habit | undefined, network: number, target: number): void {
  const held = habit?.defaults.get(network);
  habit?.defaults.set(network, held === undefined || held === target ? target : SEVERAL);
}

function follow(
  table: NodeTable,
  arrows: Arrows,
  { habit, networkOf }: { habit: Habit; networkOf: Map<number, number> },
): Gap[] {
  const blind = new Map<number, number[]>();
  for (const subnet of nodesOfKind(table, "subnet")) {
    if (habit.named.has(subnet)) continue;
    const network = networkOf.get(subnet) ?? NONE;
    const target = habit.defaults.get(network) ?? NONE;
    if (target >= 0) arrows.push(subnet, habit.row, target).read(placeHandle(table, target), true);
    else if (payloadOf(table, subnet).type === "aws.subnet")
      blind.set(network, [...(blind.get(network) ?? []), subnet]);
  }
  return [...blind].map(([network, subnets]) => unknownDefault(table, habit, { network, subnets }));
}

function unknownDefault(
  table: NodeTable,
  habit: Habit,
  { network, subnets }: { network: number; subnets: readonly number[] },
): Gap {
  const nodes = subnets.map((subnet) => idOf(table, subnet));
  const of = network === NONE ? "their VPC, itself unknown," : idOf(table, network);
  const known = habit.defaults.get(network) === SEVERAL ? "is not a single one" : "was not collected";
  const [first = NONE] = subnets;
  return gapOf({
    reason: "not-collected",
    message: `the ${habit.what} of ${of} ${known}, and ${andMore(nodes[0] ?? "", nodes.length)} names none of its own`,
    at: payloadOf(table, first).at,
    touches: { nodes, relations: [habit.relation] },
  });
}

function placeHandle(table: NodeTable, node: number): number {
  return table.ground.putPlace(payloadOf(table, node).at);
}

function nodesOfKind(table: NodeTable, kind: Kind): Int32Array {
  const index = KINDS.indexOf(kind);
  const { start, items } = table.byKind;
  return items.subarray(start[index] ?? 0, start[index + 1] ?? 0);
}
