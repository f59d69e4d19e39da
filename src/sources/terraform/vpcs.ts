import type { EstateNode, JsonObject } from "../../model/index.js";
import { formatCidr, parseCidr } from "../../net/index.js";
import { HIDDEN } from "./attributes.js";
import { idOf, linked, sets, VPC } from "./identities.js";
import { creates, oldId, type Planned, removes, unknownGap, type World } from "./planned.js";
import { blindStep, normalized, puts, removal, type Step, withFacts } from "./steps.js";
import { companions } from "./vpc-companions.js";

const ASSOCIATIONS: ReadonlyMap<string, string> = new Map([
  ["aws_vpc_ipv4_cidr_block_association", "cidr_block"],
  ["aws_vpc_ipv6_cidr_block_association", "ipv6_cidr_block"],
]);
const OWN_BLOCKS = ["cidr_block", "ipv6_cidr_block"];

/** aws_vpc. */
export function vpc(planned: Planned, world: World): Step[] {
  return [
    ...(removes(planned) ? gone(planned) : []),
    ...(planned.deed === "delete" ? [] : come(planned, world)),
    ...(creates(planned) ? companions(planned, world) : []),
  ];
}

/** A VPC takes along what AWS made with it. */
function gone(planned: Planned): Step[] {
  const names = ["default_security_group_id", "default_network_acl_id", "default_route_table_id"];
  const [group, acl, table] = names.map((name) => planned.before?.known(name) ?? null);
  const vpcId = oldId(planned);
  return [
    ...[group, acl].flatMap((target) =>
      target == null ? [] : [removal("remove-filter", planned, { target, kind: "filter" })],
    ),
    ...(table == null ? [] : [removal("remove-subnet", planned, { target: table, kind: "route-table" })]),
    ...(vpcId === null ? [] : [removal("remove-network", planned, { target: vpcId, kind: "network" })]),
  ];
}

function come(planned: Planned, world: World): Step[] {
  const id = idOf(planned, world);
  const blocks = blocksOf(planned, id, world);
  const batch = normalized(planned, "ec2:DescribeVpcs", { Vpcs: [shapeOf(planned, id, blocks.known)] });
  const before = planned.deed === "update" ? runningVpc(id, world) : undefined;
  const gaps = blocks.hidden.map((what) =>
    blindStep(
      unknownGap(planned, `${planned.change.address}: ${what} is known only after apply, or secret`, {
        nodes: [id],
      }),
    ),
  );
  if (planned.deed === "update" && before === undefined) {
    const message = `${planned.change.address}: which further blocks the VPC has, the plan does not tell`;
    gaps.push(blindStep(unknownGap(planned, message, { nodes: [id], relations: [] })));
  }
  const nodes = batch.nodes.map((node) =>
    node.kind === "network" && before !== undefined ? kept(node, before, planned) : node,
  );
  return [...puts("put-network", planned, { ...batch, nodes }), ...gaps];
}

function shapeOf(planned: Planned, VpcId: string, blocks: readonly string[]): JsonObject {
  const { after, where } = planned;
  const State = { State: "associated" };
  const six = blocks.filter((block) => block.includes(":"));
  const four = blocks.filter((block) => !block.includes(":"));
  return {
    VpcId,
    ...(where.account === undefined ? {} : { OwnerId: where.account }),
    State: "available",
    IsDefault: false,
    CidrBlockAssociationSet: four.map((CidrBlock) => ({ CidrBlock, CidrBlockState: State })),
    Ipv6CidrBlockAssociationSet: six.map((Ipv6CidrBlock) => ({ Ipv6CidrBlock, Ipv6CidrBlockState: State })),
    Tags: after?.tags() ?? [],
  };
}

interface Blocks {
  readonly known: readonly string[];
  /** What is set and not known yet. */
  readonly hidden: readonly string[];
}

