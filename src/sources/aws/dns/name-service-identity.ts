import type { Item } from "../item.js";
import { partsOfArn } from "../names.js";
import { scopeOf } from "../place.js";
import { labelOf } from "../tags.js";

/** A namespace or service of Cloud Map; shared ones keep their owner's ARN. Null, with a gap, without one. */
export function nameServiceIdentity(raw: Item) {
  const [id, short] = [raw.text("Arn"), raw.text("Id")];
  const parts = partsOfArn(id ?? "");
  const { place } = raw.draft;
  if (id === null || short === null || parts === null) {
    raw.gap("unparsed", `${place.call} answered with an item that has no Arn or no Id`);
    return null;
  }
  const scope = scopeOf(place, parts.account, parts.region);
  const label = labelOf(short, raw.text("Name"));
  const base = { id, label, aliases: [short], scope, native: raw.json, pointer: raw.pointer };
  return { id, item: raw.about(id), base };
}

/** Whether an ARN is one of Cloud Map: other services answer with namespaces and services too. */
export function isCloudMap(first: { readonly [member: string]: unknown } | undefined): boolean {
  const arn = first?.["Arn"];
  return typeof arn === "string" && /^arn:[^:]*:servicediscovery:/.test(arn);
}
