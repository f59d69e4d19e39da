import type { EstateNode, Gap, Scope } from "../model/index.js";

/**
 * Whether what a gap hides may concern a node: where the gap names an account, Region or site, the
 * node must be there. What is above a place (the estate, what is global in an account) sees into it.
 */
export function concernsPlace({ touches }: Gap, { kind, scope }: EstateNode): boolean {
  if (kind === "estate") return true;
  const { account, region, site } = touches;
  if (account !== undefined && account !== scope.account) return false;
  if (site !== undefined && site !== scope.site) return false;
  if (region === undefined || region === scope.region) return true;
  return scope.region === undefined && scope.account !== undefined;
}

/** A gap about provider types of the node's own kind concerns the node only if its type is among them. */
export function concernsType({ touches: { kinds, types } }: Gap, { kind, type }: EstateNode): boolean {
  return types === undefined || !kinds.includes(kind) || types.includes(type);
}

/** Nodes with the same key are touched by the same gaps, as far as places and types go. */
export function placeKey({ kind, type, scope }: EstateNode): string {
  return `${kind}\n${type}\n${scopeKey(scope)}`;
}

export function scopeKey({ account, region, site }: Pick<Scope, "account" | "region" | "site">): string {
  return `${account ?? ""}\n${region ?? ""}\n${site ?? ""}`;
}
