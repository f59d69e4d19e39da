import type { AclStep, EstateNode, RuleTerms } from "../../../model/index.js";
import { FAMILIES, type PacketSet, type PacketSpace } from "../../../net/index.js";
import type { Clause } from "../clauses.js";
import { aclChanges } from "./acl-changes.js";
import { type Entry, stepsAhead } from "./acl-numbers.js";
import { asRule } from "./aim.js";
import { type Desk, type Draft, editedAt } from "./draft.js";
import { keptBy } from "./kept-at.js";
import { admittedBy, anybody, rewritten } from "./rewritten.js";
import type { Site } from "./site.js";

/**
 * Entries of a network ACL that refuse what is to be closed: the one that admits it taken back, where there is no
 * other; else entries ahead of it, what is required first. An ACL judges its whole subnets.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html
 */
export function aclEdit(desk: Desk, site: Site): Draft | undefined {
  const { fabric } = desk;
  const { space } = fabric;
  const { permit, maybe } = fabric.filters.pass(site.filter, site.direction, "new");
  const open = asRule(space, space.union(permit, maybe), site.direction);
  const keep = keptBy(desk, site);
  const away = space.intersect(space.difference(site.closed, keep), open);
  const clauses = fabric.filters.rules(site.filter, site.direction);
  const admits = clauses.filter(
    ({ action, match }) => action === "allow" && space.overlaps(asRule(space, match, site.direction), away),
  );
  const [first] = admits;
  if (space.isEmpty(away) || first === undefined) return undefined;
  const entries = clauses.flatMap((clause) => entryOf(fabric.graph.node(clause.id)) ?? []);
  if (entries.length < clauses.length) return undefined;
  const steps =
    (admits.length === 1
      ? takenBack(space, entries, { clause: first, away, direction: site.direction })
      : undefined) ?? refusedAhead(space, entries, { site, keep, before: numberOf(desk, first) });
  if (steps === undefined) return undefined;
  const edit = {
    ...editedAt(desk, site, away),
    kind: "acl-entries" as const,
    rule: { id: first.id, label: first.label, at: first.at },
    steps,
  };
  const changes = aclChanges(fabric.graph, site, steps);
  return { key: site.key, edit, taken: away, changes, writes: [] };
}

function numberOf({ fabric }: Desk, { id }: Clause): number {
  return (fabric.graph.node(id) as EstateNode<"rule">).is.order ?? 0;
}

/** An entry as its provider has it; undefined where it says more. */
function entryOf(node: EstateNode | undefined): Entry | undefined {
  const { order, action, protocols, ports, icmp, peers } = (node as EstateNode<"rule"> | undefined)?.is ?? {};
  const [peer] = peers ?? [];
  if (order == null || (action !== "allow" && action !== "deny")) return undefined;
  if (peer === undefined || !("cidr" in peer) || peers?.length !== 1) return undefined;
  const [protocol = null] = protocols ?? [];
  const type = icmp?.type ?? null;
  const terms = {
    ...{ protocol, ports: ports?.[0] ?? null, cidr: peer.cidr },
    icmp: type === null ? null : { type, code: icmp?.code ?? null },
  };
  return { number: order, action, terms };
}

interface Back {
  readonly clause: Clause;
  readonly away: PacketSet;
  readonly direction: Site["direction"];
}

/** The one entry that admits it deleted, or written over with what stays where that is one entry. */
function takenBack(space: PacketSpace, entries: readonly Entry[], back: Back): AclStep[] | undefined {
  const { clause, away, direction } = back;
  const entry = entries.find(({ number }) => clause.id.endsWith(`/${number}`));
  if (entry === undefined) return undefined;
  const match = asRule(space, clause.match, direction);
  const own = { peer: { cidr: entry.terms.cidr }, set: space.addresses(match, "source") };
  const rest = space.difference(match, away);
  const parts = rewritten(space, rest, own);
  const [part, ...more] = parts;
  if (more.length > 0 || !space.covers(admittedBy(space, parts, own), rest)) return undefined;
  if (part === undefined) return [{ deed: "delete", ...entry }];
  return [{ deed: "replace", ...entry, terms: flat(part) }];
}

function flat({ peer, ...terms }: RuleTerms): Entry["terms"] {
  return { ...terms, cidr: "cidr" in peer ? peer.cidr : "" };
}

interface Refusing {
  readonly site: Site;
  readonly keep: PacketSet;
  readonly before: number;
}

/** Refusals ahead of an entry: of exactly what goes, or of all that is asked after what is required was let in. */
function refusedAhead(
  space: PacketSpace,
  entries: readonly Entry[],
  { site, keep, before }: Refusing,
): AclStep[] | undefined {
  const exact = entriesFor(space, space.difference(site.closed, keep), "deny");
  const all = entriesFor(space, site.closed, "deny");
  const kept = entriesFor(space, space.intersect(site.closed, keep), "allow");
  const both = all === undefined || kept === undefined ? undefined : [...kept, ...all];
  const [best] = [exact, both].filter((some) => some !== undefined).sort((a, b) => a.length - b.length);
  if (best === undefined) return undefined;
  return stepsAhead(entries, best, before);
}

/** A set as entries; undefined where they would not be all of it. */
function entriesFor(
  space: PacketSpace,
  set: PacketSet,
  action: Entry["action"],
): Omit<Entry, "number">[] | undefined {
  const out: Omit<Entry, "number">[] = [];
  for (const family of FAMILIES) {
    const own = anybody(family);
    const part = space.intersect(set, space.box({ family }));
    const parts = rewritten(space, part, own);
    const stranger = space.box({ family, protocols: [family === "ipv4" ? 58 : 1] });
    if (!space.covers(space.union(admittedBy(space, parts, own), stranger), part)) return undefined;
    out.push(...parts.map((terms) => ({ action, terms: flat(terms) })));
  }
  return out;
}
