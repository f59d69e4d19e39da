import {
  canonicalJson,
  type EstateNode,
  type Gap,
  gapOf,
  type Json,
  type Provenance,
  type Scope,
} from "../model/index.js";

/** A description of a node by one batch, with what decides whose word counts. */
interface Voice {
  readonly node: EstateNode;
  /** Seen by the account that owns it: what others see of a shared thing may be less, and older. */
  readonly own: boolean;
  readonly facts: number;
  readonly text: string;
}

interface Merged {
  readonly node: EstateNode;
  readonly conflicts: readonly Gap[];
  /** Where answers of one call tell its members differently: what only one of them tells of it is in doubt. */
  readonly rivals: readonly Provenance[];
}

type Members = Readonly<Record<string, unknown>>;

/** Called for every member on which two equally entitled descriptions disagree. */
type Dispute = (member: string, winner: Voice, loser: Voice) => void;

/**
 * Joins the descriptions that several batches gave of one node, whatever their order. The owner's
 * view goes before others', then the one with most facts, then the smaller canonical JSON. Members
 * that only one has are taken; where two differ the first wins and a `conflict` gap names both.
 */
export function mergeNodes(descriptions: readonly EstateNode[]): Merged {
  const voices = rank(descriptions);
  const [first] = voices;
  if (first === undefined) throw new Error("a node without a description");
  if (voices.length === 1) return { node: first.node, conflicts: [], rivals: [] };
  const conflicts: Gap[] = [];
  const rivals: Provenance[] = [];
  const dispute: Dispute = (member, winner, loser) => {
    if (winner.own === loser.own) conflicts.push(conflictOf(member, winner.node, loser.node));
  };
  const alike = voices.filter((voice) => {
    if (voice.node.kind === first.node.kind) return true;
    conflicts.push(conflictOf("kind", first.node, voice.node));
    return false;
  });
  for (const voice of alike) if (voice.node.type !== first.node.type) dispute("type", first, voice);
  const node: EstateNode = {
    id: first.node.id,
    kind: first.node.kind,
    type: first.node.type,
    label: labelOf(voices),
    aliases: [...new Set(voices.flatMap(({ node }) => node.aliases))].sort(byCodeUnit),
    scope: mergeMembers(voices, ({ scope }) => scope, dispute) as Scope,
    tags: mergeMembers(
      voices,
      ({ tags }) => tags,
      (_, winner, loser) => dispute("tags", winner, loser),
    ) as Record<string, string>,
    is: mergeMembers(alike, ({ is }) => is, dispute) as EstateNode["is"],
    native: mergeNative(alike, (member, winner, loser) => {
      rivals.push(winner.node.at, loser.node.at);
      dispute(member, winner, loser);
    }),
    at: placeOf(voices),
  };
  return { node, conflicts, rivals };
}

function rank(descriptions: readonly EstateNode[]): Voice[] {
  const voices = new Map<string, Voice>();
  for (const node of descriptions) {
    const text = canonicalJson(node);
    const own = node.at.account === node.scope.account;
    voices.set(text, { node, own, facts: Object.keys(node.is).length, text });
  }
  return [...voices.values()].sort(
    (a, b) => Number(b.own) - Number(a.own) || b.facts - a.facts || byCodeUnit(a.text, b.text),
  );
}

function mergeMembers(
  voices: readonly Voice[],
  part: (node: EstateNode) => object,
  dispute: Dispute,
): object {
  const members = new Map<string, { value: unknown; voice: Voice }>();
  for (const voice of voices) {
    for (const [name, value] of Object.entries(part(voice.node) as Members)) {
      const held = members.get(name);
      if (held === undefined) members.set(name, { value, voice });
      else if (!same(held.value, value)) dispute(name, held.voice, voice);
    }
  }
  return Object.fromEntries([...members].map(([name, { value }]) => [name, value]));
}

/** Two calls show one thing in two shapes; only answers of the same call can contradict each other. */
function mergeNative(voices: readonly Voice[], dispute: Dispute): EstateNode["native"] {
  const sameCall: Dispute = (member, winner, loser) => {
    if (winner.node.at.call === loser.node.at.call) dispute(`native.${member}`, winner, loser);
  };
  return mergeMembers(voices, ({ native }) => native, sameCall) as Record<string, Json>;
}

/** The first label that is more than an id. */
function labelOf(voices: readonly Voice[]): string {
  const labels = voices.map(({ node }) => node.label);
  const telling = voices.find(({ node }) => node.label !== node.id && !node.aliases.includes(node.label));
  return telling?.node.label ?? labels[0] ?? "";
}

/** A place that names the provider's own id of the thing, e.g. sgr-0123, is the one to quote. */
function placeOf(voices: readonly Voice[]): Provenance {
  const named = voices.find(({ node }) => node.at.id !== undefined);
  const at = (named ?? voices[0])?.node.at;
  if (at === undefined) throw new Error("a node without a place");
  return at;
}

function conflictOf(member: string, winner: EstateNode, loser: EstateNode): Gap {
  return gapOf({
    reason: "conflict",
    message: `${member} of ${winner.label} is told differently by ${describe(winner.at)} and ${describe(loser.at)}`,
    at: winner.at,
    touches: { nodes: [winner.id], facts: [member] },
  });
}

function describe(at: Provenance): string {
  const line = at.line === undefined ? "" : `:${at.line}`;
  return `${at.uri}${line}${at.pointer === undefined ? "" : `#${at.pointer}`}`;
}

function same(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === "object" && typeof b === "object" && canonicalJson(a) === canonicalJson(b));
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
