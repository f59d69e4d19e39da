import { type EstateNode, type Gap, type Kind, type Scope, typesToldApart } from "../model/index.js";

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

interface Read {
  readonly node: EstateNode;
  /** What is read behind the node: of these types, null is of any. */
  readonly kind: Kind;
  readonly types: ReadonlySet<string> | null;
}

/**
 * Whether nodes of a gap's types can be what is read. Types that are not told apart from others count as any. Where
 * any may be read, a gap about types of the node's own kind concerns the node only if its type is among them.
 */
export function concernsType({ touches }: Gap, { node, kind, types: read }: Read): boolean {
  const { kinds, types } = touches;
  if (types === undefined) return true;
  if (read === null) return !kinds.includes(node.kind) || types.includes(node.type);
  const told = types.filter((type) => typesToldApart(kind).has(type));
  return told.length === 0 || told.some((type) => read.has(type));
}

/** Nodes with the same key are touched by the same gaps, as far as places and types go. */
export function placeKey({ kind, type, scope }: EstateNode): string {
  return `${kind}\n${type}\n${scopeKey(scope)}`;
}

export function scopeKey({ account, region, site }: Pick<Scope, "account" | "region" | "site">): string {
  return `${account ?? ""}\n${region ?? ""}\n${site ?? ""}`;
}
