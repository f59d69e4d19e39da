import { type EstateNode, isObject, type Json } from "../../model/index.js";
import { moduleSteps } from "./address.js";
import { moduleAt, referencesOf, resourceIn } from "./configuration.js";
import { asObject, type Plan, type ResourceChange } from "./plan.js";

/** Account and Region of a resource, as far as the plan or the caller can tell. */
export interface Whereabouts {
  readonly account?: string;
  readonly region?: string;
}

const ACCOUNT = /^\d{12}$/;

/** Nodes of the running estate by id or alias. */
export type Existing = ((name: string) => readonly EstateNode[]) | null;

/**
 * Says where each resource is or will be: by its own ARN or `region`, by where the things run that it names, by
 * the Region that its provider is configured with, by what else the same provider configuration manages in this
 * plan, by `given`.
 */
export function whereaboutsIn(
  plan: Plan,
  { given, existing }: { readonly given: Whereabouts; readonly existing: Existing },
): (change: ResourceChange) => Whereabouts {
  const seen = new Map<string, { accounts: Set<string>; regions: Set<string> }>();
  for (const change of plan.changes) {
    const key = providerOf(plan, change);
    const tally = seen.get(key) ?? { accounts: new Set(), regions: new Set() };
    const { account, region } = { ...runningPlace(change, existing), ...ownPlace(change) };
    if (account !== undefined) tally.accounts.add(account);
    if (region !== undefined) tally.regions.add(region);
    seen.set(key, tally);
  }
  return (change) => {
    const key = providerOf(plan, change);
    const own = { ...runningPlace(change, existing), ...ownPlace(change) };
    const account = own.account ?? only(seen.get(key)?.accounts) ?? given.account;
    const region = own.region ?? configuredRegion(plan, key) ?? only(seen.get(key)?.regions) ?? given.region;
    return { ...(account === undefined ? {} : { account }), ...(region === undefined ? {} : { region }) };
  };
}

function ownPlace({ before, after }: ResourceChange): Whereabouts {
  const values = [asObject(after), asObject(before)];
  const [, , , region, account] =
    values
      .map(({ arn }) => arn)
      .find((arn) => typeof arn === "string")
      ?.split(":") ?? [];
  const owner = values
    .map((each) => each["owner_id"])
    .find((id) => typeof id === "string" && ACCOUNT.test(id));
  // Since version 6 of the provider every resource may name its Region.
  const named = values.map((each) => each["region"]).find((name) => typeof name === "string" && name !== "");
  const here = account !== undefined && ACCOUNT.test(account) ? account : owner;
  const there = region !== undefined && region !== "" ? region : named;
  return {
    ...(typeof here === "string" ? { account: here } : {}),
    ...(typeof there === "string" ? { region: there } : {}),
  };
}

/** Attributes that name the thing itself, or what it is part of. */
const NAMES = ["id", "security_group_id", "network_acl_id", "subnet_id", "vpc_id", "route_table_id"];

/** Where what the resource names is running; nothing where that is in several places. */
function runningPlace({ before, after }: ResourceChange, existing: Existing): Whereabouts {
  if (existing === null) return {};
  const values = [asObject(before), asObject(after)];
  for (const name of NAMES) {
    for (const id of values.map((each) => each[name])) {
      const [node, ...more] = typeof id === "string" ? existing(id) : [];
      if (node === undefined || more.length > 0) continue;
      const { account, region } = node.scope;
      return { ...(account === undefined ? {} : { account }), ...(region === undefined ? {} : { region }) };
    }
  }
  return {};
}

function only(values: ReadonlySet<string> | undefined): string | undefined {
  return values?.size === 1 ? [...values][0] : undefined;
}

/** Key of the provider configuration that manages the resource, e.g. `aws` or `aws.west`. */
function providerOf(plan: Plan, { moduleAddress, type, name }: ResourceChange): string {
  const module = moduleAt(plan.configuration, moduleSteps(moduleAddress));
  const key = module === null ? undefined : resourceIn(module, `${type}.${name}`)?.["provider_config_key"];
  return typeof key === "string" ? key : "aws";
}

/** The Region of a provider configuration: a constant, or a variable whose value the plan holds. */
function configuredRegion({ configuration, variables }: Plan, key: string): string | undefined {
  const providers = asObject(configuration["provider_config"]);
  const provider = Object.hasOwn(providers, key) ? asObject(providers[key]) : {};
  const region: Json | undefined = asObject(provider["expressions"])["region"];
  if (!isObject(region)) return undefined;
  if (typeof region["constant_value"] === "string") return region["constant_value"];
  const [reference, ...more] = referencesOf(region);
  const name = more.length === 0 ? /^var\.([\w-]+)$/.exec(reference ?? "")?.[1] : undefined;
  const value =
    name !== undefined && Object.hasOwn(variables, name) ? asObject(variables[name])["value"] : undefined;
  return typeof value === "string" ? value : undefined;
}
