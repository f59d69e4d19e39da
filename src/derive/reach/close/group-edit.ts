import type { EstateNode, PeerTerms, RuleEdit, RuleTerms } from "../../../model/index.js";
import type { PacketSet } from "../../../net/index.js";
import type { Clause } from "../clauses.js";
import { asRule, servicesIn } from "./aim.js";
import { type Desk, type Draft, editedAt } from "./draft.js";
import { keptOf } from "./kept-at.js";
import { admittedBy, type OwnPeer, rewritten } from "./rewritten.js";
import { ruleChanges, ruleIdOf } from "./rule-nodes.js";
import { clauseOf, type Site } from "./site.js";

/** `exact`: nothing but what is to be closed, in few rules or in many; `coarse`: its services, whoever the other end is. */
export type Manner = "exact" | "many" | "coarse";

/** More rules than what is required takes: a long list of blocks hides what a group is for, and it holds 60 (VPC quotas). */
const MOST_PARTS: Readonly<Record<Manner, number>> = { exact: 8, many: 40, coarse: 40 };

/** The rule without what is to be closed; undefined where nothing of it may go, or too many rules would be left. */
export function groupEdit(desk: Desk, site: Site, manner: Manner): Draft | undefined {
  const { space } = desk.fabric;
  const clause = clauseOf(desk.fabric, site);
  const node = desk.fabric.graph.node(site.key) as EstateNode<"rule"> | undefined;
  if (clause === undefined || node === undefined || clause.action !== "allow") return undefined;
  const all = asRule(space, clause.match, site.direction);
  const keep = keptOf(desk, site, clause);
  const was = termsOf(node);
  if (was === undefined || space.covers(keep, site.closed)) return undefined;
  const closed = manner === "coarse" ? space.intersect(servicesIn(space, site.closed), all) : site.closed;
  const away = space.difference(closed, keep);
  const own: OwnPeer = { peer: was.peer, set: space.addresses(all, "source") };
  const becomes = partsOf(desk, { rest: space.difference(all, away), keep, own, clause });
  if (becomes === undefined) return undefined;
  const required = rewritten(space, space.intersect(keep, closed), own).length;
  if (becomes.length > required + MOST_PARTS[manner]) return undefined;
  const taken = space.difference(all, admittedBy(space, becomes, own));
  const { id, label, at } = clause;
  const edit: RuleEdit = {
    ...editedAt(desk, site, taken),
    kind: "group-rule",
    rule: { id, label, at },
    ruleId: ruleIdIn(node),
    description: node.is.description ?? null,
    ...{ was, becomes },
  };
  const changes = ruleChanges(desk.fabric.graph, node, { filter: site.filter, becomes });
  return { key: site.key, edit, taken, changes, writes: becomes.map((terms) => ruleIdOf(site, terms)) };
}

interface Parts {
  readonly rest: PacketSet;
  readonly keep: PacketSet;
  readonly own: OwnPeer;
  readonly clause: Clause;
}

/** What stays, in rules; never more than stood there, and all that is required. */
function partsOf(desk: Desk, { rest, keep, own, clause }: Parts): RuleTerms[] | undefined {
  const { space } = desk.fabric;
  const parts = rewritten(space, rest, own);
  const missing = space.difference(keep, admittedBy(space, parts, own));
  if (!space.isEmpty(missing)) parts.push(...rewritten(space, missing, own));
  const admitted = admittedBy(space, parts, own);
  const blocks = parts.some(({ peer }) => peer !== own.peer);
  // Blocks in the place of a list that was not read may admit others than the list does.
  if (!clause.sure && blocks) return undefined;
  return space.covers(admitted, keep) && space.covers(rest, admitted) ? parts : undefined;
}

function ruleIdIn({ at, aliases }: EstateNode<"rule">): string | null {
  return [at.id ?? "", ...aliases].find((name) => /^sgr-/.test(name)) ?? null;
}

/** The rule as it stands; undefined where it says more than such a rule can. */
function termsOf({ is, native, scope }: EstateNode<"rule">): RuleTerms | undefined {
  const [peer] = is.peers ?? [];
  const [protocol = null] = is.protocols ?? [];
  const [ports = null] = is.ports ?? [];
  const single = is.peers?.length === 1 && (is.protocols ?? []).length <= 1 && (is.ports ?? []).length <= 1;
  if (!single || peer === undefined) return undefined;
  const icmp = is.icmp?.type == null ? null : { type: is.icmp.type, code: is.icmp.code };
  const told = peerOf(peer, { native, account: scope.account });
  return told === undefined ? undefined : { protocol, ports, icmp, peer: told };
}

type Peer = NonNullable<EstateNode<"rule">["is"]["peers"]>[number];

function peerOf(
  peer: Peer,
  { native, account }: { native: EstateNode["native"]; account: string | undefined },
): PeerTerms | undefined {
  if ("cidr" in peer && !("home" in peer)) return { cidr: peer.cidr };
  if ("prefixList" in peer) return { prefixList: peer.prefixList };
  if (!("filter" in peer)) return undefined;
  const user = /"UserId":"(\d{12})"/.exec(JSON.stringify(native))?.[1];
  return { group: peer.filter, ...(user === undefined || user === account ? {} : { account: user }) };
}
