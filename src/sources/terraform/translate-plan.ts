import { type Change, type EstateNode, gapOf, type Provenance } from "../../model/index.js";
import { aclAssociation } from "./acl-links.js";
import { networkAcl, networkAclRule } from "./network-acls.js";
import { untranslated } from "./other-types.js";
import { type Plan, type ResourceChange, readPlan } from "./plan.js";
import { type Planned, plannedOf, type World } from "./planned.js";
import { securityGroupRule } from "./security-group-rules.js";
import { securityGroup } from "./security-groups.js";
import { SourceLines, type TerraformFile } from "./source-lines.js";
import { blindStep, inOrder, type Step } from "./steps.js";
import { subnet } from "./subnets.js";
import { association, vpc } from "./vpcs.js";
import { type Whereabouts, whereaboutsIn } from "./whereabouts.js";

export interface PlanInput {
  readonly text: string;
  /** Path of the plan as results should name it. */
  readonly path: string;
  /** The .tf files of the root module's folder and below, so that results name their lines. */
  readonly sources?: readonly TerraformFile[];
  /** Where things go that the plan does not place. */
  readonly account?: string;
  readonly region?: string;
  /** Nodes of the running estate by id or alias: what a plan does not tell of them stays as it is. */
  readonly existing?: (name: string) => readonly EstateNode[];
}

type Translate = (planned: Planned, world: World) => Step[];

const TRANSLATED: ReadonlyMap<string, Translate> = new Map<string, Translate>([
  ["aws_vpc", vpc],
  ["aws_vpc_ipv4_cidr_block_association", association],
  ["aws_vpc_ipv6_cidr_block_association", association],
  ["aws_subnet", subnet],
  ["aws_security_group", securityGroup],
  ["aws_default_security_group", securityGroup],
  ["aws_security_group_rule", securityGroupRule],
  ["aws_vpc_security_group_ingress_rule", securityGroupRule],
  ["aws_vpc_security_group_egress_rule", securityGroupRule],
  ["aws_network_acl", networkAcl],
  ["aws_default_network_acl", networkAcl],
  ["aws_network_acl_rule", networkAclRule],
  ["aws_network_acl_association", aclAssociation],
]);

/**
 * A Terraform plan as changes to lay over an estate, in an order in which they may be laid.
 * @throws InputError where the text is no plan
 */
export function translatePlan(input: PlanInput): Change[] {
  const plan = readPlan(input.path, input.text);
  const world = worldOf(plan, input);
  const acting = [...world.resources.values()].filter(({ deed }) => deed !== "keep");
  const steps = acting.flatMap((planned) => TRANSLATED.get(planned.change.type)?.(planned, world) ?? []);
  const others = acting.filter(({ change }) => !TRANSLATED.has(change.type));
  return inOrder([...steps, ...untranslated(others), ...incomplete(plan, input.path)]);
}

/** Data sources are read, not changed; they are no resources here. */
function worldOf(plan: Plan, input: PlanInput): World {
  const given: Whereabouts = {
    ...(input.account === undefined ? {} : { account: input.account }),
    ...(input.region === undefined ? {} : { region: input.region }),
  };
  const where = whereaboutsIn(plan, { given, existing: input.existing ?? null });
  const lines = new SourceLines(input.sources ?? [], plan.configuration);
  const resources = new Map<string, Planned>();
  const instances = new Map<string, string[]>();
  for (const change of plan.changes.filter(({ mode }) => mode === "managed")) {
    const planned = plannedOf(
      change,
      where(change),
      placeOf(change, where(change), { lines, path: input.path }),
    );
    // A leftover of an earlier replacement shares its address with the resource itself.
    resources.set(change.deposed ? `${change.address} (deposed ${resources.size})` : change.address, planned);
    if (change.deposed) continue;
    const prefix = change.moduleAddress === "" ? "" : `${change.moduleAddress}.`;
    const base = `${prefix}${change.type}.${change.name}`;
    instances.set(base, [...(instances.get(base) ?? []), change.address]);
  }
  return { plan, resources, instances, existing: input.existing ?? null };
}

function placeOf(
  { address, moduleAddress, type, name, line }: ResourceChange,
  where: Whereabouts,
  { lines, path }: { lines: SourceLines; path: string },
): Provenance {
  const found = lines.of(moduleAddress, type, name);
  const place = found === undefined ? { uri: path, line } : { uri: found.path, line: found.line };
  return { source: "terraform", ...place, address, ...where };
}

function incomplete({ complete, deferred }: Plan, path: string): Step[] {
  const at: Provenance = { source: "terraform", uri: path, line: 1 };
  const put = deferred.map((address) =>
    gapOf({
      reason: "not-collected",
      message: `${address} is deferred: what it becomes a later plan will tell`,
      at,
    }),
  );
  const rest = gapOf({
    reason: "not-collected",
    message: "The plan is not complete: it covers a part of the configuration",
    at,
  });
  return [...put, ...(complete ? [] : [rest])].map(blindStep);
}
