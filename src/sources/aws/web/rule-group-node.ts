import type { JsonObject, Scope, WebStatement } from "../../../model/index.js";
import type { Item } from "../item.js";
import { partsOfArn } from "../names.js";
import type { Place } from "../place.js";
import { nameIn, scopeOfArn } from "./waf-identity.js";

/** The node of an own or shared rule group, as far as its ARN tells, so that what is not known of it has a place. */
export function groupNode({ draft, pointer }: Item, id: string): void {
  const name = nameIn(id);
  const is = isShieldGroup(id, draft.place.account) ? { name, vendor: "AWS", version: null } : {};
  draft.node({
    ...{ id, kind: "web-rule-group", type: "aws.web-rule-group", label: name, pointer },
    ...{ scope: scopeOfArn(draft.place, id), is, native: {} },
  });
}

/**
 * Whether a group is the provider's own work: what Shield Advanced puts into an ACL while it answers floods
 * belongs to the provider, who shows it to nobody.
 * https://docs.aws.amazon.com/waf/latest/developerguide/ddos-automatic-app-layer-response-rg.html
 */
export function isShieldGroup(arn: string, account: string | undefined): boolean {
  return nameIn(arn).startsWith("ShieldMitigationRuleGroup") && partsOfArn(arn)?.account !== account;
}

interface Managed {
  readonly vendor: string;
  readonly name: string;
  readonly version: string | null;
}

/** Vendors' groups are named, not numbered; what they hold may differ by account and Region. */
export function managedGroupId(
  where: { readonly account?: string | undefined; readonly region?: string | undefined },
  { vendor, name, version }: Managed,
): string {
  const family = `aws:managed-rule-group:${where.account ?? ""}:${where.region ?? "global"}:${vendor}/${name}`;
  return version === null ? family : `${family}@${version}`;
}

/** The node of a vendor's group and, where a version of it is meant, of that version. Gives the id of what is meant. */
export function managedGroupNodes(
  { draft, pointer }: Item,
  { statement, scope }: { statement: WebStatement; scope: Scope },
): string {
  const { vendor = "", name = "", version = null } = statement;
  const base = {
    kind: "web-rule-group",
    type: "aws.managed-rule-group",
    native: {},
    pointer,
    scope,
  } as const;
  const family = managedGroupId(scope, { vendor, name, version: null });
  draft.node({ ...base, id: family, label: `${vendor} ${name}`, is: { name, vendor, version: null } });
  if (version === null) return family;
  const id = managedGroupId(scope, { vendor, name, version });
  draft.node({ ...base, id, label: `${vendor} ${name} ${version}`, is: { name, vendor, version } });
  draft.edge({ from: id, relation: "family", to: family, pointer });
  return id;
}

/** Which vendor's group an input asks about, by its own node. */
export function askedManaged(input: JsonObject, place: Place): string | null {
  const { VendorName: vendor, Name: name, Scope: reach, VersionName: version } = input;
  if (typeof vendor !== "string" || typeof name !== "string") return null;
  const { account, region } = place;
  const where = { account, region: reach === "CLOUDFRONT" ? undefined : region };
  return managedGroupId(where, { vendor, name, version: typeof version === "string" ? version : null });
}

/** The managed groups that a web ACL uses, Firewall Manager's included; each as the question about it. */
export function managedGroupsIn(whole: Item, versioned: boolean): JsonObject[] {
  const acl = whole.child("WebACL");
  const arn = acl?.text("ARN") ?? null;
  if (acl === null || arn === null) return [];
  const Scope = (partsOfArn(arn)?.resource ?? "").startsWith("global/") ? "CLOUDFRONT" : "REGIONAL";
  return rulesIn(acl).flatMap((rule) => {
    const statement = rule.child("Statement") ?? rule.child("FirewallManagerStatement");
    const managed = statement?.child("ManagedRuleGroupStatement") ?? null;
    const [VendorName, Name] = [managed?.text("VendorName") ?? null, managed?.text("Name") ?? null];
    const version = managed?.text("Version") ?? null;
    if (VendorName === null || Name === null) return [];
    const fixed = versioned && version !== null ? { VersionName: version } : {};
    return [{ VendorName, Name, Scope, ...fixed }];
  });
}

/** Every rule of an ACL, of whatever stage. */
export function rulesIn(acl: Item): Item[] {
  const members = ["PreProcessFirewallManagerRuleGroups", "Rules", "PostProcessFirewallManagerRuleGroups"];
  return members.flatMap((member) => acl.list(member));
}
