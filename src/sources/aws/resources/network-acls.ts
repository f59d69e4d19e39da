import type { Peer } from "../../../model/index.js";
import { ec2Arn } from "../arn.js";
import { blockOf, quoted } from "../block.js";
import { type Identity, identify, nodeBase } from "../identity.js";
import type { Item } from "../item.js";
import { scopeOf } from "../place.js";
import { describeTraffic, protocolOf, type Traffic, trafficOf } from "../protocol.js";
import { type Resource, tokens } from "../resource.js";

/** Rule numbers from here on are the provider's own: the `*` entries, which deny (32767 IPv4, 32768 IPv6). */
const RESERVED = 32767;

/**
 * Network ACLs: stateless, first match by number, deny at the end.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html
 */
export const networkAcls: Resource = {
  service: "ec2",
  operation: "DescribeNetworkAcls",
  list: "NetworkAcls",
  actions: ["ec2:DescribeNetworkAcls"],
  kinds: ["filter", "rule"],
  types: ["aws.network-acl", "aws.network-acl-entry"],
  scope: "region",
  paging: tokens(1000),
  normalize({ items, draft }) {
    for (const raw of items) {
      const acl = identify(raw, "network-acl", { idMember: "NetworkAclId" });
      if (acl === null) continue;
      const { item, owner, short, tags } = acl;
      const base = nodeBase(acl);
      draft.node({
        ...base,
        kind: "filter",
        type: "aws.network-acl",
        is: {
          stateful: false,
          evaluation: "first-match",
          defaults: { ingress: "deny", egress: "deny" },
          directions: ["ingress", "egress"],
          name: tags["Name"] ?? short,
          description: null,
          isDefault: item.flag("IsDefault") ?? false,
        },
      });
      const to = item.text("VpcId");
      draft.edge({ from: acl.id, relation: "network", to, pointer: item.pointer, account: owner });
      for (const association of item.list("Associations")) guard(acl, association);
      for (const entry of item.list("Entries")) addEntry(acl, entry);
    }
  },
};

function guard({ id, item, owner }: Identity, association: Item): void {
  const subnet = association.text("SubnetId");
  if (subnet === null) return;
  const from = ec2Arn(item.draft.place, `subnet/${subnet}`, owner);
  item.draft.edge({ from, relation: "filters", to: id, pointer: association.pointer });
}

function addEntry(acl: Identity, entry: Item): void {
  const read = readEntry(entry);
  if (typeof read === "string") {
    entry.gap("unparsed", `An entry of ${acl.short} ${read}`);
    return;
  }
  const { number, egress, action, traffic, peer } = read;
  if (number >= RESERVED) {
    if (action !== "deny") entry.gap("unmodelled", `The last entry of ${acl.short} does not deny`);
    return;
  }
  const direction = egress ? "egress" : "ingress";
  const { draft } = acl.item;
  const { protocols, ports, icmp } = traffic;
  const id = draft.node({
    id: `${acl.id}#${direction}/${number}`,
    kind: "rule",
    type: "aws.network-acl-entry",
    label: `${acl.short}: ${direction} ${number} ${action} ${describeTraffic(traffic)} ${egress ? "to" : "from"} ${peer.cidr}`,
    scope: scopeOf(draft.place, acl.owner),
    is: {
      direction,
      action,
      order: number,
      family: peer.cidr.includes(":") ? "ipv6" : "ipv4",
      protocols,
      ports,
      sourcePorts: null,
      icmp,
      peers: [peer],
      localPeers: null,
      established: false,
      description: null,
      unmodelled: [],
    },
    native: entry.json,
    pointer: entry.pointer,
    cited: String(number),
  });
  draft.edge({ from: id, relation: "filter", to: acl.id, pointer: entry.pointer });
}

interface Entry {
  readonly number: number;
  readonly egress: boolean;
  readonly action: "allow" | "deny";
  readonly traffic: Traffic;
  readonly peer: Extract<Peer, { cidr: string }>;
}

/** An entry, or what is wrong with it. */
function readEntry(entry: Item): Entry | string {
  const number = entry.int("RuleNumber");
  if (number === null || number < 1) return "has no rule number";
  const egress = entry.flag("Egress");
  if (egress === null) return `(${number}) does not say its direction`;
  const action = entry.text("RuleAction");
  if (action !== "allow" && action !== "deny") return `(${number}) neither allows nor denies`;
  const cidr = blockOf(entry, "CidrBlock") ?? blockOf(entry, "Ipv6CidrBlock");
  if (cidr === null) return `(${number}) has no address block that can be read`;
  const spelled = entry.text("Protocol") ?? "";
  const protocol = protocolOf(spelled);
  if (protocol === null) return `(${number}) has a protocol that cannot be read: ${quoted(spelled)}`;
  const traffic = entryTraffic(entry, protocol, cidr);
  if (traffic === null) return `(${number}) has a port range that cannot be read`;
  return { number, egress, action, traffic, peer: { cidr } };
}

/** ICMPv6 with an IPv4 block covers every type and code, whatever stands beside it (CreateNetworkAclEntry). */
function entryTraffic(entry: Item, protocol: number | "all", cidr: string): Traffic | null {
  if (protocol === 58 && !cidr.includes(":")) return trafficOf(58, null, null);
  if (protocol === 1 || protocol === 58) {
    const icmp = entry.child("IcmpTypeCode");
    return trafficOf(protocol, icmp?.int("Type") ?? null, icmp?.int("Code") ?? null);
  }
  const range = entry.child("PortRange");
  return trafficOf(protocol, range?.int("From") ?? null, range?.int("To") ?? null);
}
