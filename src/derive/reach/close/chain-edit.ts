import type { ChainRefusal, Change, EstateNode } from "../../../model/index.js";
import {
  AddressSet,
  FAMILIES,
  formatCidr,
  type PacketSet,
  type PacketSpace,
  PortSet,
} from "../../../net/index.js";
import { seenBy } from "../chain-hooks.js";
import type { Clause } from "../clauses.js";
import { setOf } from "../nics.js";
import { speaks } from "../ordered.js";
import { asRule } from "./aim.js";
import { type Desk, type Draft, editedAt, PROPOSED } from "./draft.js";
import { keptBy } from "./kept-at.js";
import { servicesAs, strangerTo } from "./services-as.js";
import type { Site } from "./site.js";

/** Tables whose rules name IP addresses as these do (nft(8), "ADDRESS FAMILIES"). */
const FAMILIES_OF_TABLES: ReadonlySet<unknown> = new Set(["ip", "ip6", "inet"]);

/** One rule that refuses, before the first of the chain that would take the packets; nothing else moves. */
export function chainEdit(desk: Desk, site: Site): Draft | undefined {
  const { fabric } = desk;
  const { space } = fabric;
  const chain = fabric.graph.node(site.filter) as EstateNode<"filter">;
  const { family, table, name } = chain.native;
  if (!FAMILIES_OF_TABLES.has(family) || typeof table !== "string" || typeof name !== "string")
    return undefined;
  const seen = seenBy(chain);
  const mine = seen === undefined ? space.all : space.box({ family: seen });
  const away = space.intersect(space.difference(site.closed, keptBy(desk, site)), mine);
  const refuses = refusalsOf(space, away);
  if (space.isEmpty(away) || refuses === undefined) return undefined;
  const taken = space.intersect(away, openTo(desk, site));
  const before = firstThat(desk, site, away);
  const edit = {
    ...editedAt(desk, site, taken),
    kind: "chain-rule" as const,
    rule: before ?? { id: chain.id, label: chain.label, at: chain.at },
    ...{ family: String(family), table, chain: name, refuses },
    handle: before === undefined ? null : handleOf(before),
  };
  const changes = changesOf(chain, { site, refuses, order: orderBefore(desk, before) });
  return { key: site.key, edit, taken, changes, writes: [] };
}

function openTo({ fabric }: Desk, { filter, direction }: Site): PacketSet {
  const { permit, maybe } = fabric.filters.pass(filter, direction, "new");
  return asRule(fabric.space, fabric.space.union(permit, maybe), direction);
}

/** The first rule with a handle that lets such packets on, or sends them elsewhere. */
function firstThat({ fabric }: Desk, { filter, direction }: Site, away: PacketSet): Clause | undefined {
  const { space } = fabric;
  return fabric.filters
    .rules(filter, direction)
    .find(
      (clause) =>
        clause.action !== "continue" &&
        clause.action !== "deny" &&
        handleOf(clause) !== null &&
        speaks(clause, "new") &&
        space.overlaps(asRule(space, clause.match, direction), away),
    );
}

function handleOf({ at }: Pick<Clause, "at">): number | null {
  return /^\d+$/.test(at.id ?? "") ? Number(at.id) : null;
}

/** Between a rule and the one before it; at the end of the chain where it stands before none. */
function orderBefore({ fabric }: Desk, before: Clause | undefined): number {
  const order =
    before === undefined ? undefined : (fabric.graph.node(before.id) as EstateNode<"rule">).is.order;
  return order == null ? Number.MAX_SAFE_INTEGER : order - 0.5;
}

/** A rule for each protocol and set of ends; undefined where they would not be all. */
function refusalsOf(space: PacketSpace, away: PacketSet): ChainRefusal[] | undefined {
  const out = space.slices(away).flatMap(({ family, protocols, ports, sources }) => {
    const whole = sources.equals(AddressSet.allOf(family));
    const cidrs = whole ? null : sources.toCidrs(MOST_BLOCKS).map(formatCidr);
    return servicesAs({ family, protocols, ports }).map((service) => ({ family, cidrs, ...service }));
  });
  const strangers = FAMILIES.map((family) => space.box({ family, protocols: [strangerTo(family)] }));
  const told = space.unionOf([...out.map((refusal) => refused(space, refusal)), ...strangers]);
  return space.covers(told, away) ? out : undefined;
}

/** So many blocks nobody writes in a rule. */
const MOST_BLOCKS = 256;

function refused(space: PacketSpace, { family, protocol, icmp, cidrs, ports }: ChainRefusal): PacketSet {
  return space.box({
    family,
    ...(protocol === null ? {} : { protocols: [protocol] }),
    ...(cidrs === null ? {} : { source: setOf(cidrs) }),
    ...(ports === null ? {} : { destinationPorts: PortSet.ofRanges(ports) }),
    ...(icmp === null ? {} : { icmpTypes: [icmp.type] }),
    ...(icmp?.code == null ? {} : { icmpCodes: [icmp.code] }),
  });
}

interface Refusing {
  readonly site: Site;
  readonly refuses: readonly ChainRefusal[];
  readonly order: number;
}

function changesOf(chain: EstateNode<"filter">, { site, refuses, order }: Refusing): Change[] {
  const nodes = refuses.map((refusal, index) => refusalNode(chain, { site, refusal, order, index }));
  const edges = nodes.map(({ id }) => ({ from: id, relation: "filter", to: chain.id, at: PROPOSED }));
  return [{ op: "put", nodes, edges, at: PROPOSED }];
}

function refusalNode(
  chain: EstateNode<"filter">,
  { site, refusal, order, index }: Omit<Refusing, "refuses"> & { refusal: ChainRefusal; index: number },
): EstateNode<"rule"> {
  const { family, protocol, ports, icmp, cidrs } = refusal;
  return {
    id: `${chain.id}#proposed-${site.direction}-${index + 1}`,
    ...{ kind: "rule", type: "nftables.rule", aliases: [], scope: chain.scope, tags: {}, native: {} },
    label: `${chain.label}: refuse (proposed)`,
    is: {
      ...{
        direction: site.direction,
        action: "deny",
        order,
        family,
        icmp,
        sourcePorts: null,
        localPeers: null,
      },
      protocols: protocol === null ? null : [protocol],
      ports: ports === null ? null : [...ports],
      peers: cidrs === null ? [{ any: true }] : cidrs.map((cidr) => ({ cidr })),
      ...{ established: false, description: null, unmodelled: [] },
    },
    at: PROPOSED,
  };
}
