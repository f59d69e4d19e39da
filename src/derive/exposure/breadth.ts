import { AddressSet, type Cidr, formatCidr, hasPublic, PUBLIC_SPACE } from "../../net/index.js";

/** Prefix lengths; a set that holds more public addresses than one such block is the internet. */
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

/** Judges sets of peers; a set that is met again, like a block that many rules name, is judged once. */
export class BreadthBook {
  private readonly known = new WeakMap<AddressSet, Breadth>();

  constructor(private readonly internet: InternetPrefix) {}

  of(peers: AddressSet): Breadth {
    const known = this.known.get(peers);
    if (known !== undefined) return known;
    const found = this.judged(peers);
    this.known.set(peers, found);
    return found;
  }

  private judged(peers: AddressSet): Breadth {
    const open = peers.intersect(PUBLIC_SPACE);
    const { ipv4, ipv6 } = open.size();
    const wide = ipv4 > 2 ** (32 - this.internet.ipv4) || ipv6 > 1n << BigInt(128 - this.internet.ipv6);
    return {
      breadth: wide ? "internet" : open.isEmpty() ? "private" : "public",
      peers: peers.toCidrs(MOST_PEERS).map(formatCidr),
      morePeers: Math.max(0, peers.countCidrs() - MOST_PEERS),
      publicPrefix: open.isEmpty() ? null : largestPublic(peers),
    };
  }
}

/** The shortest prefix of a block of the set that holds a public address. */
function largestPublic(peers: AddressSet): number | null {
  let least: number | null = null;
  for (const range of peers.ranges()) {
    const size = BigInt(range.to) - BigInt(range.from) + 1n;
    const width = range.family === "ipv4" ? 32 : 128;
    // A range this small has no larger block.
    if (least !== null && size <= 1n << BigInt(width - least)) continue;
    const blocks = AddressSet.ofRange(range).toCidrs().filter(hasPublic);
    least = blocks.reduce((best: number | null, { prefix }: Cidr) => Math.min(best ?? 128, prefix), least);
  }
  return least;
}
