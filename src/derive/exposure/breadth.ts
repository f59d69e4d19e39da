import { type AddressSet, formatCidr, hasPublic, PUBLIC_SPACE } from "../../net/index.js";

/** How long a prefix may be before a block counts as the whole internet: more than one such block. */
export interface InternetPrefix {
  readonly ipv4: number;
  readonly ipv6: number;
}

/** What a set of peers amounts to. */
export interface Breadth {
  readonly breadth: "internet" | "public" | "private";
  readonly peers: string[];
  readonly morePeers: number;
  readonly publicPrefix: number | null;
}

const MOST_PEERS = 16;
const seen = new Map<string, Breadth>();
const MOST_SEEN = 50_000;

export function breadthOf(peers: AddressSet, internet: InternetPrefix): Breadth {
  const key = `${internet.ipv4}/${internet.ipv6} ${peers.ipv4.join()} ${peers.ipv6.join()}`;
  const known = seen.get(key);
  if (known !== undefined) return known;
  const found = judged(peers, internet);
  if (seen.size >= MOST_SEEN) seen.clear();
  seen.set(key, found);
  return found;
}

function judged(peers: AddressSet, internet: InternetPrefix): Breadth {
  const cidrs = peers.toCidrs();
  const open = peers.intersect(PUBLIC_SPACE);
  const { ipv4, ipv6 } = open.size();
  const wide = ipv4 > 2 ** (32 - internet.ipv4) || ipv6 > 1n << BigInt(128 - internet.ipv6);
  const blocks = cidrs.filter(hasPublic);
  return {
    breadth: wide ? "internet" : open.isEmpty() ? "private" : "public",
    peers: cidrs.slice(0, MOST_PEERS).map(formatCidr),
    morePeers: Math.max(0, cidrs.length - MOST_PEERS),
    publicPrefix:
      blocks.length === 0 ? null : blocks.reduce((least, { prefix }) => Math.min(least, prefix), 128),
  };
}
