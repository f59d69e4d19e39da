import type { JsonObject } from "../../model/index.js";
import { type Attributes, HIDDEN } from "./attributes.js";

/** Something in the API's shape, and which of the attributes that matter are not known yet. */
export interface Shape {
  readonly shape: JsonObject;
  readonly hidden: readonly string[];
}

/** Whose rule it is, and which groups it names; those still to be made by placeholder. */
export interface RuleOwner {
  readonly group: string;
  readonly account: string | undefined;
  readonly groups: readonly string[];
}

const EVERY_PROTOCOL = new Set(["-1", "all"]);

/** The attributes among these whose value, or a part of it, is hidden. */
export function hiddenAmong(values: Attributes, names: readonly string[]): string[] {
  return names.filter((name) => values.raw(name) === HIDDEN || values.texts(name).hidden > 0);
}

/**
 * An inline `ingress` or `egress` block, or an aws_security_group_rule, as an IpPermission.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
 */
export function permission(values: Attributes, owner: RuleOwner): Shape {
  const protocol = protocolOf(values, "protocol");
  const about = describedBy(values);
  const groups = [...owner.groups, ...(values.flag("self") === true ? [owner.group] : [])];
  const shape = {
    IpProtocol: protocol,
    ...ports(values, protocol),
    IpRanges: values.texts("cidr_blocks").known.map((CidrIp) => ({ CidrIp, ...about })),
    Ipv6Ranges: values.texts("ipv6_cidr_blocks").known.map((CidrIpv6) => ({ CidrIpv6, ...about })),
    PrefixListIds: values.texts("prefix_list_ids").known.map((PrefixListId) => ({ PrefixListId, ...about })),
    UserIdGroupPairs: groups.map((name) => ({ ...pair(name, owner.account), ...about })),
  };
  const names = ["cidr_blocks", "ipv6_cidr_blocks", "prefix_list_ids", "self", "protocol"];
  return { shape, hidden: hiddenAmong(values, [...names, ...portNames(protocol)]) };
}

/** Peers apart, the rule itself cannot be told without these. */
export const TRAFFIC = ["protocol", "ip_protocol", "from_port", "to_port"];

/**
 * aws_vpc_security_group_ingress_rule and its egress twin, as a SecurityGroupRule.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroupRule.html
 */
export function groupRule(values: Attributes, owner: RuleOwner & { readonly egress: boolean }): Shape {
  const protocol = protocolOf(values, "ip_protocol");
  const [group] = owner.groups;
  const id = values.known("security_group_rule_id") ?? values.known("id");
  const { GroupId, UserId } = pair(group ?? "", owner.account);
  const shape = {
    ...(id === null ? {} : { SecurityGroupRuleId: id }),
    GroupId: owner.group,
    ...(owner.account === undefined ? {} : { GroupOwnerId: owner.account }),
    IsEgress: owner.egress,
    IpProtocol: protocol,
    ...{ FromPort: -1, ToPort: -1, ...ports(values, protocol) },
    ...member(values, "CidrIpv4", "cidr_ipv4"),
    ...member(values, "CidrIpv6", "cidr_ipv6"),
    ...member(values, "PrefixListId", "prefix_list_id"),
    ...describedBy(values),
    ...(group === undefined
      ? {}
      : { ReferencedGroupInfo: { GroupId, ...(UserId === undefined ? {} : { UserId }) } }),
  };
  const names = ["cidr_ipv4", "cidr_ipv6", "prefix_list_id", "ip_protocol", ...portNames(protocol)];
  return { shape, hidden: hiddenAmong(values, names) };
}

/**
 * An entry of a network ACL, inline or a resource of its own, as a NetworkAclEntry.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkAclEntry.html
 */
export function aclEntry(values: Attributes, egress: boolean): Shape {
  const protocol = PROTOCOLS.get(protocolOf(values, "protocol")) ?? protocolOf(values, "protocol");
  const icmp = protocol === "1" || protocol === "58";
  const [from, to] = [values.int("from_port"), values.int("to_port")];
  const [type, code] = [values.int("icmp_type"), values.int("icmp_code")];
  const number = numbered(values, "rule_no") ?? numbered(values, "rule_number");
  const action = values.known("action") ?? values.known("rule_action");
  const shape: JsonObject = {
    Egress: egress,
    Protocol: protocol,
    ...(action === null ? {} : { RuleAction: action.toLowerCase() }),
    ...(number === null ? {} : { RuleNumber: number }),
    ...member(values, "CidrBlock", "cidr_block"),
    ...member(values, "Ipv6CidrBlock", "ipv6_cidr_block"),
    ...(icmp
      ? {
          IcmpTypeCode: {
            Type: typeof type === "number" ? type : -1,
            Code: typeof code === "number" ? code : -1,
          },
        }
      : {}),
    ...(typeof from === "number" && typeof to === "number" && !icmp && protocol !== "-1"
      ? { PortRange: { From: from, To: to } }
      : {}),
  };
  const names = [
    "protocol",
    "action",
    "rule_action",
    "rule_no",
    "rule_number",
    "egress",
    "cidr_block",
    "ipv6_cidr_block",
  ];
  const more = icmp ? ["icmp_type", "icmp_code"] : portNames(protocol);
  return { shape, hidden: hiddenAmong(values, [...names, ...more]) };
}

const PROTOCOLS: ReadonlyMap<string, string> = new Map([
  ["tcp", "6"],
  ["udp", "17"],
  ["icmp", "1"],
  ["icmpv6", "58"],
]);

function protocolOf(values: Attributes, name: string): string {
  const protocol = (values.known(name) ?? "").toLowerCase();
  return EVERY_PROTOCOL.has(protocol) ? "-1" : protocol;
}

/** For every protocol at once ports are void, whatever stands there. */
function portNames(protocol: string): string[] {
  return protocol === "-1" ? [] : ["from_port", "to_port"];
}

function ports(values: Attributes, protocol: string): JsonObject {
  if (protocol === "-1") return {};
  const [from, to] = [numbered(values, "from_port"), numbered(values, "to_port")];
  return { ...(from === null ? {} : { FromPort: from }), ...(to === null ? {} : { ToPort: to }) };
}

function numbered(values: Attributes, name: string): number | null {
  const value = values.int(name);
  return typeof value === "number" ? value : null;
}

function member(values: Attributes, to: string, name: string): JsonObject {
  const value = values.known(name);
  return value === null ? {} : { [to]: value };
}

function describedBy(values: Attributes): JsonObject {
  const description = values.known("description");
  return description === null ? {} : { Description: description };
}

/** `account/sg-…` names a group of another account, as Terraform writes it. */
function pair(name: string, account: string | undefined): { GroupId: string; UserId?: string } {
  const [, other, group] = /^(\d{12})\/(.+)$/s.exec(name) ?? [];
  const user = other ?? account;
  return { GroupId: group ?? name, ...(user === undefined ? {} : { UserId: user }) };
}
