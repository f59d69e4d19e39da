import type { AddressSet } from "../../net/index.js";
import type { Fabric } from "./fabric.js";
import type { Flow } from "./flow.js";
import type { Nic } from "./nics.js";
import type { Walker } from "./walker.js";

/** An end of a way within a data centre. */
export interface NearEnd {
  readonly nic: Nic | undefined;
  readonly addresses: AddressSet;
}

/**
 * Hosts with several interfaces that may stand between two networks of a data centre. No inventory tells which
 * of them packets take: what each of them would pass on does pass, of the rest nobody knows.
 */
export function throughRouters(
  walker: Walker,
  flow: Flow,
  ends: readonly [NearEnd, NearEnd],
): Flow | undefined {
  const { fabric } = walker;
  const [from, to] = ends.map((end) => networkOf(fabric, end));
  if (from !== undefined && from === to) return flow;
  let on: Flow | undefined = flow;
  for (const { host, filters } of routersOf(fabric, ends)) {
    if (on === undefined) return undefined;
    on = mayPass(walker, on, { host, filters });
  }
  return on;
}

function mayPass(
  walker: Walker,
  whole: Flow,
  { host, filters }: { host: string; filters: readonly string[] },
): Flow | undefined {
  const { fabric, space } = walker;
  const { turn, mode } = walker.manner;
  const passes = (["ingress", "egress"] as const).map((direction) =>
    fabric.filters.together(filters, direction, turn),
  );
  const astray = space.unionOf(passes.map((pass) => pass.astray));
  const flow = walker.untranslated(whole, astray, { node: host });
  if (flow === undefined) return undefined;
  const sure = passes.reduce((set, { permit }) => space.intersect(set, permit), flow.set);
  const rest = walker.part(flow, space.difference(flow.set, sure));
  if (rest === undefined) return flow;
  const says = `${fabric.label(host)} may stand between, and may not pass it on`;
  const further = walker.unsure(mode === "possible" ? flow : rest, {
    ...{ node: host, says },
    gaps: passes.flatMap(({ gaps }) => [...gaps]),
  });
  return further ?? walker.part(flow, sure);
}

/** The network that an end is in: the one that it was told to be in, or the only one that has its addresses. */
function networkOf(fabric: Fabric, { nic, addresses }: NearEnd): string | undefined {
  if (nic?.network !== undefined) return nic.network;
  const having = fabric.graph
    .ids("network")
    .filter((id) => fabric.graph.node(id)?.type !== "aws.vpc" && fabric.blocksOf(id).overlaps(addresses));
  return having.length === 1 ? having[0] : undefined;
}

interface Router {
  readonly host: string;
  readonly filters: readonly string[];
}

/** Hosts with more than one interface, other than the ends, and their chains for what they pass on. */
function routersOf(fabric: Fabric, ends: readonly NearEnd[]): Router[] {
  const cards = new Map<string, Nic[]>();
  for (const nic of fabric.nics.values()) {
    if (nic.host === undefined || ends.some((end) => end.nic?.host === nic.host)) continue;
    if (fabric.graph.node(nic.id)?.scope.provider === "aws") continue;
    cards.set(nic.host, [...(cards.get(nic.host) ?? []), nic]);
  }
  return [...cards].flatMap(([host, nics]) => {
    const filters = (nics[0]?.filters ?? []).filter((id) => PASSING.has(hookOf(fabric, id)));
    return nics.length < 2 || filters.length === 0 ? [] : [{ host, filters }];
  });
}

function hookOf(fabric: Fabric, id: string): string {
  return `${fabric.graph.node(id)?.native["hook"]}`;
}

const PASSING: ReadonlySet<string> = new Set(["ingress", "prerouting", "forward", "postrouting", "egress"]);
