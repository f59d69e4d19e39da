import type { Change, EstateNode, Provenance, RuleEdit } from "../../../model/index.js";
import type { PacketSet } from "../../../net/index.js";
import type { Breadth } from "../ask.js";
import type { Fabric } from "../fabric.js";
import { servicesOf } from "../services.js";
import type { Need } from "./kept.js";
import type { Site } from "./site.js";

/** What edits are drafted from: the estate as it is, and what must stay. */
export interface Desk {
  readonly fabric: Fabric;
  readonly breadth: Breadth;
  readonly needs: readonly Need[];
  /** Every site that was met so far, by its key. */
  readonly sites: ReadonlyMap<string, Site>;
}

/** An edit, worked out. */
export interface Draft {
  readonly key: string;
  readonly edit: RuleEdit;
  /** What no longer passes, as `asRule` has it. */
  readonly taken: PacketSet;
  readonly changes: readonly Change[];
  /** Ids of the rules that it writes. */
  readonly writes: readonly string[];
}

/** Where rules that are proposed come from. */
export const PROPOSED: Provenance = { source: "proposal", uri: "causeway reach --close" };

/** How an edited filter is told. */
export function editedAt(
  desk: Desk,
  site: Site,
  taken: PacketSet,
): Pick<RuleEdit, "filter" | "direction" | "takes"> {
  const { fabric, breadth } = desk;
  const node = fabric.graph.node(site.filter) as EstateNode<"filter">;
  const { account, region } = node.scope;
  return {
    filter: {
      id: node.id,
      label: node.label,
      name: /[/]([^/]+)$/.exec(node.id)?.[1] ?? node.id,
      ...(account === undefined ? {} : { account }),
      ...(region === undefined ? {} : { region }),
    },
    direction: site.direction,
    takes: servicesOf(fabric, taken, breadth),
  };
}
