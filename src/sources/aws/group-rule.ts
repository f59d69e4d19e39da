import type { Peer } from "../../model/index.js";
import { quoted } from "./block.js";
import type { Item } from "./item.js";
import { isAccount } from "./names.js";
import { scopeOf } from "./place.js";
import { describeTraffic, protocolOf, trafficOf } from "./protocol.js";
import { labelOf, tagsOf } from "./tags.js";

/** The one other end of a rule of a security group. */
export interface RulePeer {
  /** Canonical CIDR, prefix list or group id: the last part of the rule's id. */
  readonly text: string;
  readonly peer: Peer;
  readonly family: "ipv4" | "ipv6" | null;
  readonly relation?: "prefix_lists" | "peer_filters";
  /** Account of a referenced group, where it is another one. */
  readonly account?: string | null;
}

/** A rule of a security group, whichever call told it. */
export interface GroupRule {
  readonly group: { readonly id: string; readonly short: string; readonly owner: string | undefined };
  readonly direction: "ingress" | "egress";
  /** Holds IpProtocol, FromPort and ToPort. */
  readonly traffic: Item;
  readonly peer: RulePeer;
  /** The item that is the rule itself, for its place, description and tags. */
  readonly source: Item;
  readonly native: Item["json"];
  readonly sgr: string | null;
}

/**
 * Adds a rule under an id made of its content, so that it is one node whether it was read from the
 * group's permissions, from the list of rules, or from a plan.
 */
export function addGroupRule(rule: GroupRule): void {
  const { group, direction, traffic: item, peer, source } = rule;
  const { draft } = source;
  const spelled = item.text("IpProtocol") ?? "";
  const protocol = protocolOf(spelled);
  if (protocol === null) {
    source.gap("unparsed", `A rule of ${group.short} has a protocol that cannot be read: ${quoted(spelled)}`);
    return;
  }
  const traffic = trafficOf(protocol, item.int("FromPort"), item.int("ToPort"));
  if (traffic === null) {
    source.gap("unparsed", `A rule of ${group.short} has a port range that cannot be read`);
    return;
  }
  const { protocols, ports, icmp } = traffic;
  const way = direction === "ingress" ? "from" : "to";
  const description = source.text("Description");
  const id = draft.node({
    id: `${group.id}#${direction}/${traffic.spelled}/${peer.text}`,
    kind: "rule",
    type: "aws.security-group-rule",
    label: `${group.short}: ${direction} ${describeTraffic(traffic)} ${way} ${peer.text}`,
    aliases: rule.sgr === null ? [] : [rule.sgr],
    scope: scopeOf(draft.place, group.owner),
    tags: tagsOf(source),
    is: {
      direction,
      action: "allow",
      order: null,
      family: peer.family,
      protocols,
      ports,
      sourcePorts: null,
      icmp,
      peers: [peer.peer],
      localPeers: null,
      established: false,
      description: description === "" ? null : description,
      unmodelled: [],
    },
    native: rule.native,
    pointer: source.pointer,
    ...(rule.sgr === null ? {} : { cited: rule.sgr }),
  });
  const { pointer } = source;
  draft.edge({ from: id, relation: "filter", to: group.id, pointer });
  if (peer.relation === undefined) return;
  draft.edge({ from: id, relation: peer.relation, to: peer.text, pointer, account: peer.account });
}

/** The group at the other end. Groups of providers (`amazon-elb/amazon-elb-sg`) have no members we could know. */
export function groupPeer(pair: Item, short: string): RulePeer | null {
  const id = pair.text("GroupId");
  const user = pair.text("UserId");
  if (id === null) {
    const name = labelOf("a group without an id", pair.text("GroupName"));
    pair.gap("unmodelled", `A rule of ${short} names a group whose members cannot be known: ${name}`);
    return null;
  }
  const account = user !== null && isAccount(user) ? user : null;
  return { text: id, peer: { filter: id }, family: null, relation: "peer_filters", account };
}

export function prefixListPeer(id: string): RulePeer {
  return { text: id, peer: { prefixList: id }, family: null, relation: "prefix_lists" };
}

/** @param cidr canonical */
export function cidrPeer(cidr: string): RulePeer {
  return { text: cidr, peer: { cidr }, family: cidr.includes(":") ? "ipv6" : "ipv4" };
}
