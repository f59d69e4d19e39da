import type { JsonObject } from "../../../model/index.js";
import type { Item } from "../item.js";
import { partsOfArn } from "../names.js";
import { type Place, scopeOf } from "../place.js";
import { tagsOf } from "../tags.js";

/** The answer's own thing and its id. Null, with a gap, where it has none. */
export function byFirewallArn(item: Item | null, member: string) {
  const id = item?.text(member) ?? null;
  const parts = id === null ? null : partsOfArn(id);
  if (item === null || id === null || parts === null) {
    item?.gap("unparsed", `${item.draft.place.call} answered with an item that has no ${member}`);
    return null;
  }
  const { account, region } = parts;
  const { place } = item.draft;
  return { id, item: item.about(id), scope: scopeOf(place, account, region), tags: tagsOf(item) };
}

interface Words {
  /** Member that holds the ARN, in the input. */
  readonly arn: string;
  /** Member that holds the name, in the input. */
  readonly name: string;
  /** Member of the answer that holds the ARN's own. */
  readonly whole?: string;
  /** Resource word of the ARN, for names; null where the input does not tell. */
  word(input: JsonObject): string | null;
}

/** Which node an input asks about, by ARN or name, or a whole answer tells of. */
export function askedAbout({ arn, name, whole, word }: Words) {
  return (input: JsonObject, place: Place): string | null => {
    const own = whole === undefined ? null : input[whole];
    const inner = typeof own === "object" && own !== null && !Array.isArray(own) ? own[arn] : undefined;
    const told = input[arn] ?? inner;
    if (typeof told === "string") return told;
    const named = input[name];
    const kind = word(input);
    if (typeof named !== "string" || kind === null) return null;
    const { partition, region = "", account = "" } = place;
    return `arn:${partition}:network-firewall:${region}:${account}:${kind}/${named}`;
  };
}

/** Asks by the ARN that an item of a list has. */
export function byListedArn(listed: string, asked: string) {
  return (item: Item): JsonObject | null => {
    const arn = item.text(listed);
    return arn === null ? null : { [asked]: arn };
  };
}
