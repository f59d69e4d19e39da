import type { JsonObject } from "../../model/index.js";
import { accountId, ec2Arn, regionId } from "./arn.js";
import type { Draft } from "./draft.js";
import type { Item } from "./item.js";
import { isAccount } from "./names.js";
import { scopeOf } from "./place.js";
import { labelOf, nameTag, tagsOf } from "./tags.js";

/** What is the same for every EC2 thing: its id, owner, tags and label. */
export interface Identity {
  readonly id: string;
  readonly short: string;
  readonly owner: string | undefined;
  readonly tags: Record<string, string>;
  /** The item, whose gaps now touch the node. */
  readonly item: Item;
}

/**
 * Reads who an item is.
 * @param kind resource word of the ARN, e.g. `vpc`
 * @param idMember member that holds the short id
 * @returns null, with a gap, for an item without an id
 */
export function identify(
  item: Item,
  kind: string,
  { idMember, tagMember = "Tags", owner }: { idMember: string; tagMember?: string; owner?: string | null },
): Identity | null {
  const short = item.text(idMember);
  if (short === null || short === "") {
    item.gap("unparsed", `${item.draft.place.call} answered with an item that has no ${idMember}`);
    return null;
  }
  const said = owner ?? item.text("OwnerId");
  const account = said !== null && isAccount(said) ? said : item.draft.place.account;
  const id = ec2Arn(item.draft.place, `${kind}/${short}`, account);
  return { id, short, owner: account, tags: tagsOf(item, tagMember), item: item.about(id) };
}

/** The members that every node of an identified item has. */
export function nodeBase(identity: Identity, name: string | null = nameTag(identity.tags)) {
  const { id, short, owner, tags, item } = identity;
  return {
    id,
    label: labelOf(short, name),
    aliases: [short],
    scope: scopeOf(item.draft.place, owner),
    tags,
    native: item.json,
    pointer: item.pointer,
  };
}

/** The account and Region that things hang on: known from every answer, whoever asked. */
export function ground(identity: Identity): void {
  const { item, owner } = identity;
  const { draft, pointer } = item;
  const { region } = draft.place;
  if (owner === undefined) return;
  const at = { pointer, native: {}, partition: draft.place.partition };
  addAccount(draft, owner, at);
  if (region !== undefined) addRegion(draft, { account: owner, region, enabled: true }, at);
}

/** What an account or Region is cited by, and the partition it belongs to. */
interface Ground {
  readonly pointer: string;
  readonly native: JsonObject;
  readonly partition: string;
}

/** Adds the node of an account, with what is known of it. */
export function addAccount(
  draft: Draft,
  account: string,
  at: Ground & { readonly name?: string | null },
): string {
  const { pointer, native, partition, name } = at;
  return draft.node({
    id: accountId(partition, account),
    kind: "account",
    type: "aws.account",
    label: account,
    aliases: [account],
    scope: { provider: "aws", partition, account },
    is: name === undefined ? {} : { name },
    native,
    pointer,
  });
}

/** Adds the node of a Region of an account. The account's own node is added beside it. */
export function addRegion(
  draft: Draft,
  { account, region, enabled }: { account: string; region: string; enabled: boolean },
  { pointer, native, partition }: Ground,
): void {
  const from = draft.node({
    id: regionId(account, region),
    kind: "region",
    type: "aws.region",
    label: region,
    scope: { provider: "aws", partition, account, region },
    is: { enabled },
    native,
    pointer,
  });
  draft.edge({ from, relation: "account", to: accountId(partition, account), pointer });
}
