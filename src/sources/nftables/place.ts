import { type Gap, hostId, idSegment } from "../../model/index.js";

/** Where a listing was taken; both are ids of the inventory. The host wins as the owner of the chains. */
export interface NftPlace {
  /** Path of the listing, relative; it is the `uri` of every provenance. */
  readonly path: string;
  readonly host?: string;
  readonly site?: string;
}

/** `nft:<host, else site, else path>`: the prefix of all that one listing holds. */
export function ownerId(place: NftPlace): string {
  return `nft:${idSegment(place.host ?? place.site ?? place.path)}`;
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
