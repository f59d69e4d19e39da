/** Id of a host of the inventory: the inventory makes the node, and listings taken on the host point at it. */
export function hostId(host: string): string {
  return `inventory:host/${idSegment(host)}`;
}

export function siteId(site: string): string {
  return `inventory:site/${idSegment(site)}`;
}

/** A name as one part of an id. Names are hostile: they may hold slashes, and half a surrogate pair cannot be encoded. */
export function idSegment(name: string): string {
  return encodeURIComponent(name.replace(/\p{Cs}/gu, "\u{fffd}"));
}
