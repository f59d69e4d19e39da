import { ec2Arn } from "../arn.js";
import { blockOf } from "../block.js";
import { addGroupRule, cidrPeer, groupPeer, prefixListPeer, type RulePeer } from "../group-rule.js";
import type { Item } from "../item.js";
import { isAccount } from "../names.js";
import { type Resource, tokens } from "../resource.js";

/**
 * The rules by their own ids, which are the best citation. The groups' own answer holds every rule
 * too, so that missing this call blinds nobody: it touches nothing.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroupRule.html
 */
export const securityGroupRules: Resource = {
  service: "ec2",
  operation: "DescribeSecurityGroupRules",
  list: "SecurityGroupRules",
  actions: ["ec2:DescribeSecurityGroupRules"],
  kinds: [],
  types: [],
  scope: "region",
  paging: tokens(1000),
  normalize({ items }) {
    for (const item of items) addRule(item);
  },
};

function addRule(raw: Item): void {
  const short = raw.text("GroupId");
  if (short === null) {
    const { account, region } = raw.draft.place;
    const where = {
      ...(account === undefined ? {} : { account }),
      ...(region === undefined ? {} : { region }),
    };
    const touches = { kinds: ["rule" as const], types: ["aws.security-group-rule"], ...where };
    const message = "ec2:DescribeSecurityGroupRules answered with a rule that names no group";
    raw.draft.gap("unparsed", message, { pointer: raw.pointer, touches });
    return;
  }
  const { place } = raw.draft;
  const said = raw.text("GroupOwnerId");
  const owner = said !== null && isAccount(said) ? said : place.account;
  const group = { id: ec2Arn(place, `security-group/${short}`, owner), short, owner };
  const item = raw.about(group.id);
  const peer = peerOf(item, short);
  const direction = item.flag("IsEgress");
  if (direction === null) item.gap("unparsed", `A rule of ${short} does not say its direction`);
  if (peer === null || direction === null) return;
  addGroupRule({
    group,
    direction: direction ? "egress" : "ingress",
    traffic: item,
    peer,
    source: item,
    native: item.json,
    sgr: item.text("SecurityGroupRuleId"),
  });
}

function peerOf(item: Item, short: string): RulePeer | null {
  const list = item.text("PrefixListId");
  if (list !== null) return prefixListPeer(list);
  const referenced = item.child("ReferencedGroupInfo");
  if (referenced !== null) return groupPeer(referenced, short);
  const members = ["CidrIpv4", "CidrIpv6"].filter((member) => item.text(member) !== null);
  if (members.length === 0) item.gap("unmodelled", `A rule of ${short} names no peer that is known here`);
  const [cidr] = members.map((member) => blockOf(item, member));
  return cidr == null ? null : cidrPeer(cidr);
}
