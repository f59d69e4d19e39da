import type { Change, Kind, Provenance } from "../../model/index.js";
import { isObject, type Json } from "../../model/index.js";
import { blind, type Context } from "./context.js";
import { networkAcl, networkAclRule, securityGroup } from "./filters.js";
import { groupRule } from "./group-rules.js";
import { subnet, vpc } from "./networks.js";
import { type Plan, type ResourceChange, readPlan } from "./plan-file.js";
import { References } from "./references.js";
import { type TerraformFile, TerraformLines } from "./tf-lines.js";

export interface PlanInput {
  readonly text: string;
  /** Path of the plan as results should name it. */
  readonly path: string;
  /** The .tf files of the root module's folder and below. */
  readonly sources?: readonly TerraformFile[];
  /** Where things go that the plan does not place. */
  readonly account?: string;
  readonly region?: string;
  /** Where something of the running estate lies, by its id; what is planned beside it lies there too. */
  readonly locate?: Locate;
}

type Locate = (id: string) => { readonly account?: string; readonly region?: string } | undefined;

type Translate = (change: ResourceChange, context: Context) => Change[];

const TRANSLATED: Readonly<Record<string, Translate>> = {
  aws_vpc: vpc,
  aws_subnet: subnet,
  aws_security_group: securityGroup,
  aws_default_security_group: securityGroup,
  aws_security_group_rule: groupRule,
  aws_vpc_security_group_ingress_rule: groupRule,
  aws_vpc_security_group_egress_rule: groupRule,
  aws_network_acl: networkAcl,
  aws_default_network_acl: networkAcl,
  aws_network_acl_rule: networkAclRule,
};

/** Types with a place in the graph that are not translated yet: what they would become stays unknown. */
const KINDS: readonly [RegExp, Kind][] = [
  [/^aws_(instance|spot_instance_request)$/, "host"],
  [/^aws_network_interface/, "interface"],
  [/^aws_(default_)?route(_table.*)?$|^aws_main_route_table_association$/, "route-table"],
  [/^aws_(alb|lb|elb)$/, "load-balancer"],
  [/^aws_(alb|lb)_listener/, "listener"],
  [/^aws_(alb|lb)_target_group/, "target-group"],
  [/^aws_(nat_gateway|(egress_only_)?internet_gateway)/, "gateway"],
  [/^aws_eip/, "address"],
  [/^aws_vpc_peering/, "peering"],
  [/^aws_vpc_endpoint/, "endpoint"],
  [/^aws_flow_log$/, "flow-log"],
  [/^aws_ec2_managed_prefix_list/, "prefix-list"],
  [/^aws_vpc_ipv[46]_cidr_block_association$|^aws_default_vpc$/, "network"],
  [/^aws_default_subnet$/, "subnet"],
  [/^aws_network_acl_association$/, "subnet"],
];

/** A Terraform plan as changes to lay over an estate. Throws an InputError where the text is no plan. */
export function translatePlan(input: PlanInput): Change[] {
  const plan = readPlan(input.text, input.path);
  const context = contextOf(plan, input);
  return plan.changes.filter(acts).flatMap((change) => {
    const translate = Object.hasOwn(TRANSLATED, change.type) ? TRANSLATED[change.type] : undefined;
    const own = { ...context, ...placeOfChange(change, input.locate) };
    return translate === undefined ? untranslated(change, own) : translate(change, own);
  });
}

const acts = ({ actions }: ResourceChange) =>
  actions.some((action) => action !== "no-op" && action !== "read");

function untranslated(change: ResourceChange, context: Context): Change[] {
  const message = `${change.address}: ${change.type} is not translated, so what it ${change.actions.join(" and ")}s was not judged`;
  const kind = KINDS.find(([pattern]) => pattern.test(change.type))?.[1];
  return [blind(context, change, kind === undefined ? { message, kinds: [] } : { message, kinds: [kind] })];
}

function contextOf(plan: Plan, input: PlanInput): Context {
  const lines = new TerraformLines(input.sources ?? [], plan.configuration);
  const place =
    placeIn(plan) ?? plan.changes.map((change) => placeOfChange(change, input.locate)).find(isPlace) ?? {};
  return {
    references: new References(plan),
    account: place.account ?? input.account ?? "planned",
    region: place.region ?? regionOf(plan) ?? input.region ?? "planned",
    placeOf: (change): Provenance => {
      const found = lines.of(change.module, change.type, change.name);
      const where =
        found === undefined ? { uri: input.path, line: change.line } : { uri: found.path, line: found.line };
      return { source: "terraform", ...where, address: change.address };
    },
  };
}

/** Account and Region of what is there already, by the ARNs in the plan. */
function placeIn(plan: Plan): { account?: string; region?: string } | undefined {
  for (const { before, after } of plan.changes) {
    for (const arn of [before["arn"], after["arn"]]) {
      const [, , , region, account] = typeof arn === "string" ? arn.split(":") : [];
      if (region && account && /^\d{12}$/.test(account)) return { account, region };
    }
  }
  return undefined;
}

const isPlace = ({ account }: { account?: string }) => account !== undefined;

/** Attributes that name things which may be running already, nearest first. */
const NAMING = ["id", "security_group_id", "network_acl_id", "subnet_id", "vpc_id"] as const;

/** Where the running thing lies that a change is about or belongs to. */
function placeOfChange(
  { before, after }: ResourceChange,
  locate: Locate | undefined,
): { account?: string; region?: string } {
  for (const name of NAMING) {
    for (const id of [after[name], before[name]]) {
      const found = typeof id === "string" ? locate?.(id) : undefined;
      if (found?.account === undefined) continue;
      return { account: found.account, ...(found.region === undefined ? {} : { region: found.region }) };
    }
  }
  return {};
}

/** The Region of the provider configuration, where it is a constant or a variable of the plan. */
function regionOf({ configuration, variables }: Plan): string | undefined {
  const providers = configuration["provider_config"];
  const aws = isObject(providers) ? providers["aws"] : undefined;
  const expressions = isObject(aws) ? aws["expressions"] : undefined;
  const region: Json | undefined = isObject(expressions) ? expressions["region"] : undefined;
  if (!isObject(region)) return undefined;
  if (typeof region["constant_value"] === "string") return region["constant_value"];
  const [name] = Array.isArray(region["references"]) ? region["references"] : [];
  const variable = typeof name === "string" && name.startsWith("var.") ? variables[name.slice(4)] : undefined;
  const value = isObject(variable) ? variable["value"] : undefined;
  return typeof value === "string" ? value : undefined;
}
