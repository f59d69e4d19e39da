import { type Family, formatAddress, formatCidr, parseAddress, parseCidr } from "../../net/index.js";
import type { Item } from "./item.js";

/**
 * Members that hold one family alone. One of the other family in them is no reading matter: whom such a rule
 * means nobody can say (API_IpRange, API_NetworkAclEntry, API_NetworkInterface).
 */
const FAMILIES: ReadonlyMap<string, Family> = new Map([
  ["CidrIp", "ipv4"],
  ["CidrIpv4", "ipv4"],
  ["CidrBlock", "ipv4"],
  ["PrivateIpAddress", "ipv4"],
  ["CidrIpv6", "ipv6"],
  ["Ipv6CidrBlock", "ipv6"],
  ["DestinationIpv6CidrBlock", "ipv6"],
  ["Ipv6Address", "ipv6"],
]);

/**
 * A member that holds a CIDR block, canonical; null where it is absent, with a gap where it is none, or none of
 * the family that the member is for.
 */
export function blockOf(item: Item, name: string, family = FAMILIES.get(name)): string | null {
  const text = item.text(name);
  if (text === null) return null;
  const cidr = parseCidr(text);
  if (cidr !== null && (family ?? cidr.family) === cidr.family) return formatCidr(cidr);
  const wanted = cidr === null || family === undefined ? "a CIDR block" : `a block of ${family}`;
  item.gap(
    "unparsed",
    `${item.draft.place.call} answered with a ${name} that is not ${wanted}: ${quoted(text)}`,
  );
  return null;
}

/** A member that holds one address, canonical; like `blockOf`. */
export function addressOf(item: Item, name: string): string | null {
  const text = item.text(name);
  if (text === null || text === "") return null;
  const address = parseAddress(text);
  const family = FAMILIES.get(name);
  if (address !== null && (family ?? address.family) === address.family) return formatAddress(address);
  item.gap(
    "unparsed",
    `${item.draft.place.call} answered with a ${name} that is not an address: ${quoted(text)}`,
  );
  return null;
}

/** Distinct texts, sorted; absent ones left out. */
export function sortedTexts(texts: readonly (string | null)[]): string[] {
  return [...new Set(texts.filter((text) => text !== null))].sort();
}

/** Collected text in a sentence: quoted, without control characters, not endless. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}…` : text);
}
