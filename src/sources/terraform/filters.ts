import type { Change, Json, JsonObject } from "../../model/index.js";
import {
  afterOf,
  beforeOf,
  blind,
  type Context,
  differs,
  idOf,
  isCreated,
  isDeleted,
  isReplaced,
  linked,
  normalized,
  ownerOf,
  putting,
  rulesOnly,
} from "./context.js";
import { companionId } from "./networks.js";
import { entryOf, permissionOf, RULE_ATTRIBUTES } from "./permissions.js";
import type { ResourceChange } from "./plan-file.js";
import type { Values } from "./values.js";

const GROUPS = ["aws_security_group", "aws_default_security_group"];
const DIRECTIONS = ["ingress", "egress"] as const;
type Direction = (typeof DIRECTIONS)[number];

/** aws_security_group and aws_default_security_group. */
export function securityGroup(change: ResourceChange, context: Context): Change[] {
  if (isDeleted(change) && !isReplaced(change)) return removal(change, context);
  const values = afterOf(change);
  const id = filterId(change, context, "security-group");
  const OwnerId = ownerOf(context, values);
  const network = linked(context, change, VPC);
  const permissions = (direction: Direction): Json[] =>
    owns(change, context, direction)
      ? values.blocks(direction).map((block) =>
          permissionOf(block, {
            group: id,
            account: OwnerId,
            groups: groupsOf(change, context, { block, direction }),
          }),
        )
      : [];
  const group: JsonObject = {
    GroupId: id,
    GroupName:
      values.text("name") ??
      values.text("name_prefix") ??
      (change.type === "aws_security_group" ? change.name : "default"),
    Description: values.text("description") ?? "",
    OwnerId,
    ...(network === undefined ? {} : { VpcId: network }),
    IpPermissions: permissions("ingress"),
    IpPermissionsEgress: permissions("egress"),
    Tags: values.tags(),
  };
  const put = putting(
    context,
    change,
    normalized(context, change, { call: "ec2:DescribeSecurityGroups", output: { SecurityGroups: [group] } }),
  );
  return [
    ...(isReplaced(change) ? removal(change, context) : []),
    ...cleared(change, context, id),
    ...put,
    ...hidden(change, context, id),
  ];
}

/** aws_network_acl and aws_default_network_acl. */
export function networkAcl(change: ResourceChange, context: Context): Change[] {
  if (isDeleted(change) && !isReplaced(change)) return removal(change, context);
  const values = afterOf(change);
  const id = filterId(change, context, "network-acl");
  const network = linked(context, change, VPC);
  const entries = DIRECTIONS.flatMap((direction) =>
    owns(change, context, direction)
      ? values.blocks(direction).map((block) => entryOf(block, direction === "egress"))
      : [],
  );
  const known = values.texts("subnet_ids");
  const planned = values.isUnknown("subnet_ids")
    ? context.references.targets(change, "subnet_ids", ["aws_subnet"]).map(idOf)
    : [];
  const acl: JsonObject = {
    NetworkAclId: id,
    OwnerId: ownerOf(context, values),
    ...(network === undefined ? {} : { VpcId: network }),
    IsDefault: change.type === "aws_default_network_acl",
    Entries: entries,
    Associations: [...new Set([...known, ...planned])].map((SubnetId) => ({ SubnetId, NetworkAclId: id })),
    Tags: values.tags(),
  };
  const put = putting(
    context,
    change,
    normalized(context, change, { call: "ec2:DescribeNetworkAcls", output: { NetworkAcls: [acl] } }),
  );
  return [
    ...(isReplaced(change) ? removal(change, context) : []),
    ...cleared(change, context, id),
    ...put,
    ...hidden(change, context, id),
  ];
}

const VPC = { attribute: "vpc_id", types: ["aws_vpc", "aws_default_vpc"] };

/** The default group and ACL of a new VPC are adopted, not made: they have the VPC's placeholder. */
function filterId(change: ResourceChange, context: Context, what: "security-group" | "network-acl"): string {
  const known = change.after["id"] ?? change.before["id"] ?? change.after["default_network_acl_id"];
  if (typeof known === "string" && !isReplaced(change)) return known;
  if (!change.type.startsWith("aws_default_")) return idOf(change);
  const network =
    linked(context, change, VPC) ??
    linked(context, change, { attribute: "default_network_acl_id", types: ["aws_vpc"] });
  return network === undefined ? idOf(change) : companionId(network, what);
}

