import { AddressSet, type Family, PortSet } from "../../net/index.js";

/** A part of the packets between two ends: those from these source ports, to these hosts, with these ICMP codes. */
export interface Box {
  readonly source: PortSet;
  /** The end that the filter guards. */
  readonly local: AddressSet;
  readonly code: PortSet;
}

/** Disjoint boxes; null is every packet. */
export type Packets = readonly Box[] | null;

const ALL_CODES = PortSet.ofRanges([{ from: 0, to: 255 }]);

export function wholeBox(family: Family): Box {
  return { source: PortSet.ALL, local: AddressSet.allOf(family), code: ALL_CODES };
}

function overlap(a: Box, b: Box): Box | null {
  const source = a.source.intersect(b.source);
  const local = a.local.intersect(b.local);
  const code = a.code.intersect(b.code);
  return source.isEmpty() || local.isEmpty() || code.isEmpty() ? null : { source, local, code };
}

/** Have the packets any in common with the box? */
export function meets(packets: Packets, box: Box | null): boolean {
  if (packets === null || box === null) return packets === null || packets.length > 0;
  return packets.some((each) => overlap(each, box) !== null);
}

/** The packets that are in the box. */
export function within(packets: Packets, box: Box): readonly Box[] {
  return packets === null ? [box] : packets.flatMap((each) => overlap(each, box) ?? []);
}

/** The packets that are not in the box; `whole` stands for every packet. */
export function outside(packets: Packets, box: Box, whole: Box): readonly Box[] {
  return (packets ?? [whole]).flatMap((each) => minus(each, box));
}

function minus(a: Box, b: Box): Box[] {
  const both = overlap(a, b);
  if (both === null) return [a];
  const { source, local, code } = both;
  return [
    { source: a.source.difference(source), local: a.local, code: a.code },
    { source, local: a.local.difference(local), code: a.code },
    { source, local, code: a.code.difference(code) },
  ].filter((box) => !(box.source.isEmpty() || box.local.isEmpty() || box.code.isEmpty()));
}
