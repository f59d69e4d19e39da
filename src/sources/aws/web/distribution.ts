import type { FactsByKind } from "../../../model/index.js";
import type { Item } from "../item.js";
import { itemTexts } from "./entry-point.js";

type Cdn = NonNullable<FactsByKind["entry-point"]["cdn"]>;

/**
 * What a distribution does with requests, from its summary in a list or from its configuration: both hold the
 * same members. https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html
 */
export function cdnFacts(config: Item): Cdn {
  const geo = config.child("Restrictions")?.child("GeoRestriction") ?? null;
  const byDefault = config.child("DefaultCacheBehavior");
  const others = config.child("CacheBehaviors")?.list("Items") ?? [];
  const behaviors = [...others, ...(byDefault === null ? [] : [byDefault])];
  return {
    origins: (config.child("Origins")?.list("Items") ?? []).map(originOf).sort(byName),
    originGroups: (config.child("OriginGroups")?.list("Items") ?? []).map(groupOf).sort(byName),
    behaviors: behaviors.map(behaviorOf),
    geo: {
      type: GEO.get(geo?.text("RestrictionType") ?? "none") ?? "unknown",
      countries: (geo?.texts("Items") ?? []).sort(),
    },
    ipv6: config.flag("IsIPV6Enabled"),
    realtimeLogs: behaviors.some((one) => (one.text("RealtimeLogConfigArn") ?? "") !== ""),
    staging: config.flag("Staging") ?? false,
  };
}

const GEO = new Map([
  ["none", "none"],
  ["whitelist", "only"],
  ["blacklist", "except"],
]);

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Origin.html */
function originOf(origin: Item): Cdn["origins"][number] {
  const custom = origin.child("CustomOriginConfig");
  const bucket = origin.child("S3OriginConfig");
  const network = origin.child("VpcOriginConfig");
  const identity = bucket?.text("OriginAccessIdentity") ?? "";
  const control = origin.text("OriginAccessControlId") ?? "";
  const headers = origin.child("CustomHeaders")?.list("Items") ?? [];
  return {
    name: origin.text("Id") ?? "",
    domain: origin.text("DomainName"),
    originType:
      network !== null ? "network" : bucket !== null ? "bucket" : custom !== null ? "custom" : "unknown",
    protocol: custom?.text("OriginProtocolPolicy") ?? null,
    tlsProtocols: itemTexts(custom, "OriginSslProtocols"),
    accessControl: control === "" ? null : control,
    accessIdentity: identity === "" ? null : identity.replace(/^origin-access-identity\/cloudfront\//, ""),
    headers: headers.flatMap((header) => header.text("HeaderName")?.toLowerCase() ?? []).sort(),
    shielded: origin.child("OriginShield")?.flag("Enabled") ?? false,
  };
}

function groupOf(group: Item): Cdn["originGroups"][number] {
  const members = group.child("Members")?.list("Items") ?? [];
  return { name: group.text("Id") ?? "", origins: members.flatMap((one) => one.text("OriginId") ?? []) };
}

/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CacheBehavior.html */
function behaviorOf(behavior: Item): Cdn["behaviors"][number] {
  const enabled = (member: string) => behavior.child(member)?.flag("Enabled") === true;
  const associated = (member: string) => (behavior.child(member)?.list("Items") ?? []).length > 0;
  return {
    path: behavior.text("PathPattern"),
    origin: behavior.text("TargetOriginId"),
    viewerProtocol: behavior.text("ViewerProtocolPolicy") ?? "unknown",
    methods: itemTexts(behavior, "AllowedMethods"),
    signedOnly: enabled("TrustedSigners") || enabled("TrustedKeyGroups"),
    functions: associated("LambdaFunctionAssociations") || associated("FunctionAssociations"),
  };
}
