/** Ids of the inventory's nodes. `sources/nftables` points at hosts and sites by the same ids. */
export function siteId(site: string): string {
  return `inventory:site/${segment(site)}`;
}

export function networkId(network: string): string {
  return `inventory:network/${segment(network)}`;
}

export function hostId(host: string): string {
  return `inventory:host/${segment(host)}`;
}

export function interfaceId(host: string, name: string): string {
  return `inventory:interface/${segment(host)}/${segment(name)}`;
}

/** Half a surrogate pair cannot be encoded, and is nobody's name. */
function segment(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, "\u{fffd}"));
}
