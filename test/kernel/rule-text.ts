import type { Acl, AclEntry, Card, Cloud, Permission } from "./cloud.js";

/** What ports or ICMP types a rule speaks of, in nft; null where no packet of the family can match. */
function trafficText(
  protocol: string,
  six: boolean,
  { from, to, icmp }: { from?: number; to?: number; icmp?: { type: number; code: number } },
): string | null {
  switch (protocol) {
    case "-1":
      return "";
    case "tcp":
    case "6":
    case "udp":
    case "17": {
      const name = protocol === "tcp" || protocol === "6" ? "tcp" : "udp";
      return from === undefined || from < 0 ? `meta l4proto ${name}` : `${name} dport ${from}-${to ?? from}`;
    }
    case "icmp":
    case "1":
      return six ? null : icmpText("icmp", icmp);
    case "icmpv6":
    case "58":
      return six ? icmpText("icmpv6", icmp) : null;
    default:
      return `meta l4proto ${protocol}`;
  }
}

function icmpText(name: "icmp" | "icmpv6", icmp: { type: number; code: number } | undefined): string {
  if (icmp === undefined || icmp.type < 0) return `meta l4proto ${name === "icmp" ? "icmp" : "ipv6-icmp"}`;
  return `${name} type ${icmp.type}${icmp.code < 0 ? "" : ` ${name} code ${icmp.code}`}`;
}

/**
 * Groups as a firewall of the machine itself. They are stateful, and any rule of any group admits
 * (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html).
 */
export function groupsText(cloud: Cloud, card: Card): string {
  const ids = new Set(card.Groups.map(({ GroupId }) => GroupId));
  const groups = cloud.groups.filter(({ GroupId }) => ids.has(GroupId));
  const inward = groups.flatMap(({ IpPermissions }) => IpPermissions);
  const outward = groups.flatMap(({ IpPermissionsEgress }) => IpPermissionsEgress);
  const chain = (hook: string, permissions: readonly Permission[], side: "saddr" | "daddr") => `
 chain ${hook} {
  type filter hook ${hook} priority 0; policy drop
  ct state established,related accept
  ${permissions.flatMap((permission) => permissionTexts(cloud, permission, side)).join("\n  ")}
 }`;
  return `table inet groups {${chain("input", inward, "saddr")}${chain("output", outward, "daddr")}\n}\n`;
}

function permissionTexts(cloud: Cloud, permission: Permission, side: "saddr" | "daddr"): string[] {
  const { IpProtocol: protocol, FromPort: from, ToPort: to } = permission;
  return peersOf(cloud, permission).flatMap((peer) => {
    const six = peer.includes(":");
    // For ICMP the two members are type and code, -1 for any of them.
    const traffic = trafficText(protocol, six, {
      ...(from === undefined ? {} : { from, icmp: { type: from, code: to ?? -1 } }),
      ...(to === undefined ? {} : { to }),
    });
    return traffic === null ? [] : [`${six ? "ip6" : "ip"} ${side} ${peer} ${traffic} accept`];
  });
}

/** A reference to a group means the private addresses of the interfaces that it guards. */
function peersOf(cloud: Cloud, permission: Permission): string[] {
  const groups = new Set((permission.UserIdGroupPairs ?? []).map(({ GroupId }) => GroupId));
  const members = cloud.cards.filter(({ Groups }) => Groups.some(({ GroupId }) => groups.has(GroupId)));
  return [
    ...(permission.IpRanges ?? []).map(({ CidrIp }) => CidrIp),
    ...(permission.Ipv6Ranges ?? []).map(({ CidrIpv6 }) => CidrIpv6),
    ...(permission.PrefixListIds ?? []).flatMap((one) => cloud.prefixLists.get(one.PrefixListId) ?? []),
    ...members.flatMap(addressesOf),
  ];
}

export function addressesOf({ PrivateIpAddresses, Ipv6Addresses }: Card): string[] {
  return [
    ...PrivateIpAddresses.map(({ PrivateIpAddress }) => PrivateIpAddress),
    ...Ipv6Addresses.map(({ Ipv6Address }) => Ipv6Address),
  ];
}

/**
 * A network ACL at the door of its subnet: in order of the rule numbers, without memory, deny at the end
 * (https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html). `in*` are the interfaces of the
 * subnet; between them nothing is asked.
 */
export function aclText(acl: Acl | undefined): string {
  const entries = [...(acl?.Entries ?? [])].sort((a, b) => a.RuleNumber - b.RuleNumber);
  const lines = (egress: boolean) =>
    entries.filter(({ Egress }) => Egress === egress).flatMap((entry) => entryText(entry) ?? []);
  return `table inet acl {
 chain egress {
  ${[...lines(true), "drop"].join("\n  ")}
 }
 chain ingress {
  ${[...lines(false), "drop"].join("\n  ")}
 }
 chain forward {
  type filter hook forward priority 0; policy drop
  iifname "in*" oifname "in*" accept
  iifname "in*" jump egress
  oifname "in*" jump ingress
 }
}
`;
}

function entryText(entry: AclEntry): string | null {
  const peer = entry.CidrBlock ?? entry.Ipv6CidrBlock ?? "";
  const six = peer.includes(":");
  const { PortRange: ports, IcmpTypeCode: icmp } = entry;
  const traffic = trafficText(entry.Protocol, six, {
    ...(ports === undefined ? {} : { from: ports.From, to: ports.To }),
    ...(icmp === undefined ? {} : { icmp: { type: icmp.Type, code: icmp.Code } }),
  });
  const side = entry.Egress ? "daddr" : "saddr";
  if (traffic === null) return null;
  return `${six ? "ip6" : "ip"} ${side} ${peer} ${traffic} ${entry.RuleAction === "allow" ? "accept" : "drop"}`;
}
