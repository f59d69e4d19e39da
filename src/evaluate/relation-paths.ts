import { type Kind, RELATIONS } from "../model/index.js";

/** The kinds that one segment of a relation path leads to from nodes of a kind; empty where there is no such segment. */
export function targetsOf(kind: Kind, segment: string): readonly Kind[] {
  let bySegment = TARGETS.get(kind);
  if (bySegment === undefined) {
    bySegment = segmentsOf(kind);
    TARGETS.set(kind, bySegment);
  }
  return bySegment.get(segment) ?? [];
}

const TARGETS = new Map<Kind, ReadonlyMap<string, readonly Kind[]>>();

function segmentsOf(kind: Kind): Map<string, readonly Kind[]> {
  const found = new Map<string, Set<Kind>>();
  const add = (segment: string, kinds: readonly Kind[]) => {
    const known = found.get(segment) ?? new Set();
    for (const target of kinds) known.add(target);
    found.set(segment, known);
  };
  for (const row of RELATIONS) {
    if (row.from.includes(kind)) add(row.name, row.to);
    if (row.to.includes(kind)) add(row.inverse, row.from);
  }
  return new Map([...found].map(([segment, kinds]) => [segment, [...kinds].sort()]));
}
