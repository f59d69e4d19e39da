import { aclEdit } from "./acl-edit.js";
import { chainEdit } from "./chain-edit.js";
import type { Desk, Draft } from "./draft.js";
import { groupEdit, type Manner } from "./group-edit.js";
import type { Site } from "./site.js";

/** Which edits are thought of. */
export interface Tier {
  readonly acls: boolean;
  readonly manner: Manner;
}

/**
 * Groups and a host's own chains come first: an ACL judges whole subnets. Then what takes many rules, and last what
 * takes away more than was asked.
 */
export const TIERS: readonly Tier[] = [
  { acls: false, manner: "exact" },
  { acls: true, manner: "exact" },
  { acls: true, manner: "many" },
  { acls: true, manner: "coarse" },
];

/** From the finest to the coarsest. */
const MANNERS: readonly Manner[] = ["exact", "many", "coarse"];

/** The one edit that closes what is to be closed at a site and keeps what is required; undefined where there is none. */
export function editOf(desk: Desk, site: Site, { acls, manner }: Tier): Draft | undefined {
  if (site.kind === "chain-rule") return chainEdit(desk, site);
  if (site.kind === "acl-entries") return acls ? aclEdit(desk, site) : undefined;
  for (const each of MANNERS.slice(0, MANNERS.indexOf(manner) + 1)) {
    const draft = groupEdit(desk, site, each);
    if (draft !== undefined) return draft;
  }
  return undefined;
}
