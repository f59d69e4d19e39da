import type { FactsByKind, Scope } from "../../../model/index.js";
import { accountId } from "../arn.js";
import type { Draft } from "../draft.js";
import { Item } from "../item.js";
import { partsOfArn } from "../names.js";
import { type Place, scopeOf } from "../place.js";
import { withoutSecrets } from "../secrets.js";

type DataKind = "data-store" | "data-copy" | "copy-rule" | "transfer" | "transfer-end";

/** Something that an answer tells of, whose id is known. */
export interface Known {
  readonly id: string;
  readonly item: Item;
  readonly scope: Scope;
}

/** Where a thing lies, what guards it and what it hangs on: ids or aliases. */
interface Ends {
  readonly network?: string | null;
  readonly subnets?: readonly string[];
  readonly filters?: readonly string[];
  readonly key?: string | null;
  readonly more?: readonly (readonly [relation: string, to: string | null])[];
}

interface Told<K extends DataKind> {
  readonly kind: K;
  readonly type: string;
  readonly name: string;
  readonly is: Partial<FactsByKind[K]>;
  readonly aliases?: readonly string[];
  readonly tags?: Readonly<Record<string, string>>;
  readonly ends?: Ends;
}

/** What has an ARN of its own. Null, with a gap, where it has none. */
export function byArn(raw: Item | null, member: string): Known | null {
  const id = raw?.text(member) ?? null;
  if (raw !== null && id !== null && partsOfArn(id) !== null) return withId(raw, id);
  raw?.gap("unparsed", `${raw.draft.place.call} answered with an item that has no ${member}`);
  return null;
}

/** What is known by an id that was put together from the answer. */
export function withId(raw: Item, id: string): Known {
  return { id, item: raw.about(id), scope: scopeOfArn(raw.draft.place, id) };
}

/** The item of an answer that says that there is none. */
export function nothing(draft: Draft): Item {
  return new Item({}, "", { draft, touches: {} });
}

/** A part of something known, which the same answer tells. */
export function partOf({ id, item, scope }: Known, part: string): Known {
  const own = `${id}#${part}`;
  return { id: own, item: item.about(own), scope };
}

/** The id of what an answer names without its ARN. */
export function arnOf(place: Place, service: string, resource: string): string {
  const { partition, region = "", account = "" } = place;
  return `arn:${partition}:${service}:${region}:${account}:${resource}`;
}

/** An ARN, or the name of a thing in the same Region, as an ARN. */
export function arnOr(name: string | null, arn: (name: string) => string): string | null {
  return name === null || name === "" ? null : partsOfArn(name) === null ? arn(name) : name;
}

/** Adds a node with its edges, and without the secrets of the answer, whoever brings it. */
export function addData<K extends DataKind>({ id, item, scope }: Known, told: Told<K>): void {
  const { draft, pointer } = item;
  const { kind, type, name, is, aliases = [], tags = {}, ends = {} } = told;
  const native = withoutSecrets(item.json);
  draft.node<K>({ id, kind, type, label: name, aliases, tags, scope, is, native, pointer });
  const { account, partition = draft.place.partition } = scope;
  const owner = kind === "data-store" && account !== undefined ? accountId(partition, account) : null;
  const each = (relation: string, names: readonly string[] = []) =>
    [...new Set(names)].map((name) => [relation, name] as const);
  const edges = [
    ["account", owner] as const,
    ["network", ends.network ?? null] as const,
    ["key", ends.key ?? null] as const,
    ...each("subnets", ends.subnets),
    ...each("filters", ends.filters),
    ...(ends.more ?? []),
  ];
  for (const [relation, to] of edges)
    draft.edge({ from: id, relation, to: to === "" ? null : to, pointer, ...placeIn(to) });
}

/** Region and account that an ARN names, for whoever looks for it. */
function placeIn(to: string | null): { account?: string; region?: string } {
  const { account, region } = (to === null ? null : partsOfArn(to)) ?? {};
  return {
    ...(account === undefined ? {} : { account }),
    ...(region === undefined ? {} : { region }),
  };
}

/** The scope of an ARN; one without a Region belongs to none. */
function scopeOfArn(place: Place, id: string): Scope {
  const parts = partsOfArn(id);
  if (parts === null || parts.region !== undefined || parts.account === undefined)
    return scopeOf(place, parts?.account, parts?.region);
  const { region: _none, ...scope } = scopeOf(place, parts.account);
  return scope;
}
