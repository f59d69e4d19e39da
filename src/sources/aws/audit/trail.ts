import type { FactsByKind } from "../../../model/index.js";
import type { Item } from "../item.js";
import { momentOf } from "../moment.js";
import { partsOfArn } from "../names.js";
import type { Place } from "../place.js";
import type { Page } from "../resource.js";

/** ARN of a bucket, which names neither Region nor account. */
export function bucketArn({ partition }: Place, name: string | null): string | null {
  return name === null || name === "" ? null : `arn:${partition}:s3:::${name}`;
}

/** Log groups are named with what is in them: `…:log-group:name:*` is everything in `…:log-group:name`. */
export function logGroupArn(text: string | null): string | null {
  return text === null || text === "" ? null : text.replace(/:\*$/, "");
}

/** The key of an ARN; aliases and bare ids are told as they are, and lead nowhere. */
export function keyEdge(item: Item, from: string, key: string | null): void {
  const { draft, pointer } = item;
  if (key === null || !/^arn:[a-z-]+:kms:[^:]+:[^:]+:key\//.test(key)) return;
  const { account, region } = partsOfArn(key) ?? {};
  draft.edge({ from, relation: "key", to: key, pointer, account, region });
}

/** The trail that a call was asked about, with the answer. Null where the question is not known, or the answer is none. */
export function askedTrail({
  items: [whole],
  input,
  output,
  draft,
}: Page): { id: string; item: Item | null } | null {
  const told = output["TrailARN"];
  const id = input["Name"] ?? input["TrailName"] ?? (typeof told === "string" ? told : undefined);
  if (typeof id !== "string" || partsOfArn(id) === null) {
    whole?.gap("unparsed", `${draft.place.call} does not say which trail it tells of`);
    return null;
  }
  return { id, item: whole?.about(id) ?? null };
}

/** What a node of a trail has that is described by the answer to a question about it. */
export function trailBase(id: string, name = id.replace(/^.*\//s, "")) {
  const { account, region } = partsOfArn(id) ?? {};
  const scope = {
    ...{ provider: "aws", partition: id.split(":")[1] ?? "aws" },
    ...(account === undefined ? {} : { account }),
    ...(region === undefined ? {} : { region }),
  };
  return { id, kind: "trail", type: "aws.cloudtrail-trail", label: name, scope } as const;
}

/** https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html */
export function loggingFacts(item: Item): FactsByKind["trail-status"] {
  const error = (member: string) => item.text(member) || null;
  return {
    logging: item.flag("IsLogging"),
    started: momentOf(item, "StartLoggingTime"),
    stopped: momentOf(item, "StopLoggingTime"),
    lastDelivery: momentOf(item, "LatestDeliveryTime"),
    lastDeliveryError: error("LatestDeliveryError"),
    lastDigestError: error("LatestDigestDeliveryError"),
    lastLogGroupDelivery: momentOf(item, "LatestCloudWatchLogsDeliveryTime"),
    lastLogGroupError: error("LatestCloudWatchLogsDeliveryError"),
  };
}

/** Whether a place is the Region in which a trail was made. */
export function isHome(id: string, { region }: Place): boolean {
  return partsOfArn(id)?.region === region;
}

/** Whether it is the account that has the trail, as well: members of an organization see their own part alone. */
export function isOwn(id: string, place: Place): boolean {
  return isHome(id, place) && partsOfArn(id)?.account === place.account;
}