function removal(change: ResourceChange, context: Context): Change[] {
  // Terraform cannot delete a default group or ACL: it forgets it, and the rules stay as they are.
  if (change.type.startsWith("aws_default_")) return [];
  return [
    { op: "remove", target: String(change.before["id"] ?? ""), kind: "filter", at: context.placeOf(change) },
  ];
}

/**
 * Does this resource own the rules of the direction? The blocks are also filled from what is there, so an
 * unchanged list that the configuration does not set belongs to somebody else.
 */
function owns(change: ResourceChange, context: Context, direction: Direction): boolean {
  if (isCreated(change) || change.type.startsWith("aws_default_")) return true;
  return (
    context.references.sets(change, direction) ?? differs(change.before[direction], change.after[direction])
  );
}

/** Inline blocks own the whole list: what was there before goes. */
function cleared(change: ResourceChange, context: Context, id: string): Change[] {
  const adopts = change.type.startsWith("aws_default_");
  if (isCreated(change) && !adopts) return [];
  return DIRECTIONS.filter((direction) => owns(change, context, direction)).map((direction) => ({
    op: "replaceChildren",
    parent: id,
    relation: "rules",
    direction,
    at: context.placeOf(change),
  }));
}

/** Blocks with values that are known only after apply. */
function hidden(change: ResourceChange, context: Context, id: string): Change[] {
  const values = afterOf(change);
  return DIRECTIONS.flatMap((direction) => {
    const whole =
      values.json[direction] === undefined &&
      values.isUnknown(direction) &&
      context.references.sets(change, direction) === true;
    const parts = values
      .blocks(direction)
      .filter((block) =>
        [...RULE_ATTRIBUTES, "cidr_block", "ipv6_cidr_block", "action", "rule_no"].some((name) =>
          block.isUnknown(name),
        ),
      );
    if (!whole && parts.length === 0) return [];
    return [
      blind(context, change, {
        message: `${change.address}: part of its ${direction} rules is known only after apply`,
        nodes: [id],
      }),
    ];
  });
}

/** Groups named inside a block; those still to be made are found through the configuration. */
function groupsOf(
  change: ResourceChange,
  context: Context,
  { block, direction }: { block: Values; direction: Direction },
): string[] {
  const known = block.texts("security_groups");
  if (!block.isUnknown("security_groups")) return known;
  return [...known, ...context.references.targets(change, direction, GROUPS).map(idOf)];
}

/** aws_network_acl_rule */
export function networkAclRule(change: ResourceChange, context: Context): Change[] {
  const side = (values: Values, acl: string): Change[] => {
    const entry = entryOf(values, values.flag("egress"));
    const output = {
      NetworkAcls: [
        { NetworkAclId: acl, OwnerId: context.account, IsDefault: false, Entries: [entry], Associations: [] },
      ],
    };
    return putting(
      context,
      change,
      rulesOnly(normalized(context, change, { call: "ec2:DescribeNetworkAcls", output })),
    );
  };
  const old =
    isDeleted(change) || change.actions.includes("update")
      ? side(beforeOf(change), String(change.before["network_acl_id"] ?? ""))
      : [];
  const gone = removing(old, context, change);
  if (isDeleted(change) && !isReplaced(change)) return gone;
  const acl = linked(context, change, {
    attribute: "network_acl_id",
    types: ["aws_network_acl", "aws_default_network_acl"],
  });
  if (acl === undefined)
    return [
      ...gone,
      blind(context, change, {
        message: `${change.address}: the plan does not say to which ACL it belongs`,
        kinds: ["rule"],
        types: ["aws.network-acl-entry"],
      }),
    ];
  const values = afterOf(change);
  const unclear = [
    "cidr_block",
    "ipv6_cidr_block",
    "from_port",
    "to_port",
    "protocol",
    "rule_number",
    "rule_action",
  ].filter((name) => values.isUnknown(name) && context.references.sets(change, name) !== false);
  if (unclear.length > 0)
    return [
      ...gone,
      blind(context, change, {
        message: `${change.address}: ${unclear.join(", ")} known only after apply`,
        nodes: [acl],
      }),
    ];
  return [...gone, ...side(values, acl)];
}

/** The removal of the rules that a batch would put. */
export function removing(puts: readonly Change[], context: Context, change: ResourceChange): Change[] {
  return puts.flatMap((put) =>
    put.op === "put"
      ? put.nodes.map(
          ({ id }): Change => ({ op: "remove", target: id, kind: "rule", at: context.placeOf(change) }),
        )
      : [],
  );
}
