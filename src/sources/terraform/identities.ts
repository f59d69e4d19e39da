import type { Json } from "../../model/index.js";
import { moduleSteps } from "./address.js";
import { HIDDEN, type Hidden } from "./attributes.js";
import { expressionOf, referencesOf } from "./configuration.js";
import { creates, oldId, type Planned, placeholder, type World } from "./planned.js";
import { type Source, scopeOf, sourcesOf } from "./resolve.js";

/** What an attribute that holds an id may point at. */
export interface Link {
  readonly attribute: string;
  readonly types: readonly string[];
  /** How many resources were passed on the way here. */
  readonly hops?: number;
}

export const VPC: Link = { attribute: "vpc_id", types: ["aws_vpc", "aws_default_vpc"] };
export const GROUP_TYPES = ["aws_security_group", "aws_default_security_group"];
export const GROUP: Link = { attribute: "security_group_id", types: GROUP_TYPES };
export const ACL: Link = {
  attribute: "network_acl_id",
  types: ["aws_network_acl", "aws_default_network_acl"],
};
export const SUBNET: Link = { attribute: "subnet_id", types: ["aws_subnet", "aws_default_subnet"] };

/** What AWS makes together with a VPC, by the attribute of aws_vpc that names it. */
const COMPANIONS: ReadonlyMap<string, string> = new Map([
  ["default_security_group_id", "security-group"],
  ["default_network_acl_id", "network-acl"],
  ["default_route_table_id", "route-table"],
  ["main_route_table_id", "route-table"],
]);
const MOST_HOPS = 8;

/** Stands for what comes with a VPC that is still to be made. */
export function companionOf(vpc: string, attribute: string): string {
  return `${vpc}/default-${COMPANIONS.get(attribute) ?? attribute}`;
}

/**
 * The short id of a resource as it will be. A default group or ACL is adopted, not made: on a planned VPC it
 * has the placeholder of what comes with that VPC.
 */
export function idOf(planned: Planned, world: World): string {
  const known = planned.after?.known("id") ?? (creates(planned) ? null : oldId(planned));
  if (known !== null) return known;
  return adopted(planned, world) ?? placeholder(planned);
}

/** The id of the default group or ACL that a resource adopts; null where the plan does not tell it. */
export function adopted(planned: Planned, world: World): string | null {
  const { type } = planned.change;
  if (type === "aws_default_network_acl") {
    const id = linked(planned, { attribute: "default_network_acl_id", types: [] }, world);
    return typeof id === "string" ? id : null;
  }
  if (type !== "aws_default_security_group") return null;
  const vpc = linked(planned, VPC, world);
  if (typeof vpc !== "string") return null;
  if (vpc.startsWith("planned:")) return companionOf(vpc, "default_security_group_id");
  const managed = [...world.resources.values()].find(
    ({ change, after }) => VPC.types.includes(change.type) && after?.known("id") === vpc,
  );
  return managed?.after?.known("default_security_group_id") ?? null;
}

/** The id that an attribute holds or will hold: HIDDEN where the plan does not tell, null where there is none. */
export function linked(planned: Planned, link: Link, world: World): string | Hidden | null {
  const value = planned.after?.text(link.attribute) ?? null;
  if (value !== HIDDEN) return value;
  const ids = followed(planned, expression(planned, link.attribute, world), { link, world });
  return ids?.length === 1 ? (ids[0] ?? HIDDEN) : HIDDEN;
}

/** The ids of a list, of which some are still to be made; null where the plan does not tell all of them. */
export function linkedList(planned: Planned, link: Link, world: World): readonly string[] | null {
  const { known = [], hidden = 0 } = planned.after?.texts(link.attribute) ?? {};
  if (hidden === 0) return known;
  const ids = followed(planned, expression(planned, link.attribute, world), { link, world });
  return ids?.length === hidden ? [...known, ...ids] : null;
}

/** The configuration's expression of an attribute. */
export function expression({ change }: Planned, attribute: string, { plan }: World): Json | undefined {
  return expressionOf(configured(change, plan)?.resource ?? null, attribute);
}

/** Does the configuration set the attribute? Undefined where the plan does not hold the configuration. */
export function sets({ change }: Planned, attribute: string, { plan }: World): boolean | undefined {
  const resource = configured(change, plan)?.resource ?? null;
  return resource === null ? undefined : expressionOf(resource, attribute) !== undefined;
}

function configured(change: Planned["change"], { configuration }: World["plan"]) {
  const at = {
    steps: moduleSteps(change.moduleAddress),
    resource: `${change.type}.${change.name}`,
    key: change.index,
  };
  return scopeOf(configuration, at);
}

interface Following {
  readonly link: Link;
  readonly world: World;
}

/** The ids that an expression takes its value from; null where one of them cannot be told. */
export function followed(
  planned: Planned,
  from: Json | undefined,
  { link, world }: Following,
): readonly string[] | null {
  const scope = configured(planned.change, world.plan)?.scope;
  const references = referencesOf(from);
  if (scope === undefined || references.length === 0 || (link.hops ?? 0) > MOST_HOPS) return null;
  const sources = sourcesOf(references, {
    scope,
    plan: { configuration: world.plan.configuration, instances: world.instances },
  });
  const ids = (sources ?? []).map((source) => idFrom(source, { link, world }));
  return sources === null || ids.length === 0 || ids.includes(null) ? null : ids.filter((id) => id !== null);
}

function idFrom({ address, attribute }: Source, { link, world }: Following): string | null {
  const target = world.resources.get(address);
  if (target === undefined) return null;
  const { type } = target.change;
  if (attribute === "id" || attribute === null) {
    if (link.types.includes(type)) return idOf(target, world);
    if (attribute === "id") return null;
  }
  if (type === "aws_vpc" && attribute !== null && COMPANIONS.has(attribute)) {
    return target.after?.known(attribute) ?? companionOf(idOf(target, world), attribute);
  }
  if (attribute === null) return null;
  const id = linked(target, { ...link, attribute, hops: (link.hops ?? 0) + 1 }, world);
  return typeof id === "string" ? id : null;
}
