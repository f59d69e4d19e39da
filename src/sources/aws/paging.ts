import { canonicalJson, isObject, type Json, type JsonObject } from "../../model/index.js";
import { having, NONE } from "./few.js";
import type { Paging, Resource } from "./resource.js";

/** Members of an input that choose which page comes, and how much at a time. */
const PAGE = new Set([
  "NextToken",
  "Marker",
  "MaxResults",
  "MaxItems",
  "nextToken",
  "maxResults",
  "Limit",
  "PageSize",
  "StartRecordName",
  "StartRecordType",
  "StartRecordIdentifier",
  "NextMarker",
  "position",
  "limit",
  "ContinuationToken",
  "MaxBuckets",
  "MaxRecords",
  "ExclusiveStartTableName",
  "ExclusiveStartDeliveryStreamName",
  "pageSize",
]);
/** Others that do not choose what comes. */
const HOW = new Set([
  "DryRun",
  "AllRegions",
  "IncludeManagedResources",
  "AnalyzeRuleGroup",
  "RuleOutputFormat",
  "Scope",
  "embed",
  "ShowMemberInfo",
  "ShowCacheNodeInfo",
  "ShowShardDetails",
  "PermissionType",
  "include",
  "AllAvailabilityZones",
  "resourceRegionScope",
]);
/** Members that name the one item asked about. */
const WHICH = new Set([
  "PrefixListId",
  "LoadBalancerArn",
  "ListenerArn",
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
  "ARN",
  "Name",
  "Id",
  "WebACLArn",
  "ResourceType",
  "VendorName",
  "VersionName",
  "restApiId",
  "ApiId",
  "UserPoolId",
  "ServiceArn",
  "PolicyId",
  "HostedZoneId",
  "VPCId",
  "VPCRegion",
  "VpcId",
  "Attribute",
  "ResourceId",
  "DomainName",
  "ResolverEndpointId",
  "FirewallRuleGroupId",
  "FirewallDomainListId",
  "SAMLProviderArn",
  "OpenIDConnectProviderArn",
  "ParentId",
  "Filter",
  "AccountId",
  "InstanceArn",
  "PermissionSetArn",
  "TrustedTokenIssuerArn",
  "IdentityPoolId",
  "DirectoryId",
  "Bucket",
  "SnapshotId",
  "ImageId",
  "FileSystemId",
  "KeyId",
  "SecretId",
  "repositoryName",
  "registryId",
  // Stores, their copies, and what moves them.
  "DBSnapshotIdentifier",
  "DBClusterSnapshotIdentifier",
  "TableName",
  "ResourceArn",
  "ClusterIdentifier",
  "DomainNames",
  "ReplicatorArn",
  "StreamName",
  "DeliveryStreamName",
  "BackupVaultName",
  "BackupPlanId",
  "SelectionId",
  "TaskArn",
  "LocationArn",
  "AgentArn",
  "GatewayARN",
  "FileShareARNList",
  "ServerId",
  "sourceServerID",
  "JobId",
  "TrailName",
  "EventDataStore",
  "ConfigurationAggregatorName",
  "logGroupName",
  "TopicArn",
  "DetectorId",
  "FindingAggregatorArn",
  "LicenseConfigurationArn",
  "CertificateArn",
  "FunctionName",
  "name",
  "clusters",
  // Of links, shares and Outposts.
  "ClientVpnEndpointId",
  "ServiceId",
  "VpcEndpointAssociationArn",
  "GlobalNetworkId",
  "CoreNetworkId",
  "Alias",
  "serviceNetworkIdentifier",
  "serviceIdentifier",
  "resourceIdentifier",
  "serviceNetworkVpcAssociationIdentifier",
  "AcceleratorArn",
  "resourceOwner",
  "resourceShareArns",
  "ProfileId",
  "WebACLId",
  "OutpostId",
  "OutpostIdentifier",
  "OutpostIdentifierFilter",
  "SiteId",
  "AddressType",
  "PoolId",
]);

