import type { Item } from "../item.js";
import { scopeOf } from "../place.js";
import { withoutSecrets } from "../secrets.js";
import { nameIn } from "./name.js";

/** A registered name: there is one in the world, and no ARN for it. Null, with a gap, where none is told. */
export function domainIdentity(raw: Item) {
  const name = nameIn(raw, "DomainName");
  if (name === null) {
    if (!raw.text("DomainName"))
      raw.gap("unparsed", `${raw.draft.place.call} answered with a domain that has no DomainName`);
    return null;
  }
  const id = domainId(name);
  const { region: _asked, ...scope } = scopeOf(raw.draft.place);
  const base = {
    id,
    kind: "domain",
    type: "aws.domain",
    label: name.slice(0, -1),
    scope,
    // Registrars tell who and where the owner is.
    native: withoutSecrets(raw.json),
    pointer: raw.pointer,
  } as const;
  return { name, item: raw.about(id), base };
}

/** @param name in its one text */
export function domainId(name: string): string {
  return `aws:domain:${name}`;
}
