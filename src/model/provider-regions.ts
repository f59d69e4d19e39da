/**
 * Where the provider's Regions lie: the country of each. The list is that of the SDK's partitions on 2026-11-21.
 * https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
 * https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/whatis.html (both Regions lie in the United States)
 * https://docs.amazonaws.cn/en_us/aws/latest/userguide/introduction.html (Beijing and Ningxia)
 * https://docs.aws.eu/esc/latest/userguide/what-is.html (Brandenburg, Germany)
 * A Region that is not in the table lies in no country that is known: what is there is undecided, and never allowed.
 */
const BY_COUNTRY: readonly (readonly [country: string, regions: readonly string[]])[] = [
  ["AE", ["me-central-1"]],
  ["AU", ["ap-southeast-2", "ap-southeast-4"]],
  ["BH", ["me-south-1"]],
  ["BR", ["sa-east-1"]],
  ["CA", ["ca-central-1", "ca-west-1"]],
  ["CH", ["eu-central-2"]],
  ["CL", ["sa-west-1"]],
  ["CN", ["cn-north-1", "cn-northwest-1"]],
  ["DE", ["eu-central-1", "eusc-de-east-1"]],
  ["ES", ["eu-south-2"]],
  ["FR", ["eu-west-3"]],
  ["GB", ["eu-west-2"]],
  ["HK", ["ap-east-1"]],
  ["ID", ["ap-southeast-3"]],
  ["IE", ["eu-west-1"]],
  ["IL", ["il-central-1"]],
  ["IN", ["ap-south-1", "ap-south-2"]],
  ["IT", ["eu-south-1"]],
  ["JP", ["ap-northeast-1", "ap-northeast-3"]],
  ["KR", ["ap-northeast-2"]],
  ["MX", ["mx-central-1"]],
  ["MY", ["ap-southeast-5"]],
  ["NZ", ["ap-southeast-6"]],
  ["SA", ["me-west-1"]],
  ["SE", ["eu-north-1"]],
  ["SG", ["ap-southeast-1"]],
  ["TH", ["ap-southeast-7"]],
  ["TW", ["ap-east-2"]],
  ["US", ["us-east-1", "us-east-2", "us-gov-east-1", "us-gov-west-1", "us-west-1", "us-west-2"]],
  ["ZA", ["af-south-1"]],
];

/**
 * Local and Wavelength Zones that lie in another country than their Region, by the part of their name that tells the
 * city, as of 2026-11-21. What the provider tells of a zone itself comes first.
 * https://docs.aws.amazon.com/local-zones/latest/ug/available-local-zones.html
 * https://docs.aws.amazon.com/wavelength/latest/developerguide/available-wavelength-zones.html
 */
const ABROAD: ReadonlyMap<string, string> = new Map([
  ["af-south-1-los", "NG"],
  ["ap-northeast-1-tpe", "TW"],
  ["ap-southeast-1-bkk", "TH"],
  ["ap-southeast-1-mnl", "PH"],
  ["ap-southeast-2-akl", "NZ"],
  ["eu-central-1-waw", "PL"],
  ["eu-north-1-cph", "DK"],
  ["eu-north-1-hel", "FI"],
  ["eu-west-3-wl1-cmn", "MA"],
  ["me-south-1-mct", "OM"],
  ["us-east-1-bue", "AR"],
  ["us-east-1-lim", "PE"],
  ["us-east-1-qro", "MX"],
  ["us-east-1-scl", "CL"],
]);

/** Zones in the country of their Region, by Region: what is in neither list is not known. */
const AT_HOME: ReadonlySet<string> = new Set(
  `ap-south-1-ccu ap-south-1-del ap-southeast-2-per cn-north-1-pkx eu-central-1-ham
  ap-northeast-1-wl1-kix ap-northeast-1-wl1-nrt ap-northeast-2-wl1-sel ap-northeast-2-wl1-tae ca-central-1-wl1-yto
  eu-central-1-wl1-ber eu-central-1-wl1-dtm eu-central-1-wl1-muc eu-west-2-wl1-lon eu-west-2-wl1-man`.split(
    /\s+/,
  ),
);

const COUNTRIES: ReadonlyMap<string, string> = new Map(
  BY_COUNTRY.flatMap(([country, regions]) => regions.map((region) => [region, country] as const)),
);

/** Regions of a partition, sorted; none of one whose Regions are not public. */
export function knownRegions(partition: string): string[] {
  const of = (region: string) => PARTITIONS.find(([prefix]) => region.startsWith(prefix))?.[1] ?? "aws";
  return [...COUNTRIES.keys()].filter((region) => of(region) === partition).sort();
}

const PARTITIONS = [
  ["cn-", "aws-cn"],
  ["us-gov-", "aws-us-gov"],
  ["eusc-", "aws-eusc"],
] as const;

/** ISO 3166-1 code of the country that a Region lies in; null where nobody wrote it down. */
export function countryOfRegion(region: string): string | null {
  return COUNTRIES.get(region) ?? null;
}

/** The same of a Local or Wavelength Zone: `eu-central-1-waw-1a`, `eu-central-1-wl1-ber-wlz-1`. */
export function countryOfZone(zone: string): string | null {
  const [city = "", region = ""] = /^((?:[a-z]+-)+\d)-(?:wl\d-)?[a-z]{3}/.exec(zone) ?? [];
  const abroad = ABROAD.get(city);
  if (abroad !== undefined) return abroad;
  // All others of the United States lie there; of elsewhere those that were looked up.
  return AT_HOME.has(city) || region.startsWith("us-") ? countryOfRegion(region) : null;
}

/** https://european-union.europa.eu/principles-countries-history/eu-countries_en, as of 2026-11-21. */
const UNION = new Set(
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "),
);

/** https://www.efta.int/eea/eea-agreement, as of 2026-11-21: the Union and three states beside. */
const AREA = new Set(["IS", "LI", "NO"]);

/**
 * Countries that the Commission found to protect personal data as a whole (GDPR art. 45); decisions for some
 * recipients alone (Canada, the United States) are not among them. As of 2026-11-21.
 * https://commission.europa.eu/law/law-topic/data-protection/international-dimension-data-protection/adequacy-decisions_en
 */
const ADEQUATE = new Set("AD AR CH FO GB GG IL IM JE JP KR NZ UY".split(" "));

/** Words for jurisdictions that are no countries. */
export const JURISDICTIONS = ["EU", "EEA", "EU-adequate", "UK"] as const;

/** The jurisdictions that hold in a country, its own first: `["DE", "EEA", "EU"]`. */
export function jurisdictionsOf(country: string): string[] {
  const union = UNION.has(country);
  return [
    country,
    ...(union || AREA.has(country) ? ["EEA"] : []),
    ...(union ? ["EU"] : []),
    ...(ADEQUATE.has(country) ? ["EU-adequate"] : []),
    ...(country === "GB" ? ["UK"] : []),
  ];
}
