import type { JsonObject, Kind, RawAnswer } from "../../model/index.js";
import type { Draft } from "./draft.js";
import type { Item } from "./item.js";
import type { Place } from "./place.js";

export type Service =
  | "accessanalyzer"
  | "account"
  | "acm"
  | "apigateway"
  | "apigatewayv2"
  | "apprunner"
  | "appsync"
  | "backup"
  | "cloudfront"
  | "cloudtrail"
  | "cloudwatch"
  | "cognito-identity"
  | "cognito-idp"
  | "config"
  | "datasync"
  | "directconnect"
  | "dlm"
  | "dms"
  | "drs"
  | "ds"
  | "dynamodb"
  | "ec2"
  | "ecr"
  | "ecs"
  | "efs"
  | "eks"
  | "elasticache"
  | "elb"
  | "elbv2"
  | "firehose"
  | "fms"
  | "fsx"
  | "globalaccelerator"
  | "guardduty"
  | "iam"
  | "inspector2"
  | "kafka"
  | "kinesis"
  | "kms"
  | "lambda"
  | "license-manager"
  | "logs"
  | "macie2"
  | "memorydb"
  | "network-firewall"
  | "networkmanager"
  | "opensearch"
  | "organizations"
  | "outposts"
  | "ram"
  | "rds"
  | "redshift"
  | "redshift-serverless"
  | "rolesanywhere"
  | "route53"
  | "route53domains"
  | "route53profiles"
  | "route53resolver"
  | "s3"
  | "s3control"
  | "s3outposts"
  | "secretsmanager"
  | "securityhub"
  | "servicediscovery"
  | "shield"
  | "snowball"
  | "sns"
  | "ssm"
  | "sso-admin"
  | "storagegateway"
  | "sts"
  | "transfer"
  | "vpc-lattice"
  | "waf"
  | "waf-regional"
  | "wafv2";

/** How a list is asked for in pages. */
export interface Paging {
  /** Member of the input that takes the token, and of the output that gives it. */
  readonly input:
    | "NextToken"
    | "Marker"
    | "nextToken"
    | "NextMarker"
    | "position"
    | "StartRecordName"
    | "ContinuationToken"
    | "ExclusiveStartTableName"
    | "ExclusiveStartDeliveryStreamName";
  readonly output:
    | "NextToken"
    | "NextMarker"
    | "Marker"
    | "nextToken"
    | "position"
    | "NextPageMarker"
    | "NextRecordName"
    | "ContinuationToken"
    | "LastEvaluatedTableName"
    | "DeliveryStreamNames";
  /** Member of the output that is true where there is more; the token is then the last of the list of names. */
  readonly more?: string;
  /** Member of the output in which that member stands. */
  readonly within?: string;
  /** Members that belong to the token where they are there: of the output, and of the input that takes them. */
  readonly beside?: readonly (readonly [output: string, input: string])[];
  /** The largest page that the API grants, so that there are few. Absent: the call has no pages. */
  readonly size: JsonObject;
}

/** A call made once for every item of another call's answers. */
export interface Each {
  /** service:Operation that lists the items. */
  readonly of: string;
  /** Another call that names items to ask about. */
  readonly alsoOf?: string;
  /** What to ask about one item, which may be several things; null where there is nothing to ask. `asked`: what its own answer was asked with. */
  input(item: Item, asked: JsonObject): JsonObject | JsonObject[] | null;
  /** The node that the answer describes. */
  node(input: JsonObject, place: Place): string | null;
  /**
   * Without the answer nodes of the resource's kinds stay unknown to others, and not that node alone; `always`: also where
   * what is asked about is gone or not told of itself, as the answer lists nodes that nothing else tells.
   */
  readonly hides?: true | "always";
  /** Path segments of that node that stay unknown without the answer; absent: all of the node. */
  readonly relations?: readonly string[];
  /** Where it was asked about no item at all, none of them is missed. */
  readonly optional?: true;
}

/** One answer, ready to be read. */
export interface Page {
  /** The members of the list, or the whole output where the answer is one object. */
  readonly items: readonly Item[];
  readonly input: JsonObject;
  /** The whole answer, for what stands beside the list. */
  readonly output: JsonObject;
  readonly draft: Draft;
}

