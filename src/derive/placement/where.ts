import { countryOfRegion, countryOfZone, type DataPlace, jurisdictionsOf } from "../../model/index.js";

/** A place on earth, without what leads there. */
export type Where = Pick<
  DataPlace,
  "placeType" | "name" | "region" | "site" | "partition" | "country" | "jurisdictions"
>;

export function whereIs(
  placeType: Where["placeType"],
  name: string,
  rest: Partial<Omit<Where, "placeType" | "name" | "jurisdictions">> = {},
): Where {
  const { region = null, site = null, partition = null, country = null } = rest;
  const jurisdictions = country === null ? [] : jurisdictionsOf(country);
  return { placeType, name, region, site, partition, country, jurisdictions };
}

export function regionAt(region: string): Where {
  return whereIs("region", region, {
    region,
    partition: partitionOf(region),
    country: countryOfRegion(region),
  });
}

/** A Local or Wavelength Zone; null for what is a plain Availability Zone, which lies where its Region does. */
export function zoneAt(zone: string, told: string | null): Where | null {
  const region = /^(?:[a-z]+-)+\d/.exec(zone)?.[0];
  if (region === undefined || /^[a-z]?$/.test(zone.slice(region.length))) return null;
  const [, base = region] = /^((?:[a-z]+-)+\d)(?:-|[a-z]$)/.exec(zone) ?? [];
  return whereIs(zone.includes("-wl") ? "wavelength-zone" : "local-zone", zone, {
    region: base,
    partition: partitionOf(base),
    country: told ?? countryOfZone(zone),
  });
}

export const UNKNOWN: Where = whereIs("unknown", "unknown");

/** https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html */
export function partitionOf(region: string): string {
  if (region.startsWith("cn-")) return "aws-cn";
  if (region.startsWith("us-gov-")) return "aws-us-gov";
  if (region.startsWith("eusc-")) return "aws-eusc";
  const [, isolated] = /^[a-z]+-(iso[a-z]?)-/.exec(region) ?? [];
  if (isolated === undefined) return "aws";
  return isolated === "iso" ? "aws-iso" : `aws-iso-${isolated.slice(3)}`;
}

/** Region and account of an ARN; undefined where the text is none or names none. */
export function partsOf(arn: string): { readonly region?: string; readonly account?: string } {
  const [start, , , region = "", account = ""] = arn.split(":", 6);
  if (start !== "arn") return {};
  return { ...(region === "" ? {} : { region }), ...(/^\d{12}$/.test(account) ? { account } : {}) };
}
