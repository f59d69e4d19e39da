import type { Address } from "./address.js";
import { AddressSet } from "./address-set.js";
import { type Cidr, parseCidr } from "./cidr.js";
import { cidrRange } from "./range.js";
import { IPV4_SPECIAL, IPV6_SPECIAL, type Purpose, type SpecialBlock } from "./special-purpose.js";

const COUNTS_AS_PUBLIC: readonly Purpose[] = ["global", "documentation"];

/**
 * Every address that may belong to somebody outside the organization: what the IANA special-purpose
 * registries do not take out of global reach. The documentation blocks (192.0.2.0/24, 198.51.100.0/24,
 * 203.0.113.0/24, 2001:db8::/32, 3fff::/20) count as public: they are nobody's private space, stand for
 * public addresses wherever they are written, and a rule that admits them admits a stranger. Private,
 * shared, unique-local, loopback, link-local, benchmarking, multicast and reserved space does not.
 */
export const PUBLIC_SPACE: AddressSet = withRows(AddressSet.ALL, [...IPV4_SPECIAL, ...IPV6_SPECIAL]);

/** Is the address public in the sense of PUBLIC_SPACE? */
export function isPublic(address: Address): boolean {
  return PUBLIC_SPACE.contains(address);
}

/** Does the block hold any public address? */
export function hasPublic(cidr: Cidr): boolean {
  return PUBLIC_SPACE.overlaps(AddressSet.ofRange(cidrRange(cidr)));
}

/** Lays the rows over each other, wider blocks first, so that the most specific row decides. */
function withRows(start: AddressSet, rows: readonly SpecialBlock[]): AddressSet {
  return rows
    .map(([text, purpose]) => ({ cidr: blockOf(text), purpose }))
    .sort((a, b) => a.cidr.prefix - b.cidr.prefix)
    .reduce((space, { cidr, purpose }) => {
      const block = AddressSet.ofCidr(cidr);
      return COUNTS_AS_PUBLIC.includes(purpose) ? space.union(block) : space.difference(block);
    }, start);
}

function blockOf(text: string): Cidr {
  const cidr = parseCidr(text);
  if (cidr === null) throw new Error(`not a block in the special-purpose table: ${text}`);
  return cidr;
}
