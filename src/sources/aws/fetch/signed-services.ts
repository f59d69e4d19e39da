/** One read-only call: REST with what its path and query take, or JSON by name. */
export interface Operation {
  /** REST path; `{Member}` stands for a member of the input. Absent: JSON by name. */
  readonly path?: string;
  /** Members of the input that stand in the query, and their names there. */
  readonly query?: Readonly<Record<string, string>>;
}

/** A service whose package of the SDK cannot be had. */
export interface SignedService {
  /** Service id, by which settings name it. */
  readonly id: string;
  readonly signingName: string;
  /** Host without the suffix of its partition. */
  host(region: string): string;
  /** Prefix of the names by which JSON calls are told apart. */
  readonly target?: string;
  readonly operations: Readonly<Record<string, Operation>>;
}

const SMALL_PAGES = { NextToken: "nextToken", MaxResults: "maxResults" };
const PAGE_SIZE = { nextToken: "nextToken", pageSize: "pageSize" };
const CLASSIC = { ListWebACLs: {}, GetWebACL: {} };

/** From the public API models of the services. */
export const SIGNED = {
  s3outposts: {
    ...{ id: "S3Outposts", signingName: "s3-outposts", host: (region) => `s3-outposts.${region}` },
    operations: {
      ListEndpoints: { path: "/S3Outposts/ListEndpoints", query: SMALL_PAGES },
      ListSharedEndpoints: {
        path: "/S3Outposts/ListSharedEndpoints",
        query: { ...SMALL_PAGES, OutpostId: "outpostId" },
      },
    },
  },
  rolesanywhere: {
    ...{ id: "RolesAnywhere", signingName: "rolesanywhere", host: (region) => `rolesanywhere.${region}` },
    operations: {
      ListTrustAnchors: { path: "/trustanchors", query: PAGE_SIZE },
      ListProfiles: { path: "/profiles", query: PAGE_SIZE },
      ListCrls: { path: "/crls", query: PAGE_SIZE },
    },
  },
  route53profiles: {
    ...{
      id: "Route53Profiles",
      signingName: "route53profiles",
      host: (region) => `route53profiles.${region}`,
    },
    operations: {
      ListProfiles: { path: "/profiles", query: SMALL_PAGES },
      ListProfileAssociations: { path: "/profileassociations", query: SMALL_PAGES },
      ListProfileResourceAssociations: {
        path: "/profileresourceassociations/profileid/{ProfileId}",
        query: SMALL_PAGES,
      },
    },
  },
  snowball: {
    ...{ id: "Snowball", signingName: "snowball", host: (region) => `snowball.${region}` },
    target: "AWSIESnowballJobManagementService",
    operations: { ListJobs: {}, DescribeJob: {} },
  },
  waf: {
    ...{ id: "WAF", signingName: "waf", host: () => "waf", target: "AWSWAF_20150824" },
    operations: CLASSIC,
  },
  "waf-regional": {
    ...{ id: "WAF Regional", signingName: "waf-regional", host: (region) => `waf-regional.${region}` },
    target: "AWSWAF_Regional_20161128",
    operations: { ...CLASSIC, ListResourcesForWebACL: {} },
  },
} as const satisfies Record<string, SignedService>;

interface Parts {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly query: Record<string, string>;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

/** The parts of the request that asks one question. @throws Error where a member of the path is not there */
export function requestParts(
  service: SignedService,
  { name, path, query = {} }: Operation & { readonly name: string },
  input: Readonly<Record<string, unknown>>,
): Parts {
  if (path === undefined) {
    const headers = {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `${service.target}.${name}`,
    };
    return { method: "POST", path: "/", query: {}, headers, body: JSON.stringify(input) };
  }
  const filled = path.replace(/\{(\w+)\}/g, (_all, member: string) => {
    const value = input[member];
    if (typeof value !== "string" || value === "") throw new Error(`${name} is asked without a ${member}`);
    return encodeURIComponent(value);
  });
  const asked = Object.entries(query).flatMap(([member, as]) => {
    const value = input[member];
    return typeof value === "string" || typeof value === "number" ? [[as, String(value)] as const] : [];
  });
  return { method: "GET", path: filled, query: Object.fromEntries(asked), headers: {} };
}
