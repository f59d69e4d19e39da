import type { JsonObject } from "../../model/index.js";
import type { Values } from "./values.js";

const ANY_PROTOCOL = new Set(["-1", "all"]);

/** Attributes without which a rule cannot be judged. */
export const RULE_ATTRIBUTES = [
  "cidr_blocks",
  "ipv6_cidr_blocks",
  "prefix_list_ids",
  "from_port",
  "to_port",
  "protocol",
  "cidr_ipv4",
  "cidr_ipv6",
  "prefix_list_id",
  "ip_protocol",
] as const;

/** Terraform's ports: for all protocols they are void, whatever stands there. */
function portsOf(values: Values, protocol: string): JsonObject {
  if (ANY_PROTOCOL.has(protocol)) return {};
  const [from, to] = [values.number("from_port"), values.number("to_port")];
  return { ...(from === undefined ? {} : { FromPort: from }), ...(to === undefined ? {} : { ToPort: to }) };
}

/** What the owner of a rule is called, and who the groups are that it names. */
export interface RuleOwner {
  readonly group: string;
  readonly account: string;
  /** Groups that the rule names, planned ones by placeholder. */
  readonly groups: readonly string[];
}

/**
 * An inline `ingress` or `egress` block, or an aws_security_group_rule, as an IpPermission
 * (EC2 API reference, IpPermission).
 */
export function permissionOf(values: Values, owner: RuleOwner): JsonObject {
  const protocol = (values.text("protocol") ?? "-1").toLowerCase();
  const description = values.text("description");
  const about = description === undefined ? {} : { Description: description };
  const groups = [...owner.groups, ...(values.flag("self") ? [owner.group] : [])];
  return {
    IpProtocol: ANY_PROTOCOL.has(protocol) ? "-1" : protocol,
    ...portsOf(values, protocol),
    IpRanges: values.texts("cidr_blocks").map((CidrIp) => ({ CidrIp, ...about })),
    Ipv6Ranges: values.texts("ipv6_cidr_blocks").map((CidrIpv6) => ({ CidrIpv6, ...about })),
    PrefixListIds: values.texts("prefix_list_ids").map((PrefixListId) => ({ PrefixListId, ...about })),
    UserIdGroupPairs: groups.map((name) => pairOf(name, owner.account, about)),
  };
}

/** `account/sg-…` names a group of another account, as Terraform writes it. */
function pairOf(name: string, account: string, about: JsonObject): JsonObject {
  const [first = "", second] = name.split("/");
  const other = second !== undefined && /^\d{12}$/.test(first);
  return { GroupId: other ? second : name, UserId: other ? first : account, ...about };
}

/** An aws_vpc_security_group_(in|e)gress_rule as a SecurityGroupRule (EC2 API reference). */
export function ruleOf(
  values: Values,
  owner: RuleOwner & { readonly id: string; readonly egress: boolean },
): JsonObject {
  const protocol = (values.text("ip_protocol") ?? "-1").toLowerCase();
  const [group] = owner.groups;
  const member = (name: string, attribute: string): JsonObject => {
    const value = values.text(attribute);
    return value === undefined ? {} : { [name]: value };
  };
  return {
    SecurityGroupRuleId: owner.id,
    GroupId: owner.group,
    GroupOwnerId: owner.account,
    IsEgress: owner.egress,
    IpProtocol: ANY_PROTOCOL.has(protocol) ? "-1" : protocol,
    ...{ FromPort: -1, ToPort: -1, ...portsOf(values, protocol) },
    ...member("CidrIpv4", "cidr_ipv4"),
    ...member("CidrIpv6", "cidr_ipv6"),
    ...member("PrefixListId", "prefix_list_id"),
    ...member("Description", "description"),
    ...(group === undefined ? {} : { ReferencedGroupInfo: referenced(group, owner.account) }),
  };
}

function referenced(name: string, account: string): JsonObject {
  const { GroupId, UserId } = pairOf(name, account, {}) as { GroupId: string; UserId: string };
  return { GroupId, UserId };
}

/** A network-ACL entry, inline or of its own (EC2 API reference, NetworkAclEntry). */
export function entryOf(values: Values, egress: boolean): JsonObject {
  const protocol = protocolNumber(values.text("protocol") ?? "-1");
  const [from, to] = [values.number("from_port"), values.number("to_port")];
  const icmp = protocol === "1" || protocol === "58";
  const block = values.text("cidr_block");
  const block6 = values.text("ipv6_cidr_block");
  return {
    Egress: egress,
    Protocol: protocol,
    RuleAction: (values.text("action") ?? values.text("rule_action") ?? "deny").toLowerCase(),
    RuleNumber: values.number("rule_no") ?? values.number("rule_number") ?? 0,
    ...(block === undefined ? {} : { CidrBlock: block }),
    ...(block6 === undefined ? {} : { Ipv6CidrBlock: block6 }),
    ...(icmp
      ? { IcmpTypeCode: { Type: values.number("icmp_type") ?? -1, Code: values.number("icmp_code") ?? -1 } }
      : {}),
    ...(icmp || protocol === "-1" || from === undefined || to === undefined
      ? {}
      : { PortRange: { From: from, To: to } }),
  };
}

const NUMBERS: Readonly<Record<string, string>> = { all: "-1", tcp: "6", udp: "17", icmp: "1", icmpv6: "58" };

function protocolNumber(text: string): string {
  const lower = text.toLowerCase();
  return NUMBERS[lower] ?? lower;
}