/** The VPC's own blocks, and those that other resources of the plan associate with it. */
function blocksOf(planned: Planned, id: string, world: World): Blocks {
  const own = OWN_BLOCKS.map((name) => ({ name, value: planned.after?.text(name) ?? null }));
  const added = associationsOf(id, world).map(({ planned: one, attribute }) => ({
    name: `${one.change.address}'s ${attribute}`,
    value: one.after?.text(attribute) ?? null,
  }));
  const asked = planned.after?.flag("assign_generated_ipv6_cidr_block") === true;
  const open = own.filter(
    ({ name, value }) =>
      value === HIDDEN && (sets(planned, name, world) !== false || (asked && name === "ipv6_cidr_block")),
  );
  const all = [...own, ...added];
  return {
    known: all.flatMap(({ value }) => (typeof value === "string" ? [value] : [])),
    hidden: [...open, ...added.filter(({ value }) => value === HIDDEN)].map(({ name }) => name),
  };
}

function associationsOf(vpcId: string, world: World): { planned: Planned; attribute: string }[] {
  return [...world.resources.values()].flatMap((planned) => {
    const attribute = ASSOCIATIONS.get(planned.change.type);
    if (attribute === undefined || planned.deed === "delete") return [];
    return linked(planned, VPC, world) === vpcId ? [{ planned, attribute }] : [];
  });
}

function runningVpc(id: string, { existing }: World): EstateNode<"network"> | undefined {
  const found = (existing?.(id) ?? []).filter(({ kind }) => kind === "network");
  return found.length === 1 ? (found[0] as EstateNode<"network">) : undefined;
}

/** A running VPC keeps the blocks that nobody in this plan manages. */
function kept(node: EstateNode, running: EstateNode<"network">, planned: Planned): EstateNode {
  const planner = node as EstateNode<"network">;
  const before = OWN_BLOCKS.flatMap((name) => planned.before?.known(name) ?? []).map(canonical);
  const others = (running.is.cidrs ?? []).filter((block) => !before.includes(block));
  return { ...planner, is: { ...running.is, ...planner.is, cidrs: merged(planner.is.cidrs ?? [], others) } };
}

/** aws_vpc_ipv4_cidr_block_association and aws_vpc_ipv6_cidr_block_association. */
export function association(planned: Planned, world: World): Step[] {
  const { change, before, after } = planned;
  const attribute = ASSOCIATIONS.get(change.type) ?? "";
  const vpcId = planned.deed === "delete" ? (before?.known("vpc_id") ?? HIDDEN) : linked(planned, VPC, world);
  const told = [...world.resources.values()].some(
    (one) => one.change.type === "aws_vpc" && one.deed !== "keep" && idOf(one, world) === vpcId,
  );
  const running = typeof vpcId === "string" ? runningVpc(vpcId, world) : undefined;
  const block = planned.deed === "delete" ? null : (after?.text(attribute) ?? null);
  // A VPC that the plan itself creates or changes gathers its associations; a block that goes must still go.
  if (told && !removes(planned)) return [];
  if (running === undefined || block === HIDDEN) {
    const nodes = typeof vpcId === "string" ? [vpcId] : [];
    const everywhere =
      nodes.length === 0 ? { kinds: ["network" as const], types: ["aws.vpc"], ...planned.where } : { nodes };
    const message = `${change.address}: what blocks its VPC will have, the plan does not tell`;
    return [blindStep(unknownGap(planned, message, everywhere))];
  }
  const old = before?.known(attribute);
  const cidrs = (running.is.cidrs ?? []).filter((cidr) => old == null || cidr !== canonical(old));
  const now = merged(cidrs, typeof block === "string" ? [canonical(block)] : []);
  return puts("put-network", planned, {
    nodes: [withFacts(running, { cidrs: now }, planned)],
    edges: [],
    gaps: [],
  });
}

function canonical(block: string): string {
  const cidr = parseCidr(block);
  return cidr === null ? block : formatCidr(cidr);
}

function merged(a: readonly string[], b: readonly string[]): string[] {
  return [...new Set([...a, ...b])].sort();
}
