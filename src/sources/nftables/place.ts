import type { Gap } from "../../model/index.js";

/** Where a listing was taken; both are ids of the inventory. The host wins as the owner of the chains. */
export interface NftPlace {
  /** Path of the listing, relative; it is the `uri` of every provenance. */
  readonly path: string;
  readonly host?: string;
  readonly site?: string;
}

/** Id of an inventory host or site; `sources/inventory` writes the same. */
export function hostId(host: string): string {
  return `inventory:host/${segment(host)}`;
}

export function siteId(site: string): string {
  return `inventory:site/${segment(site)}`;
}

/** `nft:<host, else site, else path>`: the prefix of all that one listing holds. */
export function ownerId(place: NftPlace): string {
  return `nft:${segment(place.host ?? place.site ?? place.path)}`;
}

/** Names of tables and chains may hold slashes (nft(8), identifiers), and listings are hostile. */
export function segment(name: string): string {
  return encodeURIComponent(name.replace(/\p{Cs}/gu, "\u{fffd}"));
}

/** What an unreadable listing hides: the nftables filters of its site, and those of its host. */
export function hidden({ host, site }: NftPlace): Gap["touches"] {
  return {
    kinds: ["filter", "rule"],
    types: ["nftables.chain", "nftables.hook", "nftables.rule"],
    nodes: host === undefined ? [] : [hostId(host)],
    ...(host === undefined ? {} : { relations: ["filters"] }),
    ...(site === undefined ? {} : { site }),
  };
}
