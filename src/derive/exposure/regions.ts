import { AddressSet, type Family } from "../../net/index.js";
import { type Box, outside, type Packets, wholeBox, within } from "./box.js";

/** Peers of one family, and which of their packets are still on their way. */
export interface Region {
  readonly peers: AddressSet;
  /** The peers that only other filters know are among them. */
  readonly members: boolean;
  readonly packets: Packets;
}

/** What is taken out of regions: the packets in the box of these peers. */
export interface Cut {
  readonly peers: AddressSet;
  readonly box: Box | null;
}

export interface Parts {
  readonly inside: readonly Region[];
  readonly outside: readonly Region[];
}

/** Parts beyond these are merged or dropped, to the safe side of the bound. */
const MOST_REGIONS = 16;
const MOST_BOXES = 32;

/** Cuts regions of one family; remembers where it had to be less than exact. */
export class Cutter {
  /** Set once a result is a bound, not exact. */
  blurred = false;
  private readonly everyone: AddressSet;
  private readonly whole: Box;

  constructor(
    family: Family,
    private readonly bound: "certain" | "possible",
  ) {
    this.everyone = AddressSet.allOf(family);
    this.whole = wholeBox(family);
  }

  cut(regions: readonly Region[], { peers, box }: Cut): Parts {
    if (peers.isEmpty()) return { inside: [], outside: regions };
    const parts = { inside: [] as Region[], outside: [] as Region[] };
    for (const region of regions) this.part(region, { peers, box }, parts);
    return { inside: parts.inside, outside: this.few(parts.outside) };
  }

  private part(region: Region, { peers, box }: Cut, parts: { inside: Region[]; outside: Region[] }): void {
    const met = both(region.peers, peers, this.everyone);
    if (met.isEmpty()) {
      parts.outside.push(region);
      return;
    }
    const rest = met === region.peers ? AddressSet.NONE : region.peers.difference(met);
    const members = region.members && peers.covers(this.everyone);
    if (!rest.isEmpty())
      parts.outside.push({ peers: rest, members: region.members && !members, packets: region.packets });
    if (box === null) {
      parts.inside.push({ peers: met, members, packets: region.packets });
      return;
    }
    const taken = within(region.packets, box);
    const left = this.fewBoxes(outside(region.packets, box, this.whole), region.packets);
    if (taken.length > 0) parts.inside.push({ peers: met, members, packets: taken });
    if (left === null || left.length > 0) parts.outside.push({ peers: met, members, packets: left });
  }

  private fewBoxes(boxes: readonly Box[], before: Packets): Packets {
    if (boxes.length <= MOST_BOXES) return boxes;
    this.blurred = true;
    return this.bound === "possible" ? before : boxes.slice(0, MOST_BOXES / 2);
  }

  /** Joins regions with equal packets; where there are still too many, keeps what all or any of them have. */
  private few(regions: readonly Region[]): readonly Region[] {
    if (regions.length < 2) return regions;
    const joined: Region[] = [];
    for (const region of regions) {
      const twin = joined.findIndex(({ packets }) => packets === region.packets);
      const other = joined[twin];
      if (other === undefined) joined.push(region);
      else joined[twin] = union(other, region, other.packets);
    }
    if (joined.length <= MOST_REGIONS) return joined;
    this.blurred = true;
    const plain = joined.filter(({ packets }) => packets === null);
    const cut = joined.filter(({ packets }) => packets !== null);
    return [...plain, ...cut.slice(1).reduce((merged, region) => this.blur(merged, region), cut.slice(0, 1))];
  }

  private blur([merged]: readonly Region[], region: Region): Region[] {
    if (merged === undefined) return [region];
    const [a, b] = [merged.packets ?? [this.whole], region.packets ?? [this.whole]];
    const shared = this.fewBoxes(
      b.flatMap((box) => within(a, box)),
      null,
    );
    const packets = this.bound === "possible" ? null : shared;
    return packets !== null && packets.length === 0 ? [] : [union(merged, region, packets)];
  }
}

function union(a: Region, b: Region, packets: Packets): Region {
  return { peers: a.peers.union(b.peers), members: a.members || b.members, packets };
}

/** The intersection; where one is everyone, the other itself, so that equal sets stay one object. */
export function both(a: AddressSet, b: AddressSet, everyone: AddressSet): AddressSet {
  return a === everyone ? b : b === everyone ? a : a.intersect(b);
}
