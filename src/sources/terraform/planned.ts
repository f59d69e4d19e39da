import type { EstateNode, Gap, Provenance } from "../../model/index.js";
import { gapOf } from "../../model/index.js";
import { Attributes, veiled } from "./attributes.js";
import type { Plan, ResourceChange } from "./plan.js";
import type { Whereabouts } from "./whereabouts.js";

export type Deed = "keep" | "create" | "update" | "delete" | "replace";

/** A resource of the plan with both its sides, and where it is. */
export interface Planned {
  readonly change: ResourceChange;
  readonly deed: Deed;
  readonly before: Attributes | null;
  readonly after: Attributes | null;
  readonly where: Whereabouts;
  readonly at: Provenance;
}

/** Everything that translating one resource may look at. */
export interface World {
  readonly plan: Plan;
  readonly resources: ReadonlyMap<string, Planned>;
  /** Addresses of the instances of a resource, by its address without a key. */
  readonly instances: ReadonlyMap<string, readonly string[]>;
  /** Nodes of the running estate by id or alias; null where the estate is not at hand. */
  readonly existing: ((name: string) => readonly EstateNode[]) | null;
}

export function deedOf({ actions, deposed }: ResourceChange): Deed {
  if (deposed) return "delete";
  const [create, remove] = [actions.includes("create"), actions.includes("delete")];
  if (create && remove) return "replace";
  if (create) return "create";
  if (remove) return "delete";
  return actions.includes("update") ? "update" : "keep";
}

export const creates = ({ deed }: Planned) => deed === "create" || deed === "replace";
export const removes = ({ deed }: Planned) => deed === "delete" || deed === "replace";

export function plannedOf(change: ResourceChange, where: Whereabouts, at: Provenance): Planned {
  return {
    change,
    deed: deedOf(change),
    before: Attributes.of(veiled(change.before, undefined, change.beforeSensitive)),
    after: Attributes.of(veiled(change.after, change.afterUnknown, change.afterSensitive)),
    where,
    at,
  };
}

/** Stands for the id of something that is still to be made. `#` parts a filter from its rules in ids. */
export function placeholder({ change }: Planned): string {
  return `planned:${change.address.replaceAll("#", "%23")}`;
}

/** The short id that a resource had, null for one that is new. */
export function oldId({ before }: Planned): string | null {
  return before?.known("id") ?? null;
}

/** What the plan leaves open; `nodes` are what it makes unknowable. */
export function unknownGap({ at }: Planned, message: string, touches: Partial<Gap["touches"]>): Gap {
  return gapOf({ reason: "not-collected", message, at, touches });
}
