import type { PeerTerms, RuleEdit, RuleTerms } from "../../model/index.js";
import { jsonWord, shellWord } from "./quoting.js";
import { bothPorts, protocolName } from "./terms.js";

type GroupEdit = Extract<RuleEdit, { kind: "group-rule" }>;

/**
 * Commands for one rule of a security group. What is new is written before the old goes, so that what stays is never
 * closed. Undefined where a name cannot be written in a command.
 * https://docs.aws.amazon.com/cli/latest/reference/ec2/modify-security-group-rules.html
 */
export function groupCommands(edit: GroupEdit): string[] | undefined {
  const { ruleId, becomes, was, description } = edit;
  const at = whereOf(edit);
  if (at === undefined) return undefined;
  const rule = ruleId === null ? undefined : shellWord(ruleId);
  const way = edit.direction;
  const kept = rule === undefined ? undefined : becomes.find(({ peer }) => modifies(was.peer, peer));
  const fresh = becomes.filter((terms) => terms !== kept);
  const permissions = fresh.map((terms) => permissionOf(terms, description));
  const first =
    fresh.length === 0
      ? []
      : [`aws ec2 authorize-security-group-${way} ${at} --ip-permissions ${jsonWord(permissions)}`];
  if (kept !== undefined) {
    const update = [{ SecurityGroupRuleId: ruleId, SecurityGroupRule: ruleRequest(kept, description) }];
    return [...first, `aws ec2 modify-security-group-rules ${at} --security-group-rules ${jsonWord(update)}`];
  }
  const which =
    rule === undefined
      ? `--ip-permissions ${jsonWord([permissionOf(was, null)])}`
      : `--security-group-rule-ids ${rule}`;
  return [...first, `aws ec2 revoke-security-group-${way} ${at} ${which}`];
}

function whereOf({ filter }: GroupEdit): string | undefined {
  const group = shellWord(filter.name);
  const region = filter.region === undefined ? undefined : shellWord(filter.region);
  if (group === undefined) return undefined;
  return `${region === undefined ? "" : `--region ${region} `}--group-id ${group}`;
}

/** A rule is written over with one that names its peer in the same way; a group of another account is named anew. */
function modifies(was: PeerTerms, is: PeerTerms): boolean {
  if ("cidr" in was && "cidr" in is) return was.cidr.includes(":") === is.cidr.includes(":");
  if ("group" in was && "group" in is) return was.account === undefined && is.account === undefined;
  return "prefixList" in was && "prefixList" in is;
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html */
function permissionOf(terms: RuleTerms, description: string | null): object {
  const { peer } = terms;
  const said = description === null ? {} : { Description: description };
  if ("prefixList" in peer)
    return { ...trafficOf(terms), PrefixListIds: [{ PrefixListId: peer.prefixList, ...said }] };
  if ("group" in peer) {
    const user = peer.account === undefined ? {} : { UserId: peer.account };
    return { ...trafficOf(terms), UserIdGroupPairs: [{ GroupId: peer.group, ...user, ...said }] };
  }
  return peer.cidr.includes(":")
    ? { ...trafficOf(terms), Ipv6Ranges: [{ CidrIpv6: peer.cidr, ...said }] }
    : { ...trafficOf(terms), IpRanges: [{ CidrIp: peer.cidr, ...said }] };
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroupRuleRequest.html */
function ruleRequest(terms: RuleTerms, description: string | null): object {
  const { peer } = terms;
  const said = description === null ? {} : { Description: description };
  if ("prefixList" in peer) return { ...trafficOf(terms), PrefixListId: peer.prefixList, ...said };
  if ("group" in peer) return { ...trafficOf(terms), ReferencedGroupId: peer.group, ...said };
  const member = peer.cidr.includes(":") ? "CidrIpv6" : "CidrIpv4";
  return { ...trafficOf(terms), [member]: peer.cidr, ...said };
}

function trafficOf(terms: RuleTerms): object {
  const both = bothPorts(terms);
  const ports = both === undefined ? {} : { FromPort: both[0], ToPort: both[1] };
  return { IpProtocol: protocolName(terms.protocol), ...ports };
}
