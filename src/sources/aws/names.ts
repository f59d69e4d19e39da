/** Account ids are twelve digits, leading zeros included. */
const ACCOUNT = /^\d{12}$/;

/**
 * Region names of every partition: `eu-west-1`, `us-gov-west-1`, `us-isob-east-1`, `eusc-de-east-1`.
 * https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
 */
const REGION =
  /(?:[a-z]{2}|eusc-de)(?:-gov|-iso[a-z]?)?-(?:central|(?:north|south)(?:east|west)?|east|west)-\d{1,2}/;
const REGION_ONLY = new RegExp(`^${REGION.source}$`);
const REGION_WITHIN = new RegExp(`(?<![a-z0-9])${REGION.source}(?![a-z0-9])`, "g");

export function isAccount(text: string): boolean {
  return ACCOUNT.test(text);
}

export function isRegion(text: string): boolean {
  return REGION_ONLY.test(text);
}

/** Region names inside a path or a file name, in order. */
export function regionsWithin(text: string): string[] {
  return text.match(REGION_WITHIN) ?? [];
}

/** The Region of an Availability, Local or Wavelength Zone: `us-west-2-lax-1a` lies in `us-west-2`. */
export function regionOfZone(zone: string): string | null {
  const region = new RegExp(`^${REGION.source}(?=[a-z-])`).exec(zone)?.[0];
  return region ?? null;
}

/** The partition that a Region belongs to; `aws` where the Region is unknown. */
export function partitionOf(region: string | undefined): string {
  if (region === undefined) return "aws";
  if (region.startsWith("cn-")) return "aws-cn";
  if (region.startsWith("us-gov-")) return "aws-us-gov";
  if (region.startsWith("eusc-")) return "aws-eusc";
  const isolated = /^[a-z]{2}-iso([a-z]?)-/.exec(region);
  if (isolated === null) return "aws";
  return isolated[1] === "" ? "aws-iso" : `aws-iso-${isolated[1]}`;
}

/** Region and account that an ARN names, `undefined` where it leaves them out. Null for other text. */
export function partsOfArn(text: string): { region?: string; account?: string; resource: string } | null {
  const match = /^arn:[a-z-]+:[a-z0-9-]+:([a-z0-9-]*):([^:]*):(.+)$/s.exec(text);
  if (match === null) return null;
  const [, region = "", account = "", resource = ""] = match;
  return {
    ...(isRegion(region) ? { region } : {}),
    ...(isAccount(account) ? { account } : {}),
    resource,
  };
}