/** One API call: what we ask, what it needs, what it becomes. */
export interface Resource {
  readonly service: Service;
  readonly operation: string;
  /** Top-level member of the output that holds the items; saved answers are recognized by it. */
  readonly list: string;
  /** The answer is one object, recognized by all of these members; with none of them it may as well be empty. */
  readonly object?: readonly string[];
  /** That member is a JSON document, and the whole body: nothing but itself tells that it came whole. */
  readonly document?: true;
  /** Tells answers apart that share a top-level member; given the list's first object, or the whole one. */
  recognizes?(first: JsonObject | undefined): boolean;
  /** IAM actions that the call needs. */
  readonly actions: readonly string[];
  /** Kinds and types that would be missing without it. */
  readonly kinds: readonly Kind[];
  readonly types: readonly string[];
  /** Another call that tells these kinds too, so that they are missing only without both. */
  readonly alsoTold?: { readonly by: string; readonly kinds: readonly Kind[] };
  /** What it tells belongs to no account: without it nobody's things of these kinds are known whole. */
  readonly ofNobody?: true;
  /** `account`: asked once, not in every Region. */
  readonly scope: "region" | "account";
  /** Partitions that have it; absent: all. */
  readonly partitions?: readonly string[];
  readonly paging?: Paging;
  readonly each?: Each;
  /** Input beside paging. */
  readonly input?: JsonObject;
  /** Members of the input that name the account and the Region that are asked. */
  readonly names?: { readonly account?: string; readonly region?: string };
  /** The one Region that answers. */
  readonly answeredIn?: string;
  /**
   * Asked with this where the partition keeps what belongs to no Region; a regional list once more, a call of the
   * account there alone.
   */
  readonly globalInput?: JsonObject;
  /** Whether an answer of a regional call is of what belongs to no Region, by what was asked and answered. */
  isGlobal?(input: JsonObject, output: JsonObject): boolean;
  /** Its absence from a folder of saved answers blinds nobody. */
  readonly optional?: true;
  /** Calls that tell of the same things in part: once one of them was answered, the absence of this one is a gap, although optional. */
  readonly neededWith?: readonly string[];
  /** Error codes by which the API says that there is none: an answer, read as one without items. */
  readonly none?: readonly string[];
  /** Of these codes the errors alone whose message says so, where the code says other things too. */
  readonly noneSays?: RegExp;
  /** Members of the answer that do not say what was asked, so that a bare one is of no use. */
  readonly needsEnvelope?: true;
  /** Whether an input with filters leaves nothing out; absent: any filter does. */
  isWhole?(input: JsonObject): boolean;
  normalize(page: Page): void;
}

export function callOf(resource: Resource): string {
  return `${resource.service}:${resource.operation}`;
}

/** Whether an answer concerns the account as a whole, and no Region of it. */
export function isOfAccount(
  resource: Resource,
  { input, output }: Pick<RawAnswer, "input" | "output">,
): boolean {
  return (
    resource.scope === "account" || resource.isGlobal?.(input as JsonObject, output as JsonObject) === true
  );
}

/** What there is to ask about one item. */
export function questionsAbout(each: Each, item: Item, asked: JsonObject): JsonObject[] {
  const inputs = each.input(item, asked);
  return inputs === null ? [] : Array.isArray(inputs) ? inputs : [inputs];
}

/** Whether an error says that there is none of what was asked for. */
export function saysNone(
  { none = [], noneSays }: Resource,
  { code, message }: { readonly code: string; readonly message: string },
): boolean {
  return none.includes(code) && (noneSays?.test(message) ?? true);
}

/** The EC2 way of paging, with the largest page of the operation. */
export function tokens(size: number): Paging {
  return { input: "NextToken", output: "NextToken", size: { MaxResults: size } };
}

/** The databases' way of paging. */
export const RECORDS: Paging = { input: "Marker", output: "Marker", size: { MaxRecords: 100 } };

/** Direct Connect's way of paging. */
export function nextTokens(size: number): Paging {
  return { input: "nextToken", output: "nextToken", size: { maxResults: size } };
}

/** Route 53's way of paging lists. */
export function markers(output: "NextMarker" | "NextPageMarker", size: number): Paging {
  return { input: "Marker", output, size: { MaxItems: size } };
}
/** IAM's way of paging. https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoles.html */
export const IAM_MARKERS: Paging = { input: "Marker", output: "Marker", size: { MaxItems: 1000 } };

/** The load balancers' way of paging. */
export const MARKERS: Paging = { input: "Marker", output: "NextMarker", size: { PageSize: 400 } };
