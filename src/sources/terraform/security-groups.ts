import { isObject, type Json, type JsonObject } from "../../model/index.js";
import { type Attributes, HIDDEN } from "./attributes.js";
import { differ } from "./differ.js";
import { expression, followed, GROUP, GROUP_TYPES, idOf, linked, sets, VPC } from "./identities.js";
import { oldId, type Planned, removes, unknownGap, type World } from "./planned.js";
import { permission, TRAFFIC } from "./shapes.js";
import { blindStep, normalized, puts, removal, type Step } from "./steps.js";

const DIRECTIONS = ["ingress", "egress"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** aws_security_group, and aws_default_security_group, which adopts the default group of its VPC. */
export function securityGroup(planned: Planned, world: World): Step[] {
  const target = oldId(planned);
  // Terraform cannot delete a default group: it forgets it, and the rules stay as they are.
  const goes = removes(planned) && target !== null && !adopts(planned);
  const gone = goes ? [removal("remove-filter", planned, { target, kind: "filter" })] : [];
  if (planned.deed === "delete" || planned.after === null) return gone;
  const id = idOf(planned, world);
  const owned = DIRECTIONS.filter((direction) => owns(planned, direction, world));
  const fresh = planned.deed !== "update" && !adopts(planned);
  const cleared = fresh ? [] : owned.map((direction) => clearing(planned, id, direction));
  const rules = owned.map((direction) => inline(planned, { id, direction, world }));
  const batch = normalized(planned, "ec2:DescribeSecurityGroups", {
    SecurityGroups: [
      {
        ...groupShape(planned, id, world),
        IpPermissions: rules.flatMap(({ direction, permissions }) =>
          direction === "ingress" ? permissions : [],
        ),
        IpPermissionsEgress: rules.flatMap(({ direction, permissions }) =>
          direction === "egress" ? permissions : [],
        ),
      },
    ],
  });
  const open = [...rules.flatMap(({ hidden }) => hidden), ...unsettled(planned, world)];
  const message = `${planned.change.address}: ${[...new Set(open)].sort().join(", ")} known only after apply, or secret`;
  const gaps = open.length === 0 ? [] : [blindStep(unknownGap(planned, message, { nodes: [id] }))];
  return [...gone, ...cleared, ...puts("put-filter", planned, batch), ...gaps];
}

export function adopts({ change }: Planned): boolean {
  return change.type.startsWith("aws_default_");
}

export function clearing({ at }: Planned, parent: string, direction: Direction): Step {
  return { phase: "clear", change: { op: "replaceChildren", parent, relation: "rules", direction, at } };
}

/**
 * Does the resource itself say what the rules of this direction are? The lists are also filled in from what is
 * running, so that an unchanged list which the configuration does not set belongs to somebody else. A group
 * that Terraform creates or adopts has no rules but those: it takes away what AWS gives it.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group
 */
function owns(planned: Planned, direction: Direction, world: World): boolean {
  const now = planned.after?.raw(direction);
  if (planned.deed !== "update") return adopts(planned) || now !== HIDDEN;
  return now === HIDDEN
    ? sets(planned, direction, world) === true
    : differ(planned.before?.raw(direction), now);
}

function groupShape(planned: Planned, GroupId: string, world: World): JsonObject {
  const { after, where, change } = planned;
  const vpc = linked(planned, VPC, world);
  const name = after?.known("name") ?? after?.known("name_prefix");
  return {
    GroupId,
    GroupName: adopts(planned) ? "default" : (name ?? change.name),
    Description: after?.known("description") ?? "",
    ...(where.account === undefined ? {} : { OwnerId: where.account }),
    ...(typeof vpc === "string" ? { VpcId: vpc } : {}),
    Tags: after?.tags() ?? [],
  };
}

/** What makes the group itself, or who owns its rules, unknowable. */
function unsettled(planned: Planned, world: World): string[] {
  const vpc = linked(planned, VPC, world) === HIDDEN ? ["vpc_id"] : [];
  const hidden = DIRECTIONS.filter((direction) => planned.after?.raw(direction) === HIDDEN);
  const lists = hidden.filter((direction) => sets(planned, direction, world) !== false);
  // A list that is not set is hidden too, and then empty; but so is one of `dynamic` blocks over something
  // unknown, which the plan's configuration leaves out. Only a group with rules of its own surely has none inline.
  const fresh = planned.deed !== "update";
  const open = fresh && !adopts(planned) && !hasRuleResources(planned, world) ? hidden : lists;
  return [...vpc, ...open];
}

/** The provider forbids rules inline beside rules as resources. */
function hasRuleResources(group: Planned, world: World): boolean {
  const id = idOf(group, world);
  return [...world.resources.values()].some(
    (other) => RULE_TYPES.has(other.change.type) && !goes(other) && linked(other, GROUP, world) === id,
  );
}

const RULE_TYPES: ReadonlySet<string> = new Set([
  "aws_security_group_rule",
  "aws_vpc_security_group_ingress_rule",
  "aws_vpc_security_group_egress_rule",
]);

const goes = ({ deed }: Planned) => deed === "delete";

interface Inline {
  readonly direction: Direction;
  readonly permissions: readonly JsonObject[];
  readonly hidden: readonly string[];
}

function inline(planned: Planned, own: { id: string; direction: Direction; world: World }): Inline {
  const { id, direction } = own;
  const { known = [], hidden = 0 } = planned.after?.blocks(direction) ?? {};
  const rules = known.map((block) => {
    const groups = groupsOf(planned, block, own);
    const { shape, hidden: open } = permission(block, {
      group: id,
      account: planned.where.account,
      groups: groups ?? [],
    });
    const lost = open.some((name) => TRAFFIC.includes(name));
    return { shape: lost ? null : shape, open: [...open, ...(groups === null ? ["security_groups"] : [])] };
  });
  const names = rules.flatMap(({ open }) => open.map((name) => `${direction}.${name}`));
  return {
    direction,
    permissions: rules.flatMap(({ shape }) => (shape === null || empty(shape) ? [] : [shape])),
    hidden: hidden > 0 && Array.isArray(planned.after?.raw(direction)) ? [...names, direction] : names,
  };
}

/** A block whose every peer is hidden says nothing yet; the gap says so. */
function empty(permissionShape: JsonObject): boolean {
  const lists = ["IpRanges", "Ipv6Ranges", "PrefixListIds", "UserIdGroupPairs"].map(
    (name) => permissionShape[name],
  );
  return lists.every((list) => Array.isArray(list) && list.length === 0);
}

/** Groups that a block names; those still to be made are found in the block of the configuration that it came from. */
function groupsOf(
  planned: Planned,
  block: Attributes,
  { direction, world }: { direction: Direction; world: World },
): readonly string[] | null {
  const { known, hidden } = block.texts("security_groups");
  if (hidden === 0) return known;
  const blocks = expression(planned, direction, world);
  const fitting = (Array.isArray(blocks) ? blocks : []).filter(
    (one) => isObject(one) && one["security_groups"] !== undefined && fits(one, block),
  );
  if (fitting.length !== 1) return null;
  const from = (fitting[0] as JsonObject)["security_groups"];
  const link = { attribute: "security_groups", types: GROUP_TYPES };
  const ids = followed(planned, from, { link, world });
  return ids?.length === hidden ? [...known, ...ids] : null;
}

/** Can the values have come from this block? Its constants must be among them. */
function fits(block: JsonObject, values: Attributes): boolean {
  return ["from_port", "to_port", "protocol"].every((name) => {
    const constant: Json | undefined = isObject(block[name]) ? block[name]["constant_value"] : undefined;
    return constant === undefined || String(constant) === values.text(name);
  });
}
