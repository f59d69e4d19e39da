import type { JsonObject } from "../../../model/index.js";
import type { Item } from "../item.js";
import { type Place, scopeOf } from "../place.js";

type Word = "hostedzone" | "healthcheck" | "queryloggingconfig";

/** `/hostedzone/Z1` is Z1: lists write the path, questions and other answers the id alone. */
export function shortId(text: string): string {
  return text.slice(text.lastIndexOf("/") + 1);
}

/**
 * Route 53 is one for a whole partition, and its ARNs name no account: whoever tells of a zone tells of the same.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonroute53.html
 */
export function globalArn(word: Word, short: string): string {
  // Answers of the whole account do not tell their partition; those of a Region must not tell another zone.
  return `arn:aws:route53:::${word}/${shortId(short)}`;
}

/** The node of something global, in the account that owns it: the caller's, unless another is told; null is nobody's. */
export function globalBase(item: Item, node: { id: string; name: string | null; owner?: string | null }) {
  const { id, name, owner } = node;
  const { region: _asked, account: _caller, ...nowhere } = scopeOf(item.draft.place);
  const account = owner === undefined ? item.draft.place.account : (owner ?? undefined);
  const short = shortId(id);
  return {
    id,
    label: name === null ? short : `${name} (${short})`,
    aliases: [short],
    scope: { ...nowhere, partition: "aws", ...(account === undefined ? {} : { account }) },
    native: item.json,
    pointer: item.pointer,
  };
}

/** The item's own id and the item about it. Null, with a gap, where it has none. */
export function globalIdentity(
  raw: Item,
  word: Word,
  member = "Id",
): { readonly id: string; readonly item: Item } | null {
  const short = raw.text(member);
  if (short === null || shortId(short) === "") {
    raw.gap("unparsed", `${raw.draft.place.call} answered with an item that has no ${member}`);
    return null;
  }
  const id = globalArn(word, short);
  return { id, item: raw.about(id) };
}

/** Which zone an input asks about, by the member that names it. */
export function zoneAsked(member: string) {
  return (input: JsonObject, _place: Place): string | null => {
    const id = input[member];
    return typeof id === "string" && shortId(id) !== "" ? globalArn("hostedzone", id) : null;
  };
}
