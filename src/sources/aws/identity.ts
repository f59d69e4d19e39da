import { accountId, ec2Arn, regionId } from "./arn.js";
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
  const { place } = draft;
  if (owner === undefined) return;
  const account = accountId(place, owner);
  const global = {
    pointer,
    native: {},
    scope: { provider: "aws", partition: place.partition, account: owner },
  };
  draft.node({
    ...global,
    id: account,
    kind: "account",
    type: "aws.account",
    label: owner,
    aliases: [owner],
    is: {},
  });
  if (place.region === undefined) return;
  const region = regionId(owner, place.region);
  const scope = scopeOf(place, owner);
  draft.node({
    ...global,
    scope,
    id: region,
    kind: "region",
    type: "aws.region",
    label: place.region,
    is: { enabled: true },
  });
  draft.edge({ from: region, relation: "account", to: account, pointer });
}
