import { idSegment } from "../../model/index.js";

/** Where a named.conf was taken; both are ids of the inventory. */
export interface BindPlace {
  /** Path of the file, relative; it is the `uri` of every provenance. */
  readonly path: string;
  readonly host?: string;
  readonly site?: string;
}

/** `bind:<host, else site, else path>`: the prefix of all that one server holds. */
export function ownerId({ host, site, path }: BindPlace): string {
  return `bind:${idSegment(host ?? site ?? path)}`;
}
