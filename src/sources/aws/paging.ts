import type { JsonObject } from "../../model/index.js";
import type { Resource } from "./resource.js";

/** Members of an input that choose how much comes at a time, not what. */
const HOW = new Set([
  "NextToken",
  "Marker",
  "MaxResults",
  "nextToken",
  "maxResults",
  "MaxItems",
  "Limit",
  "PageSize",
  "DryRun",
  "AllRegions",
  "IncludeManagedResources",
  "AnalyzeRuleGroup",
  "RuleOutputFormat",
]);
/** Members that name the one item asked about. */
const WHICH = new Set([
  "PrefixListId",
  "LoadBalancerArn",
  "TargetGroupArn",
  "LoadBalancerName",
  "TransitGatewayRouteTableId",
  "LocalGatewayRouteTableId",
  "directConnectGatewayId",
  "FirewallArn",
  "FirewallName",
  "FirewallPolicyArn",
  "FirewallPolicyName",
  "RuleGroupArn",
  "RuleGroupName",
  "Type",
  "SAMLProviderArn",
  "OpenIDConnectProviderArn",
  "ParentId",
  "Filter",
  "PolicyId",
  "AccountId",
  "InstanceArn",
  "PermissionSetArn",
  "TrustedTokenIssuerArn",
  "IdentityPoolId",
  "DirectoryId",
]);

/** The token of the next page; null where this was the last. */
export function nextToken(resource: Resource, output: JsonObject): string | null {
  if (resource.paging === undefined) return null;
  // The CLI names its own token beside the list where somebody told it to stop after some items.
  const token = output[resource.paging.output] ?? output["NextToken"];
  return typeof token === "string" && token !== "" ? token : null;
}

/** The token that an answer's input asked with. */
export function askedToken(resource: Resource, input: JsonObject): string | null {
  if (resource.paging === undefined) return null;
  const token = input[resource.paging.input];
  return typeof token === "string" && token !== "" ? token : null;
}

/** Whether the input asked for a part alone (a filter, a list of ids, an old version). */
export function isNarrowed(resource: Resource, input: JsonObject): boolean {
  return Object.entries(input).some(([member, value]) => {
    if (member === "Filters" && resource.isWhole !== undefined) return !resource.isWhole(input);
    if (HOW.has(member) || (resource.each !== undefined && WHICH.has(member))) return false;
    return value !== null && !(Array.isArray(value) && value.length === 0);
  });
}

/** The question that an input asks, whichever page of its answer it wants. */
export function withoutPaging(input: JsonObject): JsonObject {
  const {
    NextToken: _t,
    nextToken: _n,
    Marker: _m,
    MaxResults: _r,
    maxResults: _s,
    PageSize: _p,
    MaxItems: _i,
    Limit: _l,
    ...rest
  } = input;
  return rest;
}

/**
 * The pages of one question. Answers without an envelope do not say which token they answer, so n such
 * pages are held complete with at most n-1 tokens that no known input took up. Pages that give one
 * token are one page, saved more than once.
 */
export class Pages {
  private readonly given = new Set<string>();
  private readonly taken = new Set<string>();
  private readonly bareGiven = new Set<string>();
  private bareLast = 0;
  private first = false;

  add(page: { readonly given: string | null; readonly asked: string | null; readonly bare: boolean }): void {
    const { given, asked, bare } = page;
    if (given !== null) this.given.add(given);
    if (bare && given !== null) this.bareGiven.add(given);
    else if (bare) this.bareLast++;
    else if (asked === null) this.first = true;
    else this.taken.add(asked);
  }

  /** A page that was asked for and failed: its own gap tells of it. */
  fail(asked: string): void {
    this.taken.add(asked);
  }

  get truncated(): boolean {
    const open = [...this.given].filter((token) => !this.taken.has(token)).length;
    const bare = this.bareGiven.size + this.bareLast;
    return open > (this.first ? bare : Math.max(bare - 1, 0));
  }
}
