import { type Batch, EMPTY_BATCH, type JsonObject } from "../../model/index.js";
import { aclLinks, subnetsLeft } from "./acl-links.js";
import { type Attributes, HIDDEN } from "./attributes.js";
import { differ } from "./differ.js";
import { ACL, idOf, linked, linkedList, SUBNET, sets, VPC } from "./identities.js";
import { oldId, type Planned, removes, unknownGap, type World } from "./planned.js";
import { adopts, clearing } from "./security-groups.js";
import { aclEntry } from "./shapes.js";
import { blindStep, normalized, puts, removal, ruleRemovals, rulesOnly, type Step } from "./steps.js";

const DIRECTIONS = ["ingress", "egress"] as const;

/** aws_network_acl, and aws_default_network_acl, which adopts the default ACL of its VPC. */
export function networkAcl(planned: Planned, world: World): Step[] {
  const target = oldId(planned);
  // Terraform cannot delete a default ACL: it forgets it, and the entries stay as they are.
  const goes = removes(planned) && target !== null && !adopts(planned);
  const gone = goes ? [removal("remove-filter", planned, { target, kind: "filter" })] : [];
  if (planned.deed === "delete" || planned.after === null) return gone;
  const id = idOf(planned, world);
  const owned = DIRECTIONS.filter((direction) => owns(planned, direction, world));
  const fresh = planned.deed !== "update" && !adopts(planned);
  const entries = owned.flatMap((direction) =>
    (planned.after?.blocks(direction).known ?? []).map((block) => ({
      direction,
      ...aclEntry(block, direction === "egress"),
    })),
  );
  const batch = normalized(planned, "ec2:DescribeNetworkAcls", {
    NetworkAcls: [
      aclShape(planned, id, { world, entries: entries.filter(({ hidden }) => hidden.length === 0) }),
    ],
  });
  const open = [
    ...entries.flatMap(({ direction, hidden }) => hidden.map((name) => `${direction}.${name}`)),
    ...DIRECTIONS.filter((direction) => hiddenList(planned, direction, world)),
    ...(linked(planned, VPC, world) === HIDDEN && !adopts(planned) ? ["vpc_id"] : []),
  ];
  const message = `${planned.change.address}: ${[...new Set(open)].sort().join(", ")} known only after apply, or secret`;
  return [
    ...gone,
    ...(fresh ? [] : owned.map((direction) => clearing(planned, id, direction))),
    ...puts("put-filter", planned, batch),
    ...associated(planned, id, world),
    ...(open.length === 0 ? [] : [blindStep(unknownGap(planned, message, { nodes: [id] }))]),
  ];
}

/** A new ACL, and a default one, has no entries but those; a list that nobody sets is filled from what is running. */
function owns(planned: Planned, direction: "ingress" | "egress", world: World): boolean {
  if (planned.deed !== "update") return true;
  const now = planned.after?.raw(direction);
  return now === HIDDEN
    ? sets(planned, direction, world) === true
    : differ(planned.before?.raw(direction), now);
}

function hiddenList(planned: Planned, direction: "ingress" | "egress", world: World): boolean {
  const { hidden = 0 } = planned.after?.blocks(direction) ?? {};
  return hidden > 0 && sets(planned, direction, world) !== false;
}

function aclShape(
  planned: Planned,
  NetworkAclId: string,
  { world, entries }: { world: World; entries: readonly { shape: JsonObject }[] },
): JsonObject {
  const vpc = linked(planned, VPC, world);
  const { account } = planned.where;
  return {
    NetworkAclId,
    ...(account === undefined ? {} : { OwnerId: account }),
    ...(typeof vpc === "string" ? { VpcId: vpc } : {}),
    IsDefault: adopts(planned),
    Entries: entries.map(({ shape }) => shape),
    Tags: planned.after?.tags() ?? [],
  };
}

function associated(planned: Planned, id: string, world: World): Step[] {
  const now = linkedList(planned, { ...SUBNET, attribute: "subnet_ids" }, world);
  const before = planned.deed === "update" ? (planned.before?.texts("subnet_ids").known ?? []) : [];
  // The list is filled in from what is running where nobody sets it.
  const unset = planned.after?.raw("subnet_ids") === HIDDEN && sets(planned, "subnet_ids", world) === false;
  if (now === null) {
    const message = `${planned.change.address}: subnet_ids known only after apply, or secret`;
    const touches = { kinds: ["subnet" as const], types: ["aws.subnet"], ...planned.where };
    return unset ? [] : [blindStep(unknownGap(planned, message, touches))];
  }
  const added = now.filter((subnet) => !before.includes(subnet));
  const left = before.filter((subnet) => !now.includes(subnet));
  return [...aclLinks(planned, { acl: id, subnets: added }, world), ...subnetsLeft(planned, left, world)];
}

/** aws_network_acl_rule. */
export function networkAclRule(planned: Planned, world: World): Step[] {
  const was = planned.deed === "update" || removes(planned) ? before(planned) : EMPTY_BATCH;
  if (planned.deed === "delete" || planned.after === null) return ruleRemovals(planned, was, EMPTY_BATCH);
  const acl = linked(planned, ACL, world);
  const { shape, hidden } = aclEntry(planned.after, planned.after.flag("egress") === true);
  const touches =
    typeof acl === "string"
      ? { nodes: [acl] }
      : {
          kinds: ["filter" as const, "rule" as const],
          types: ["aws.network-acl", "aws.network-acl-entry"],
          ...planned.where,
        };
  const open = [...hidden, ...(typeof acl === "string" ? [] : ["network_acl_id"])];
  const now = typeof acl !== "string" || open.length > 0 ? EMPTY_BATCH : read(planned, acl, shape);
  const message = `${planned.change.address}: ${open.join(", ")} known only after apply, or secret`;
  return [
    ...ruleRemovals(planned, was, now),
    ...puts("put-rule", planned, now),
    ...(open.length === 0 ? [] : [blindStep(unknownGap(planned, message, touches))]),
  ];
}

function before(planned: Planned): Batch {
  const values: Attributes | null = planned.before;
  const acl = values?.known("network_acl_id") ?? null;
  if (values === null || acl === null) return EMPTY_BATCH;
  return read(planned, acl, aclEntry(values, values.flag("egress") === true).shape);
}

function read(planned: Planned, NetworkAclId: string, entry: JsonObject): Batch {
  const { account } = planned.where;
  const acl = { NetworkAclId, ...(account === undefined ? {} : { OwnerId: account }), Entries: [entry] };
  return rulesOnly(normalized(planned, "ec2:DescribeNetworkAcls", { NetworkAcls: [acl] }));
}
