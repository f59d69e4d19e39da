import type { JsonObject } from "../../../model/index.js";
import { blockOf } from "../block.js";
import {
  addGroupRule,
  cidrPeer,
  type GroupRule,
  groupPeer,
  prefixListPeer,
  type RulePeer,
} from "../group-rule.js";
import { type Identity, identify, nodeBase } from "../identity.js";
import type { Item } from "../item.js";
import { type Resource, tokens } from "../resource.js";

/** The lists of a permission, each with how its members name a peer. */
const PEERS: readonly (readonly [list: string, read: (range: Item, short: string) => RulePeer | null])[] = [
  ["IpRanges", (range) => blockPeer(range, "CidrIp")],
  ["Ipv6Ranges", (range) => blockPeer(range, "CidrIpv6")],
  ["PrefixListIds", (range, short) => listPeer(range, short)],
  ["UserIdGroupPairs", groupPeer],
];

/**
 * Groups, and their permissions as one rule a peer.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroup.html
 */
export const securityGroups: Resource = {
  service: "ec2",
  operation: "DescribeSecurityGroups",
  list: "SecurityGroups",
  actions: ["ec2:DescribeSecurityGroups"],
  kinds: ["filter", "rule"],
  types: ["aws.security-group", "aws.security-group-rule"],
  alsoTold: { by: "ec2:DescribeSecurityGroupRules", kinds: ["rule"] },
  scope: "region",
  paging: tokens(1000),
  normalize({ items, draft }) {
    for (const raw of items) {
      const group = identify(raw, "security-group", { idMember: "GroupId" });
      if (group === null) continue;
      const { item, owner } = group;
      const name = item.text("GroupName") ?? "";
      draft.node({
        ...nodeBase(group, name),
        kind: "filter",
        type: "aws.security-group",
        is: {
          stateful: true,
          evaluation: "any-match",
          defaults: { ingress: "deny", egress: "deny" },
          directions: ["ingress", "egress"],
          name,
          description: item.text("Description"),
          // The name is reserved: only the VPC's own default group can have it.
          isDefault: name === "default",
        },
      });
      const to = item.text("VpcId");
      draft.edge({ from: group.id, relation: "network", to, pointer: item.pointer, account: owner });
      for (const permission of item.list("IpPermissions")) addPermission(group, "ingress", permission);
      for (const permission of item.list("IpPermissionsEgress")) addPermission(group, "egress", permission);
    }
  },
};

function addPermission(group: Identity, direction: GroupRule["direction"], permission: Item): void {
  let peers = 0;
  for (const [list, read] of PEERS) {
    for (const range of permission.list(list)) {
      peers++;
      const peer = read(range, group.short);
      if (peer === null) continue;
      const native = narrowed(permission.json, list, range.json);
      addGroupRule({ group, direction, traffic: permission, peer, source: range, native, sgr: null });
    }
  }
  if (peers === 0)
    permission.gap("unmodelled", `A permission of ${group.short} names no peer that is known here`);
}

function blockPeer(range: Item, member: string): RulePeer | null {
  const cidr = blockOf(range, member);
  if (cidr !== null) return cidrPeer(cidr);
  if (range.text(member) === null) range.gap("unparsed", `An address range of a permission has no ${member}`);
  return null;
}

function listPeer(range: Item, short: string): RulePeer | null {
  const id = range.text("PrefixListId");
  if (id !== null) return prefixListPeer(id);
  range.gap("unparsed", `A permission of ${short} names a prefix list without its id`);
  return null;
}

/** The permission as it would be with this one peer alone. */
function narrowed(permission: JsonObject, list: string, range: JsonObject): JsonObject {
  const native: JsonObject = {};
  for (const member of ["IpProtocol", "FromPort", "ToPort"]) {
    const value = permission[member];
    if (value !== undefined) native[member] = value;
  }
  native[list] = [range];
  return native;
}
