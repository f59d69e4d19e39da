import { isObject, type Json, type JsonObject } from "../../../model/index.js";
import { isAccount, partsOfArn, regionOfZone } from "../names.js";

/** Accounts and Regions that something points to. */
export interface Evidence {
  readonly accounts: ReadonlySet<string>;
  readonly regions: ReadonlySet<string>;
}

/** Members that name the owner of the item they stand in. */
const OWNERS = new Set(["OwnerId", "GroupOwnerId", "Account", "AccountId"]);
/** ARNs of the item itself, or of what it belongs to; other ARNs may point anywhere. */
const OWN_ARNS = new Set([
  "Arn",
  "arn",
  "SubnetArn",
  "SecurityGroupArn",
  "SecurityGroupRuleArn",
  "PrefixListArn",
  "LoadBalancerArn",
  "ListenerArn",
  "TargetGroupArn",
  "FirewallArn",
  "RuleGroupArn",
  "ARN",
  "WebACLArn",
  "arn",
  "ServiceArn",
  "PolicyArn",
  "ProtectionArn",
]);
/** Objects that an answer is about, with the member that names them. */
const WHOLE = [
  ["Firewall", "FirewallArn"],
  ["FirewallPolicyResponse", "FirewallPolicyArn"],
  ["RuleGroupResponse", "RuleGroupArn"],
  ["WebACL", "ARN"],
  ["Distribution", "ARN"],
  ["UserPool", "Arn"],
  ["Service", "ServiceArn"],
  ["IPSet", "ARN"],
  ["RegexPatternSet", "ARN"],
] as const;

/** What the items of an answer, and what it was asked about, say of their account and Region. */
export function evidenceIn(input: JsonObject, output: JsonObject): Evidence {
  const found = { accounts: new Set<string>(), regions: new Set<string>() };
  look(input, found);
  look(output, found);
  for (const [whole, member] of WHOLE) {
    const told = output[whole];
    const own = isObject(told) ? told[member] : undefined;
    if (typeof own === "string") lookAt("Arn", own, found);
  }
  for (const list of Object.values(output))
    if (Array.isArray(list)) for (const item of list) lookInside(item, found);
  return found;
}

function lookInside(item: Json, found: Found): void {
  if (!isObject(item)) return;
  look(item, found);
  const instances = item["Instances"];
  if (Array.isArray(instances)) for (const instance of instances) lookInside(instance, found);
  const placement = item["Placement"];
  if (isObject(placement)) look(placement, found);
}

type Found = { readonly accounts: Set<string>; readonly regions: Set<string> };

function look(item: JsonObject, found: Found): void {
  for (const [member, value] of Object.entries(item)) {
    if (typeof value === "string") lookAt(member, value, found);
    // Classic load balancers list their zones as text.
    else if (member === "AvailabilityZones" && Array.isArray(value))
      for (const zone of value) if (typeof zone === "string") lookAt("AvailabilityZone", zone, found);
  }
}

function lookAt(member: string, value: string, found: Found): void {
  if (OWNERS.has(member) && isAccount(value)) found.accounts.add(value);
  else if (member === "AvailabilityZone") {
    const region = regionOfZone(value);
    if (region !== null) found.regions.add(region);
  } else if (OWN_ARNS.has(member)) {
    const parts = partsOfArn(value);
    if (parts?.account !== undefined) found.accounts.add(parts.account);
    if (parts?.region !== undefined) found.regions.add(parts.region);
  }
}
