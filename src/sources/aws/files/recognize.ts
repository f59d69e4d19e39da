import { isObject, type Json, type JsonObject } from "../../../model/index.js";
import { REGISTRY } from "../registry.js";
import { callOf, type Resource } from "../resource.js";
import { envelopeCall } from "./envelope-call.js";
import { unmodelledCall } from "./unmodelled.js";

/** An answer found in a document, before its place is settled. */
export interface Found {
  readonly service: string;
  readonly operation: string;
  readonly input: JsonObject;
  readonly output: JsonObject;
  /** JSON pointer, in the file, of the output. */
  readonly pointer: string;
  /** It came without an envelope, so that nobody knows what was asked. */
  readonly bare: boolean;
  readonly account?: string;
  readonly region?: string;
  readonly time?: string;
}

/** A part of a document that is no answer. */
export interface Stranger {
  readonly pointer: string;
  readonly message: string;
}

export interface Recognized {
  readonly found: Found[];
  readonly strangers: Stranger[];
}

/** Members that stand beside the list and carry no items. */
const BESIDE = new Set([
  "$metadata",
  "ResponseMetadata",
  "RequestId",
  "NextToken",
  "nextToken",
  "NextMarker",
  "Marker",
  "MaxResults",
  "IsTruncated",
  "MaxItems",
  "NextPageMarker",
  "NextRecordName",
  "NextRecordType",
  "NextRecordIdentifier",
  "DNSName",
  "HostedZoneId",
  "NextDNSName",
  "NextHostedZoneId",
  "TotalCount",
  "TotalFilteredCount",
  "QueryInfo",
  "LastEvaluatedTableName",
  "GatewayARN",
]);

/** Finds the answers in a document: one answer, an envelope, or an array of either. */
export function recognize(value: Json, pointer: string): Recognized {
  const recognized: Recognized = { found: [], strangers: [] };
  visit(value, pointer, recognized);
  return recognized;
}

function visit(value: Json, pointer: string, into: Recognized): void {
  if (Array.isArray(value)) {
    for (const [index, element] of value.entries()) visit(element, `${pointer}/${index}`, into);
    return;
  }
  if (!isObject(value)) {
    into.strangers.push({ pointer, message: "holds a value that is no API answer" });
    return;
  }
  if (typeof value["operation"] === "string" && isObject(value["output"]))
    visitEnvelope(value, pointer, into);
  else visitAnswer(value, pointer, into);
}

function visitEnvelope(envelope: JsonObject, pointer: string, into: Recognized): void {
  const output = envelope["output"];
  if (!isObject(output)) return;
  const call = envelopeCall(envelope, output);
  if (call === null) {
    into.strangers.push({ pointer, message: "holds an envelope that does not name its service" });
    return;
  }
  const { account, region, time, input } = envelope;
  into.found.push({
    ...call,
    input: isObject(input) ? input : {},
    output: plain(output),
    pointer: `${pointer}/output`,
    bare: false,
    ...(typeof account === "string" ? { account } : {}),
    ...(typeof region === "string" ? { region } : {}),
    ...(typeof time === "string" ? { time } : {}),
  });
}

function visitAnswer(answer: JsonObject, pointer: string, into: Recognized): void {
  const output = plain(answer);
  const whole = REGISTRY.find(
    ({ object, recognizes }) =>
      object?.every((member) => Object.hasOwn(output, member)) === true && (recognizes?.(output) ?? true),
  );
  if (whole !== undefined) {
    addBare(whole, { output, pointer }, into);
    return;
  }
  const members = Object.keys(output).filter((member) => !BESIDE.has(member));
  if (members.length === 0)
    into.strangers.push({ pointer, message: "holds an object without anything in it" });
  const calls = new Set<string>();
  for (const member of members) {
    const resource = listed(member, output[member] ?? null);
    const call = resource === undefined ? unmodelledCall(member) : callOf(resource);
    // Lists that stand alone share what stands beside them: a page token concerns each of them.
    const only = Object.fromEntries(
      Object.entries(output).filter(([key]) => key === member || BESIDE.has(key)),
    );
    if (resource !== undefined) addBare(resource, { output: only, pointer }, into);
    else if (call === undefined)
      into.strangers.push({ pointer: `${pointer}/${memberPointer(member)}`, message: unknown(member) });
    else if (!calls.has(call)) {
      calls.add(call);
      const [service = "", operation = ""] = call.split(":");
      into.found.push({ service, operation, input: {}, output: only, pointer, bare: true });
    }
  }
}

function addBare(
  resource: Resource,
  answer: { output: JsonObject; pointer: string },
  into: Recognized,
): void {
  const { service, operation, list } = resource;
  if (resource.needsEnvelope === true) {
    const message = `holds ${list} that do not say what they were asked about; save ${operation} in an envelope with its input`;
    into.strangers.push({ pointer: `${answer.pointer}/${list}`, message });
    return;
  }
  into.found.push({ service, operation, input: {}, bare: true, ...answer });
}

function listed(member: string, value: Json): Resource | undefined {
  const [first] = Array.isArray(value) ? value : [];
  const candidates = REGISTRY.filter(({ list, object }) => list === member && object === undefined);
  return candidates.find(({ recognizes }) => recognizes?.(isObject(first) ? first : undefined) ?? true);
}

/** An answer without what the SDKs add to it. */
function plain(output: JsonObject): JsonObject {
  if (isObject(output["Error"])) return output;
  const { $metadata: _sdk, ResponseMetadata: _boto, ...rest } = output;
  return rest;
}

function unknown(member: string): string {
  const shown = member.length > 60 ? `${member.slice(0, 60)}…` : member;
  return `holds ${JSON.stringify(shown)}, which is no answer that is known here`;
}

function memberPointer(member: string): string {
  return member.replace(/~/g, "~0").replace(/\//g, "~1");
}
