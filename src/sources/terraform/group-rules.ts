import type { Change, JsonObject } from "../../model/index.js";
import {
  afterOf,
  beforeOf,
  blind,
  type Context,
  idOf,
  isDeleted,
  isReplaced,
  linked,
  normalized,
  putting,
  rulesOnly,
} from "./context.js";
import { removing } from "./filters.js";
import { permissionOf, RULE_ATTRIBUTES, ruleOf } from "./permissions.js";
import type { ResourceChange } from "./plan-file.js";
import type { Values } from "./values.js";

const GROUPS = ["aws_security_group", "aws_default_security_group"];

interface Side {
  readonly values: Values;
  readonly group: string;
  readonly named: readonly string[];
}

/** aws_security_group_rule, aws_vpc_security_group_ingress_rule and aws_vpc_security_group_egress_rule. */
export function groupRule(change: ResourceChange, context: Context): Change[] {
  const was: Side = {
    values: beforeOf(change),
    group: String(change.before["security_group_id"] ?? ""),
    named: namedIn(beforeOf(change)),
  };
  const changes = isDeleted(change) || change.actions.includes("update");
  const gone = changes ? removing(put(change, context, was), context, change) : [];
  if (isDeleted(change) && !isReplaced(change)) return gone;
  const values = afterOf(change);
  const group = linked(context, change, { attribute: "security_group_id", types: GROUPS });
  if (group === undefined) {
    return [
      ...gone,
      blind(context, change, {
        message: `${change.address}: the plan does not say to which group it belongs`,
        kinds: ["rule"],
        types: ["aws.security-group-rule"],
      }),
    ];
  }
  const unclear = RULE_ATTRIBUTES.filter(
    (name) => values.isUnknown(name) && context.references.sets(change, name) !== false,
  );
  if (unclear.length > 0) {
    return [
      ...gone,
      blind(context, change, {
        message: `${change.address}: ${unclear.join(", ")} known only after apply`,
        nodes: [group],
      }),
    ];
  }
  const named = [...namedIn(values), ...plannedGroups(change, context, values)];
  return [...gone, ...put(change, context, { values, group, named })];
}

function put(change: ResourceChange, context: Context, side: Side): Change[] {
  const shape =
    change.type === "aws_security_group_rule"
      ? permissionShape(context, side)
      : ruleShape(change, context, side);
  return putting(context, change, rulesOnly(normalized(context, change, shape)));
}

function permissionShape(
  { account }: Context,
  { values, group, named }: Side,
): { call: string; output: JsonObject } {
  const permission = permissionOf(values, { group, account, groups: named });
  const egress = values.text("type") === "egress";
  const own = {
    GroupId: group,
    GroupName: group,
    OwnerId: account,
    IpPermissions: egress ? [] : [permission],
    IpPermissionsEgress: egress ? [permission] : [],
  };
  return { call: "ec2:DescribeSecurityGroups", output: { SecurityGroups: [own] } };
}

function ruleShape(
  change: ResourceChange,
  { account }: Context,
  { values, group, named }: Side,
): { call: string; output: JsonObject } {
  const egress = change.type === "aws_vpc_security_group_egress_rule";
  const id = values.text("security_group_rule_id") ?? values.text("id") ?? idOf(change);
  const rule = ruleOf(values, { id, egress, group, account, groups: named });
  return { call: "ec2:DescribeSecurityGroupRules", output: { SecurityGroupRules: [rule] } };
}

const LINKS = ["source_security_group_id", "referenced_security_group_id"] as const;

const namedIn = (values: Values): string[] => LINKS.flatMap((name) => values.text(name) ?? []);

function plannedGroups(change: ResourceChange, context: Context, values: Values): string[] {
  return LINKS.filter((name) => values.isUnknown(name)).flatMap((name) =>
    context.references.targets(change, name, GROUPS).map(idOf),
  );
}
