import { KINDS, type Kind, RELATIONS, type RelationRow } from "../model/index.js";

/** A path segment as seen from one kind: the row of RELATIONS and which way it is walked. */
export interface Segment {
  readonly row: number;
  readonly relation: RelationRow;
  readonly forward: boolean;
}

const NUMBERS: ReadonlyMap<string, number> = new Map(KINDS.map((kind, index) => [kind, index]));

/** The place of a kind in the vocabulary; -1 for none of it. */
export function kindNumber(kind: Kind): number {
  return NUMBERS.get(kind) ?? -1;
}

const BY_KIND = new Map<Kind, Map<string, Segment>>(KINDS.map((kind) => [kind, new Map()]));

RELATIONS.forEach((relation, row) => {
  for (const kind of relation.to) BY_KIND.get(kind)?.set(relation.inverse, { row, relation, forward: false });
});
// Second, so that a relation's own name wins over an equally named inverse.
RELATIONS.forEach((relation, row) => {
  for (const kind of relation.from) BY_KIND.get(kind)?.set(relation.name, { row, relation, forward: true });
});

/** The segment of that name at that kind; undefined where the kind has none. */
export function segmentOf(kind: Kind, name: string): Segment | undefined {
  return BY_KIND.get(kind)?.get(name);
}

/** The row by which an edge of this name leaves a node of this kind; -1 where RELATIONS has none. */
export function rowFrom(kind: Kind, name: string): number {
  const segment = segmentOf(kind, name);
  return segment?.forward === true ? segment.row : -1;
}

export function rowOf(name: string, from: Kind, to: Kind): number {
  return RELATIONS.findIndex((row) => row.name === name && row.from.includes(from) && row.to.includes(to));
}

/** A set of kinds: 1 at the number of each that is in it. */
export type KindSet = Uint8Array;

export function kindSet(kinds: readonly Kind[]): KindSet {
  const set = new Uint8Array(KINDS.length);
  for (const kind of kinds) set[KINDS.indexOf(kind)] = 1;
  return set;
}

export const ANY_KIND: KindSet = kindSet(KINDS);

/** By row: the kinds that an edge may point at. */
export const TARGETS: readonly KindSet[] = RELATIONS.map((row) => kindSet(row.to));