/** The token of the next page; null where this was the last. */
export function nextToken({ paging }: Resource, output: JsonObject): string | null {
  if (paging === undefined) return null;
  if (paging.more !== undefined) return output[paging.more] === true ? lastOf(output[paging.output]) : null;
  const members = [paging.output, ...(paging.beside ?? []).map(([told]) => told)];
  // The CLI names its own token beside the list where somebody told it to stop after some items.
  return tokenOf(around(paging, output), members) ?? tokenOf(output, ["NextToken"]);
}

/** The members of an input that ask for the page which an answer names as the next. */
export function nextPage({ paging }: Resource, output: JsonObject): JsonObject {
  if (paging === undefined) return {};
  const last = paging.more === undefined ? null : lastOf(output[paging.output]);
  if (last !== null) return { [paging.input]: last };
  const pairs = [[paging.output, paging.input] as const, ...(paging.beside ?? [])];
  const told = around(paging, output);
  return Object.fromEntries(
    pairs.flatMap(([member, asks]) => {
      const value = told[member];
      return typeof value === "string" && value !== "" ? [[asks, value]] : [];
    }),
  );
}

/** The last of a list of names. */
function lastOf(names: Json | undefined): string | null {
  const last = Array.isArray(names) ? names.at(-1) : null;
  return typeof last === "string" ? last : null;
}

/** The part of an answer that holds its token. */
function around({ within }: Paging, output: JsonObject): JsonObject {
  const part = within === undefined ? output : output[within];
  return isObject(part) ? part : {};
}

/** The token that an answer's input asked with. */
export function askedToken({ paging }: Resource, input: JsonObject): string | null {
  if (paging === undefined) return null;
  return tokenOf(input, [paging.input, ...(paging.beside ?? []).map(([, asks]) => asks)]);
}

/** A token of several members is their list. */
function tokenOf(from: JsonObject, [member = "", ...beside]: readonly string[]): string | null {
  const token = from[member];
  if (typeof token !== "string" || token === "") return null;
  return beside.length === 0 ? token : JSON.stringify([token, ...beside.map((name) => from[name] ?? null)]);
}

/** Whether the input asked for a part alone (a filter, a list of ids, an old version). */
export function isNarrowed(resource: Resource, input: JsonObject): boolean {
  return Object.entries(input).some(([member, value]) => {
    if (member === "Filters" && resource.isWhole !== undefined) return !resource.isWhole(input);
    if (PAGE.has(member) || HOW.has(member) || isOurs(resource, member, value)) return false;
    if (resource.each !== undefined && WHICH.has(member)) return false;
    return value !== null && !(Array.isArray(value) && value.length === 0);
  });
}

/** What we ask ourselves in order to be told of everything that there is in the account and Region. */
function isOurs({ input = {}, names = {} }: Resource, member: string, value: Json): boolean {
  if (member === names.account || member === names.region) return true;
  return Object.hasOwn(input, member) && canonicalJson(input[member]) === canonicalJson(value);
}

/** The question that an input asks, whichever page of its answer it wants. */
export function withoutPaging(input: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(input).filter(([member]) => !PAGE.has(member)));
}

/**
 * The pages of one question. Answers without an envelope do not say which token they answer, so n such
 * pages are held complete with at most n-1 tokens that no known input took up. Pages that give one
 * token are one page, saved more than once.
 */
export class Pages {
  private given = NONE;
  private taken = NONE;
  private bareGiven = NONE;
  private bareLast = 0;
  private first = false;

  add(page: { readonly given: string | null; readonly asked: string | null; readonly bare: boolean }): void {
    const { given, asked, bare } = page;
    if (given !== null) this.given = having(this.given, given);
    if (bare && given !== null) this.bareGiven = having(this.bareGiven, given);
    else if (bare) this.bareLast++;
    else if (asked === null) this.first = true;
    else this.taken = having(this.taken, asked);
  }

  /** A page that was asked for and failed: its own gap tells of it. */
  fail(asked: string): void {
    this.taken = having(this.taken, asked);
  }

  get truncated(): boolean {
    // A page in the middle, of which nobody tells what came before.
    if ([...this.taken].some((token) => !this.given.has(token))) return true;
    const open = [...this.given].filter((token) => !this.taken.has(token)).length;
    const bare = this.bareGiven.size + this.bareLast;
    return open > (this.first ? bare : Math.max(bare - 1, 0));
  }
}
