import { type EstateNode, type Gap, gapOf, type Provenance } from "../model/index.js";
import type { Draft } from "./draft.js";

/** A node that answers of one call tell differently. */
export interface Rivalry {
  readonly name: number;
  readonly label: string;
  /** Where they tell it; what stands inside one of these places belongs to the node. */
  readonly places: readonly Provenance[];
}

/**
 * Parts of a node, such as rules of a group, that one answer tells and another leaves out although it tells the node
 * too: a `conflict` each. What all of them tell is in no doubt.
 */
export function toldByOne(draft: Draft, rivalries: readonly Rivalry[]): Gap[] {
  if (rivalries.length === 0) return [];
  const byName = new Map(rivalries.map((rivalry) => [rivalry.name, rivalry]));
  const gaps = new Map<string, Gap>();
  for (let edge = 0; edge < draft.from.length; edge++) {
    const rivalry = byName.get(draft.to.at(edge));
    const gap = rivalry === undefined ? undefined : disputed(draft, draft.from.at(edge), rivalry);
    if (gap !== undefined) gaps.set(gap.id, gap);
  }
  return [...gaps.values()];
}

function disputed(draft: Draft, name: number, { label, places }: Rivalry): Gap | undefined {
  const parts = descriptionsOf(draft, name);
  const tells = (place: Provenance) => parts.find(({ at }) => isInside(at, place));
  const silent = places.filter((place) => tells(place) === undefined);
  const [first] = places.flatMap((place) => tells(place) ?? []).sort((a, b) => compare(a.at, b.at));
  const [other] = silent.sort(compare);
  if (first === undefined || other === undefined) return undefined;
  return gapOf({
    reason: "conflict",
    message: `${first.label} is told by ${textOf(first.at)}, and not by ${textOf(other)}, which tells ${label} too`,
    at: first.at,
    touches: { nodes: [first.id] },
  });
}

function descriptionsOf(draft: Draft, name: number): EstateNode[] {
  const found: EstateNode[] = [];
  const last = name < draft.described.length ? draft.described.at(name) : -1;
  for (let index = last; index >= 0; index = draft.previous.at(index))
    found.push(draft.ground.store.get(draft.handle.at(index)) as EstateNode);
  return found;
}

function isInside({ uri, pointer }: Provenance, place: Provenance): boolean {
  return uri === place.uri && pointer?.startsWith(`${place.pointer ?? ""}/`) === true;
}

function textOf({ uri, pointer = "" }: Provenance): string {
  return `${uri}#${pointer}`;
}

function compare(a: Provenance, b: Provenance): number {
  const [one, other] = [textOf(a), textOf(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}
