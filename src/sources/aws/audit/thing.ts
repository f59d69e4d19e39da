import { accountId, regionId } from "../arn.js";
import { addAccount, addRegion } from "../identity.js";
import type { Item } from "../item.js";
import { partsOfArn } from "../names.js";
import { type Place, scopeOf } from "../place.js";
import { withoutSecrets } from "../secrets.js";

/** Something that an answer describes, and what its node has in any case. */
export interface Thing {
  readonly id: string;
  /** The item, whose gaps now touch the node. */
  readonly item: Item;
  readonly name: string;
  readonly base: ReturnType<typeof baseOf>;
}

/** An item whose id is an ARN. Null, with a gap, where it has none. `name`: member that people know it by. */
export function thingByArn(raw: Item, member: string, name?: string): Thing | null {
  const id = raw.text(member);
  const parts = id === null ? null : partsOfArn(id);
  if (id === null || parts === null) return nameless(raw, member);
  const item = raw.about(id);
  const known = (name === undefined ? null : item.text(name)) ?? parts.resource.replace(/^.*[/:]/s, "");
  const { account = item.draft.place.account, region = item.draft.place.region } = parts;
  return {
    id,
    item,
    name: known,
    base: baseOf(item, { id, label: known, scope: scopeOf(item.draft.place, account, region) }),
  };
}

/** An item that is known by its name, in one account and Region. Null, with a gap, where it has none. */
export function thingNamed(
  raw: Item,
  member: string,
  idOf: (place: Place, name: string) => string,
): Thing | null {
  const name = raw.text(member);
  if (name === null || name === "") return nameless(raw, member);
  const id = idOf(raw.draft.place, name);
  const item = raw.about(id);
  return { id, item, name, base: baseOf(item, { id, label: name, scope: scopeOf(item.draft.place) }) };
}

/** Id of what the provider gives no ARN to, or one that not every call tells. */
export function ownId(kind: string, { account = "", region = "" }: Place, name?: string): string {
  return ["aws", kind, account, region, ...(name === undefined ? [] : [name])].join(":");
}

/** The ARN of what lies in the answer's own account and Region. */
export function arnIn(
  { partition, account = "", region = "" }: Place,
  service: string,
  resource: string,
): string {
  return `arn:${partition}:${service}:${region}:${account}:${resource}`;
}

/** Leads to the Region that was asked, which is there then even if nothing else is in it. */
export function inRegion({ id, item }: Pick<Thing, "id" | "item">): void {
  const { draft, pointer } = item;
  const { account, region, partition } = draft.place;
  if (account === undefined || region === undefined) return;
  const at = { pointer, native: {}, partition };
  addAccount(draft, account, at);
  addRegion(draft, { account, region, enabled: true }, at);
  draft.edge({ from: id, relation: "region", to: regionId(account, region), pointer });
}

/** Leads to the account that was asked. */
export function inAccount({ id, item }: Pick<Thing, "id" | "item">, relation = "account"): void {
  const { draft, pointer } = item;
  const { account, partition } = draft.place;
  if (account === undefined) return;
  addAccount(draft, account, { pointer, native: {}, partition });
  draft.edge({ from: id, relation, to: accountId(partition, account), pointer });
}

function baseOf(item: Item, named: { id: string; label: string; scope: ReturnType<typeof scopeOf> }) {
  return { ...named, native: withoutSecrets(item.json), pointer: item.pointer };
}

function nameless(raw: Item, member: string): null {
  raw.gap("unparsed", `${raw.draft.place.call} answered with an item that has no ${member}`);
  return null;
}
