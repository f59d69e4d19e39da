import type { FactsByKind, Scope } from "../../../model/index.js";
import { accountId } from "../arn.js";
import type { Item } from "../item.js";
import { isAccount, partsOfArn } from "../names.js";
import { scopeOf } from "../place.js";

export type StoreFacts = Partial<FactsByKind["data-store"]>;

interface Store {
  readonly id: string;
  readonly item: Item;
  readonly type: string;
  readonly label: string;
  readonly aliases?: readonly string[];
  readonly scope?: Scope;
  readonly tags?: Readonly<Record<string, string>>;
  readonly is: StoreFacts;
}

/** Adds the node of a store, in the account that its scope or ARN names. */
export function addStore({ item, scope: own, aliases = [], ...store }: Store): string {
  const { draft, pointer, json: native } = item;
  const scope = own ?? arnScope(item, store.id);
  const id = draft.node({ ...store, kind: "data-store", aliases, scope, native, pointer });
  belongsTo(item, id, scope);
  return id;
}

/** Joins a thing to its account: by its ARN, as one number may stand in several partitions. */
export function belongsTo(
  { draft, pointer }: Item,
  from: string,
  { account, partition }: Partial<Scope>,
): void {
  if (account === undefined) return;
  const to = accountId(partition ?? draft.place.partition, account);
  draft.edge({ from, relation: "account", to, pointer, account });
}

/** More facts of a store that another call adds. */
export function tellOfStore({ item, scope, aliases = [], ...store }: Store): string {
  const { draft, pointer, json: native } = item;
  return draft.node({
    ...{ ...store, kind: "data-store", aliases, native, pointer },
    scope: scope ?? arnScope(item, store.id),
  });
}

/** The scope of what an ARN names. */
export function arnScope({ draft: { place } }: Item, arn: string): Scope {
  const { account, region } = partsOfArn(arn) ?? {};
  return scopeOf(place, account ?? place.account, region ?? place.region);
}

/** The account that a member names, unless it is none. */
export function accountIn(item: Item, member: string): string | null {
  const account = item.text(member);
  return account !== null && isAccount(account) ? account : null;
}
