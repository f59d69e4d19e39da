import type { EstateNode } from "../../../model/index.js";
import { type PacketSet, type PacketSpace, PortSet } from "../../../net/index.js";
import type { Clause } from "../clauses.js";
import type { Fabric } from "../fabric.js";
import type { Direction } from "../filters.js";
import type { Passing } from "../passing.js";
import { asRule, servicesIn } from "./aim.js";

/** A place where packets can be refused: a rule of a group, or an ordered filter in one direction. */
export interface Site {
  /** Id of the rule, or of the filter with the direction. */
  readonly key: string;
  readonly kind: "group-rule" | "acl-entries" | "chain-rule";
  readonly filter: string;
  readonly direction: Direction;
  /** What is to be closed there, as `asRule` has it. */
  readonly closed: PacketSet;
}

/** A site that packets pass, with those that do. */
export interface Passed extends Omit<Site, "closed"> {
  /** As they come by. */
  readonly set: PacketSet;
  /** The rule means members of a group, and packets come by the load balancer that is one. */
  readonly named: boolean;
}

/** The sites that packets pass at one place: they are refused where all rules of groups, or one ordered filter, do so. */
export function sitesAt(fabric: Fabric, { filters, direction, set, through }: Passing): Passed[] {
  const { space, graph } = fabric;
  return filters.flatMap((filter): Passed[] => {
    const node = graph.node(filter) as EstateNode<"filter"> | undefined;
    if (node?.is.evaluation !== "any-match") {
      const kind = ORDERED.get(node?.type ?? "");
      return kind === undefined
        ? []
        : [{ key: `${filter} ${direction}`, kind, filter, direction, set, named: false }];
    }
    const own = fabric.filters.rules(filter, direction).map((clause) => ({ clause, named: false }));
    const more = direction === "egress" ? [] : fabric.filters.named(filter, through);
    return [...own, ...more.map((clause) => ({ clause, named: true }))].flatMap(({ clause, named }) => {
      const part = space.intersect(set, clause.match);
      if (space.isEmpty(part)) return [];
      return [{ key: clause.id, kind: "group-rule" as const, filter, direction, set: part, named }];
    });
  });
}

const ORDERED: ReadonlyMap<string, "acl-entries" | "chain-rule"> = new Map([
  ["aws.network-acl", "acl-entries"],
  ["nftables.chain", "chain-rule"],
]);

/** The part of an aim that a rule of a group admits; where it is met by name, all whom the rule means. */
export function aimAt(fabric: Fabric, clause: Clause, { aim, direction, named }: Aimed): PacketSet {
  const { space } = fabric;
  const own = asRule(space, clause.match, direction);
  // Of a list that was not read nobody knows which part is whose.
  const wide = named || !clause.sure ? inBothFamilies(space, servicesIn(space, aim)) : aim;
  return space.intersect(wide, own);
}

/** A reference that is kept or taken as one means both families of its members. */
function inBothFamilies(space: PacketSpace, services: PacketSet): PacketSet {
  const parts = space.slices(services).map(({ protocols, ports }) => {
    const icmp = protocols.some((protocol) => protocol === 1 || protocol === 58);
    if (ports.equals(PortSet.ALL) || icmp) return space.none;
    return space.box({ protocols, destinationPorts: ports });
  });
  return space.unionOf([services, ...parts]);
}

interface Aimed {
  readonly aim: PacketSet;
  readonly direction: Direction;
  readonly named: boolean;
}

/** A rule of the estate as it is. */
export function clauseOf(
  fabric: Fabric,
  { filter, direction, key }: Pick<Site, "filter" | "direction" | "key">,
) {
  return fabric.filters.rules(filter, direction).find(({ id }) => id === key);
}
