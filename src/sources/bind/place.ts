/** Where a named.conf was taken; both are ids of the inventory. */
export interface BindPlace {
  /** Path of the file, relative; it is the `uri` of every provenance. */
  readonly path: string;
  readonly host?: string;
  readonly site?: string;
}

/** Ids of inventory hosts and sites; `sources/inventory` writes the same. */
export function hostId(host: string): string {
  return `inventory:host/${segment(host)}`;
}

export function siteId(site: string): string {
  return `inventory:site/${segment(site)}`;
}

/** `bind:<host, else site, else path>`: the prefix of all that one server holds. */
export function ownerId({ host, site, path }: BindPlace): string {
  return `bind:${segment(host ?? site ?? path)}`;
}

export function segment(name: string): string {
  return encodeURIComponent(name.replace(/\p{Cs}/gu, "\u{fffd}"));
}
