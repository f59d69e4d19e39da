import type { Item } from "../item.js";
import { partsOfArn } from "../names.js";
import type { Place } from "../place.js";
import { globalScope } from "./iam-identity.js";

/**
 * By which an account's own view of its organization is named, so that what one account was not told of it says
 * nothing of what another was told: members may describe their organization, and list nothing of it.
 */
export function organizationSeenBy({ account = "" }: Place): string {
  return `aws:organization:${account}`;
}

/** The organization that an ARN of it names: `arn:aws:organizations::111122223333:ou/o-a/ou-a-b`. Null for others. */
export function organizationIn(arn: string | null): string | null {
  const match = /^(arn:[a-z-]+:organizations::\d{12}):[a-z]+\/(o-[a-z0-9]+)(?:\/|$)/.exec(arn ?? "");
  return match === null ? null : `${match[1]}:organization/${match[2]}`;
}

/** A thing of an organization and its ids. Null, with a gap, where it has none. */
export function organizationThing(raw: Item) {
  const [id, short] = [raw.text("Arn") ?? "", raw.text("Id")];
  if (partsOfArn(id) === null || short === null) {
    raw.gap("unparsed", `${raw.draft.place.call} answered with an item that has no Arn and Id`);
    return null;
  }
  const item = raw.about(id);
  const name = item.text("Name") ?? short;
  const known = { id, aliases: [short], scope: globalScope(id), native: item.json, pointer: item.pointer };
  return { id, short, item, name, base: { ...known, label: name } };
}
