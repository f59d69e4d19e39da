import { type Batch, EMPTY_BATCH } from "../../model/index.js";
import { type Attributes, HIDDEN, type Hidden } from "./attributes.js";
import { GROUP, GROUP_TYPES, linked } from "./identities.js";
import { type Planned, removes, unknownGap, type World } from "./planned.js";
import { groupRule, permission, type RuleOwner, type Shape, TRAFFIC } from "./shapes.js";
import { blindStep, normalized, puts, ruleRemovals, rulesOnly, type Step } from "./steps.js";

const PEERS = ["source_security_group_id", "referenced_security_group_id"];

/** aws_security_group_rule, aws_vpc_security_group_ingress_rule and aws_vpc_security_group_egress_rule. */
export function securityGroupRule(planned: Planned, world: World): Step[] {
  const was = planned.deed === "update" || removes(planned) ? before(planned) : EMPTY_BATCH;
  if (planned.deed === "delete" || planned.after === null) return ruleRemovals(planned, was, EMPTY_BATCH);
  const group = linked(planned, GROUP, world);
  const peers = PEERS.map((attribute) => linked(planned, { attribute, types: GROUP_TYPES }, world));
  if (typeof group !== "string") {
    const message = `${planned.change.address}: the plan does not tell to which group it belongs`;
    const touches = {
      kinds: ["filter" as const, "rule" as const],
      types: ["aws.security-group", "aws.security-group-rule"],
    };
    const gap = unknownGap(planned, message, { ...touches, ...planned.where });
    return [...ruleRemovals(planned, was, EMPTY_BATCH), blindStep(gap)];
  }
  const owner = {
    group,
    account: planned.where.account,
    groups: peers.filter((peer): peer is string => typeof peer === "string"),
  };
  const { shape, hidden } = shaped(planned, planned.after, owner);
  const open = [...hidden, ...hiddenPeers(planned, peers)];
  const lost = open.some((name) => TRAFFIC.includes(name)) || planned.after.raw("type") === HIDDEN;
  const now = lost ? EMPTY_BATCH : read(planned, planned.after, { group, shape });
  const message = `${planned.change.address}: ${open.join(", ")} known only after apply, or secret`;
  const gaps = open.length === 0 ? [] : [blindStep(unknownGap(planned, message, { nodes: [group] }))];
  return [...ruleRemovals(planned, was, now), ...puts("put-rule", planned, now), ...gaps];
}

function before(planned: Planned): Batch {
  const values = planned.before;
  const group = values?.known("security_group_id") ?? null;
  if (values === null || group === null) return EMPTY_BATCH;
  const groups = PEERS.flatMap((name) => values.known(name) ?? []);
  const { shape } = shaped(planned, values, { group, account: planned.where.account, groups });
  return read(planned, values, { group, shape });
}

function shaped({ change }: Planned, values: Attributes, owner: RuleOwner): Shape {
  if (change.type === "aws_security_group_rule") return permission(values, owner);
  return groupRule(values, { ...owner, egress: change.type === "aws_vpc_security_group_egress_rule" });
}

/** Only the peer that the resource has can be hidden; the other attribute is absent. */
function hiddenPeers(planned: Planned, peers: readonly (string | Hidden | null)[]): string[] {
  return PEERS.filter((name, index) => peers[index] === HIDDEN && planned.after?.text(name) === HIDDEN);
}

function read(
  planned: Planned,
  values: Attributes,
  { group, shape }: { group: string; shape: Shape["shape"] },
): Batch {
  if (planned.change.type !== "aws_security_group_rule") {
    const own = hasPeer(shape) ? [shape] : [];
    return rulesOnly(normalized(planned, "ec2:DescribeSecurityGroupRules", { SecurityGroupRules: own }));
  }
  const side = values.known("type") === "egress" ? "IpPermissionsEgress" : "IpPermissions";
  const lists = ["IpRanges", "Ipv6Ranges", "PrefixListIds", "UserIdGroupPairs"];
  const some = lists.some((name) => Array.isArray(shape[name]) && shape[name].length > 0);
  const owner = planned.where.account === undefined ? {} : { OwnerId: planned.where.account };
  const own = { GroupId: group, GroupName: group, ...owner, [side]: some ? [shape] : [] };
  return rulesOnly(normalized(planned, "ec2:DescribeSecurityGroups", { SecurityGroups: [own] }));
}

/** Without a known peer there is nothing to say yet; the gap says why. */
function hasPeer(shape: Shape["shape"]): boolean {
  return ["CidrIpv4", "CidrIpv6", "PrefixListId", "ReferencedGroupInfo"].some(
    (name) => shape[name] !== undefined,
  );
}
