import type { Item } from "./item.js";
import { isAccount } from "./names.js";
import { scopeOf } from "./place.js";
import { labelOf } from "./tags.js";

/** Direct Connect writes its members in lower case and has tags of its own; gateways belong to no Region. */
export interface LinkIdentity {
  readonly id: string;
  readonly item: Item;
  readonly owner: string | undefined;
  readonly base: ReturnType<typeof baseOf>;
}

interface Words {
  /** Resource word of the ARN. */
  readonly kind: string;
  readonly idMember: string;
  readonly ownerMember: string;
  readonly nameMember?: string;
  readonly regional: boolean;
}

/** Null, with a gap, for an item without an id. */
export function linkIdentity(raw: Item, words: Words): LinkIdentity | null {
  const short = raw.text(words.idMember);
  const { place } = raw.draft;
  if (short === null || short === "") {
    raw.gap("unparsed", `${place.call} answered with an item that has no ${words.idMember}`);
    return null;
  }
  const said = raw.text(words.ownerMember);
  const owner = said !== null && isAccount(said) ? said : place.account;
  const region = words.regional ? (place.region ?? "") : "";
  const id = `arn:${place.partition}:directconnect:${region}:${owner ?? ""}:${words.kind}/${short}`;
  const item = raw.about(id);
  return { id, item, owner, base: baseOf(item, { id, short, owner, words }) };
}

interface Known {
  readonly id: string;
  readonly short: string;
  readonly owner: string | undefined;
  readonly words: Words;
}

function baseOf(item: Item, { id, short, owner, words }: Known) {
  const name = words.nameMember === undefined ? null : item.text(words.nameMember);
  const scope = scopeOf(item.draft.place, owner);
  const { region: _asked, ...nowhere } = scope;
  const tags = item.list("tags").flatMap((tag) => {
    const key = tag.text("key");
    return key === null ? [] : [[key, tag.text("value") ?? ""] as const];
  });
  return {
    id,
    label: labelOf(short, name),
    aliases: [short],
    scope: words.regional ? scope : nowhere,
    tags: Object.fromEntries(tags),
    native: item.json,
    pointer: item.pointer,
  };
}
