import { isObject, type Json, type JsonObject, type LastChange } from "../../../model/index.js";

/** One event: what it tells of a change, and the rules that it changed. */
export interface Told {
  readonly change: LastChange;
  /** Ids of rules of security groups; `acl-1#ingress/100` for entries of network ACLs. */
  readonly rules: readonly string[];
}

/** Members of an event that are kept: whose key it was, and the session behind it, are nobody's business here. */
const KEPT = [
  "eventID",
  "eventName",
  "eventTime",
  "eventSource",
  "sourceIPAddress",
  "requestParameters",
  "responseElements",
];
const IDENTITY = ["type", "arn", "accountId", "invokedBy", "userName"];

/** An event without keys and sessions. https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html */
export function keptEvent({
  EventId,
  EventName,
  EventTime,
  EventSource,
  CloudTrailEvent,
}: JsonObject): JsonObject {
  const record = recordIn(CloudTrailEvent);
  const identity = pick(objectOf(record["userIdentity"]), IDENTITY);
  const kept = { ...pick(record, [...KEPT, "errorCode"]), userIdentity: identity };
  const named = { EventId, EventName, EventTime, EventSource, CloudTrailEvent: JSON.stringify(kept) };
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined)) as JsonObject;
}

/** What an event tells; null for one that failed, or does not say when it was or what it changed. */
export function toldBy(event: JsonObject): Told | null {
  const record = recordIn(event["CloudTrailEvent"]);
  const { EventTime: when, EventName: name } = event;
  if (record["errorCode"] !== undefined || typeof when !== "string" || typeof name !== "string") return null;
  const rules = [...new Set([...ruleIds(record), ...entryIds(record)])];
  if (rules.length === 0) return null;
  const { arn, invokedBy, userName, type } = objectOf(record["userIdentity"]);
  const who = [arn, invokedBy, userName, type].find((one) => typeof one === "string") ?? "somebody unnamed";
  const from = record["sourceIPAddress"];
  return {
    change: { who: String(who), when, from: typeof from === "string" ? from : null, event: name },
    rules,
  };
}

/** The rules of security groups that an event names, wherever it does: each operation has a shape of its own. */
function ruleIds(value: Json | undefined): string[] {
  if (Array.isArray(value)) return value.flatMap(ruleIds);
  if (value === undefined || !isObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    /^securityGroupRuleId$/i.test(name) && typeof member === "string" ? [member] : ruleIds(member),
  );
}

function entryIds(record: JsonObject): string[] {
  const { networkAclId: acl, ruleNumber: number, egress } = objectOf(record["requestParameters"]);
  if (typeof acl !== "string" || typeof number !== "number") return [];
  return [`${acl}#${egress === true ? "egress" : "ingress"}/${number}`];
}

function recordIn(text: Json | undefined): JsonObject {
  try {
    return typeof text === "string" ? objectOf(JSON.parse(text) as Json) : {};
  } catch {
    return {};
  }
}

function objectOf(value: Json | undefined): JsonObject {
  return value !== undefined && isObject(value) ? value : {};
}

function pick(from: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])));
}
